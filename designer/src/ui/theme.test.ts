import { theme } from 'antd';
import { describe, expect, it } from 'vitest';
import { antdTheme, TOKENS, type Scheme } from './theme.ts';

/** Relative luminance and contrast as WCAG 2.1 defines them. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const [r = NaN, g = NaN, b = NaN] = channels;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [dark = NaN, light = NaN] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}
const AA = 4.5;

describe.each(['light', 'dark'] as const)('the %s scheme', (scheme: Scheme) => {
  const t = TOKENS[scheme];
  it('has words that can be read on everything they stand on', () => {
    for (const words of ['ink', 'secondary', 'brand', 'green', 'amber', 'red'] as const) {
      for (const ground of ['paper', 'ground', 'raised'] as const) {
        expect(contrast(t[words], t[ground]), `${words} on ${ground}`).toBeGreaterThanOrEqual(AA);
      }
    }
    for (const state of ['brand', 'green', 'amber', 'red'] as const) {
      expect(contrast(t[state], t[`${state}Soft`]), `${state} on its soft ground`).toBeGreaterThanOrEqual(AA);
    }
  });

  it('keeps that in what antd makes of it: chosen radios, hovered and pressed buttons, words on fills', () => {
    const made = theme.getDesignToken(antdTheme(scheme, true));
    for (const name of ['colorPrimary', 'colorPrimaryHover', 'colorPrimaryActive'] as const) {
      expect(contrast(made[name], t.paper), `${name} on paper`).toBeGreaterThanOrEqual(AA);
      expect(contrast(made.colorTextLightSolid, made[name]), `words on ${name}`).toBeGreaterThanOrEqual(AA);
    }
    for (const name of ['colorInfo', 'colorSuccess', 'colorWarning', 'colorError'] as const) {
      expect(contrast(made[name], t.paper), `${name} on paper`).toBeGreaterThanOrEqual(AA);
    }
    expect(contrast(made.colorTextLightSolid, made.colorError), 'words on red').toBeGreaterThanOrEqual(AA);
  });
});
