/** A number with an optional range, decimals and unit. */
import type { FieldKindDefinition } from '../kind.ts';
import { plain, wrongKind } from '../kind.ts';
import { checkNumber, group } from './amount.ts';

/** Decimals allowed when the field does not say. */
export const NUMBER_DECIMALS = 6;

export const number: FieldKindDefinition = {
  kind: 'number',
  holdsValue: true,
  defaults: { width: 'third', decimals: 0 },
  check(rules, value) {
    if (typeof value !== 'number') return wrongKind('number');
    return checkNumber(rules, value, rules.decimals ?? NUMBER_DECIMALS);
  },
  format(_rules, value) {
    if (typeof value !== 'number' || !Number.isFinite(value)) return plain(value);
    return group(String(value));
  },
};
