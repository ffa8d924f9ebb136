/** Checks and digits that numbers and money share. */
import type { ValueProblem, ValueRules } from '../kind.ts';
import { wrongKind } from '../kind.ts';

/** Beyond this a double no longer holds every cent. */
const LIMIT = 1e13;

export function checkNumber(rules: ValueRules, value: number, decimals: number): readonly ValueProblem[] {
  if (!Number.isFinite(value)) return wrongKind(rules.kind);
  const problems: ValueProblem[] = [];
  const min = rules.min ?? -LIMIT;
  const max = rules.max ?? LIMIT;
  if (value < min) problems.push({ code: 'tooSmall', params: { min } });
  if (value > max) problems.push({ code: 'tooLarge', params: { max } });
  if (decimalsOf(value) > decimals) problems.push({ code: 'tooManyDecimals', params: { decimals } });
  return problems;
}

/** Digits after the point of the shortest decimal that reads back as `value`. */
export function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(Math.abs(value)).split('e');
  const fraction = digits.split('.')[1]?.length ?? 0;
  return Math.max(0, fraction - Number(exponent));
}

/** Thousands separators in a plain decimal string. */
export function group(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
