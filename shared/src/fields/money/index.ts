/** An amount of money in yuan. */
import type { FieldKindDefinition } from '../kind.ts';
import { plain, wrongKind } from '../kind.ts';
import { checkNumber, group } from '../number/amount.ts';

/** Decimals allowed and shown when the field does not say: cents. */
export const MONEY_DECIMALS = 2;

export const money: FieldKindDefinition = {
  kind: 'money',
  holdsValue: true,
  defaults: { width: 'half', min: 0, decimals: MONEY_DECIMALS, unit: '元' },
  check(rules, value) {
    if (typeof value !== 'number') return wrongKind('money');
    return checkNumber(rules, value, rules.decimals ?? MONEY_DECIMALS);
  },
  format(rules, value) {
    if (typeof value !== 'number' || !Number.isFinite(value)) return plain(value);
    return group(value.toFixed(rules.decimals ?? MONEY_DECIMALS));
  },
};
