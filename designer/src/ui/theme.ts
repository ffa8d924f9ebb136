/**
 * The look in one file: tokens of colour, type and space, the antd theme made from them, and the CSS variables that
 * our own style sheets read. Invariant: no other file writes a colour. Hue is state only: blue to act, green in time or
 * done, amber soon, red overdue or wrong, grey past; text on `paper` and on `ground` reaches AA in both schemes.
 */
import { theme, type ThemeConfig } from 'antd';

export type Scheme = 'light' | 'dark';

export interface Tokens {
  readonly ink: string;
  readonly secondary: string;
  readonly line: string;
  readonly lineSoft: string;
  readonly ground: string;
  readonly paper: string;
  readonly raised: string;
  readonly brand: string;
  readonly brandSoft: string;
  readonly green: string;
  readonly greenSoft: string;
  readonly amber: string;
  readonly amberSoft: string;
  readonly red: string;
  readonly redSoft: string;
  readonly greySoft: string;
  readonly shadow: string;
}

export const TOKENS: Readonly<Record<Scheme, Tokens>> = {
  light: {
    ink: '#1D2433',
    secondary: '#5B6475',
    line: '#E4E8EF',
    lineSoft: '#EEF1F6',
    ground: '#F6F8FB',
    paper: '#FFFFFF',
    raised: '#FFFFFF',
    brand: '#1D5BD6',
    brandSoft: '#EAF1FE',
    green: '#15724A',
    greenSoft: '#E6F4EC',
    amber: '#8F5A0A',
    amberSoft: '#FCF2DF',
    red: '#B92C22',
    redSoft: '#FCEBE9',
    greySoft: '#EDF0F5',
    shadow: '0 1px 2px rgb(29 36 51 / 6%), 0 6px 20px rgb(29 36 51 / 8%)',
  },
  dark: {
    ink: '#E6EAF2',
    secondary: '#A3ADBF',
    line: '#323A4A',
    lineSoft: '#293040',
    ground: '#151922',
    paper: '#1D222D',
    raised: '#252B38',
    brand: '#79A6FF',
    brandSoft: '#22304C',
    green: '#5CC795',
    greenSoft: '#1B362B',
    amber: '#E5B35A',
    amberSoft: '#3A2F1A',
    red: '#F58B80',
    redSoft: '#40221F',
    greySoft: '#2A303C',
    shadow: '0 1px 2px rgb(0 0 0 / 40%), 0 6px 20px rgb(0 0 0 / 35%)',
  },
};

export const FONT =
  "-apple-system, BlinkMacSystemFont, 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif";
export const MONO = "'JetBrains Mono', 'Cascadia Mono', Consolas, Menlo, monospace";

/** Brand under the pointer and pressed: towards more contrast, never less. */
const BRAND_HOVER: Readonly<Record<Scheme, readonly [hover: string, pressed: string]>> = {
  light: ['#164DBA', '#123F99'],
  dark: ['#9BBDFF', '#6796F0'],
};

/** The algorithms dim or lighten the colours they are given; as words on paper those would no longer reach AA. */
function pinned(scheme: Scheme, base: typeof theme.darkAlgorithm) {
  const t = TOKENS[scheme];
  const [colorPrimaryHover, colorPrimaryActive] = BRAND_HOVER[scheme];
  return (seed: Parameters<typeof base>[0]): ReturnType<typeof base> => ({
    ...base(seed),
    colorPrimary: t.brand,
    colorPrimaryHover,
    colorPrimaryActive,
    colorInfo: t.brand,
    colorSuccess: t.green,
    colorWarning: t.amber,
    colorError: t.red,
  });
}

/** antd's theme for a scheme. `card` corners are 10, everything else 6. */
export function antdTheme(scheme: Scheme, motion: boolean): ThemeConfig {
  const t = TOKENS[scheme];
  const dark = scheme === 'dark';
  return {
    algorithm: pinned(scheme, dark ? theme.darkAlgorithm : theme.defaultAlgorithm),
    token: {
      fontFamily: FONT,
      fontFamilyCode: MONO,
      fontSize: 14,
      fontSizeSM: 12,
      fontSizeLG: 16,
      fontSizeXL: 20,
      fontSizeHeading1: 28,
      fontSizeHeading2: 20,
      fontSizeHeading3: 16,
      lineHeight: 1.6,
      borderRadius: 6,
      borderRadiusLG: 10,
      borderRadiusSM: 4,
      colorPrimary: t.brand,
      // What stands on a fill of brand or red: paper, which is dark where those are light.
      colorTextLightSolid: dark ? t.ground : '#FFFFFF',
      colorSuccess: t.green,
      colorWarning: t.amber,
      colorError: t.red,
      colorInfo: t.brand,
      // Soft grounds are ours: the algorithm greys those it derives from dark seeds.
      colorSuccessBg: t.greenSoft,
      colorSuccessBorder: t.greenSoft,
      colorSuccessText: t.green,
      colorWarningBg: t.amberSoft,
      colorWarningBorder: t.amberSoft,
      colorWarningText: t.amber,
      colorErrorBg: t.redSoft,
      colorErrorBorder: t.redSoft,
      colorErrorText: t.red,
      colorInfoBg: t.brandSoft,
      colorInfoBorder: t.brandSoft,
      colorInfoText: t.brand,
      colorPrimaryBg: t.brandSoft,
      controlItemBgActive: t.brandSoft,
      colorLink: t.brand,
      colorText: t.ink,
      colorTextSecondary: t.secondary,
      colorTextDescription: t.secondary,
      colorTextTertiary: t.secondary,
      colorTextPlaceholder: dark ? '#8D97A9' : '#6F788A',
      colorBgLayout: t.ground,
      colorBgContainer: t.paper,
      colorBgElevated: t.raised,
      colorBorder: dark ? '#465064' : '#C5CCD8',
      colorBorderSecondary: t.line,
      controlHeight: 34,
      boxShadow: t.shadow,
      boxShadowSecondary: t.shadow,
      wireframe: false,
      motion,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Table: { headerBg: t.ground, headerColor: t.secondary, cellPaddingBlockSM: 8 },
      Tabs: {
        horizontalMargin: '0',
        itemSelectedColor: t.brand,
        itemActiveColor: t.brand,
        itemHoverColor: t.brand,
        inkBarColor: t.brand,
      },
      Card: { boxShadowTertiary: 'none' },
      Tooltip: { colorTextLightSolid: dark ? t.ink : '#FFFFFF' },
      Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
      Layout: { headerBg: t.paper, bodyBg: t.ground },
    },
  };
}

/** Writes the tokens as CSS variables (`--ink`, `--line-soft`, …) on the root element. */
export function applyTokens(scheme: Scheme, root: HTMLElement): void {
  for (const [name, value] of Object.entries(TOKENS[scheme])) {
    root.style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value as string);
  }
  root.style.setProperty('--font', FONT);
  root.style.setProperty('--mono', MONO);
  root.style.colorScheme = scheme;
  root.dataset.scheme = scheme;
}
