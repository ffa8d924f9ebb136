/** Chips of a card: what matters at a glance, cut to what fits one row, the rest counted. */
import type { FlowNode } from '@tongban/shared/document';
import { durationText, type Translate } from '../words.ts';

export interface Chip {
  readonly text: string;
  /** The whole wording, where the chip shortens it. */
  readonly title: string;
  readonly strong?: boolean;
}

/** All chips of a node, the most telling first. */
export function chipsOf(node: FlowNode, t: Translate): Chip[] {
  if (node.kind !== 'task' && node.kind !== 'dispatch') return [];
  const chips: Chip[] = [];
  const add = (text: string, title = text, strong = false): void => void chips.push({ text, title, strong });
  if (node.deadline) add(durationText(t, node.deadline), t('chipDeadline'), true);
  if (node.kind === 'task' && node.mode === 'all') add(t('chipSigners', { count: Object.keys(node.signers).length }));
  if (node.kind === 'dispatch') {
    const count = Object.keys(node.bodies).length;
    if (node.choice.mode === 'ticked') add(t('chipTicked', { count }), t('chipTickedTitle'));
    else add(t('chipBodies', { count }));
  }
  if (node.powers.correct) add(t('chipCorrect'), t('powerCorrect'));
  if (node.powers.return) add(t('chipReturn'), t('powerReturn'));
  if (node.powers.reject) add(t('chipReject'), t('powerReject'));
  return chips;
}

const WIDE = /[\u2e80-\uffef]/;

/** About how wide a text of 12 px is, in pixels. */
export function textWidth(text: string, size = 12): number {
  let width = 0;
  for (const char of text) width += WIDE.test(char) ? size : size * 0.58;
  return width;
}

/** The chips that fit into `width` pixels, and those that do not. */
export function fitChips(chips: readonly Chip[], width: number): { shown: Chip[]; hidden: Chip[] } {
  const more = 30;
  let used = 0;
  for (let i = 0; i < chips.length; i++) {
    used += textWidth(chips[i]?.text ?? '') + 10 + (i > 0 ? 4 : 0);
    const last = i === chips.length - 1;
    if (used + (last ? 0 : more) > width && used > 0) {
      const fits = used <= width && last ? i + 1 : i;
      return { shown: chips.slice(0, fits), hidden: chips.slice(fits) };
    }
  }
  return { shown: [...chips], hidden: [] };
}

/**
 * A name that fits into `lines` rows of `width` pixels at `size`; what is too long loses its middle, for long names of
 * one scenario begin alike.
 */
export function fitName(name: string, width: number, lines: number, size: number): string {
  const room = (Math.floor(width / size) * lines - 1) * size;
  if (textWidth(name, size) <= room + size) return name;
  const chars = [...name];
  let head = 0;
  let used = 0;
  while (head < chars.length && used + textWidth(chars[head] ?? '', size) <= room * 0.55) {
    used += textWidth(chars[head] ?? '', size);
    head += 1;
  }
  let tail = chars.length;
  while (tail > head && used + textWidth(chars[tail - 1] ?? '', size) <= room) {
    used += textWidth(chars[tail - 1] ?? '', size);
    tail -= 1;
  }
  return `${chars.slice(0, head).join('')}…${chars.slice(tail).join('')}`;
}
