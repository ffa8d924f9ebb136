/** A telephone number of the mainland: mobile, or a land line with its area code and optional extension. */
import type { FieldKindDefinition } from '../kind.ts';
import { plain, wrongKind } from '../kind.ts';

const MOBILE = /^1[3-9]\d{9}$/;
const LAND_LINE = /^0\d{2,3}-?[2-9]\d{6,7}(-\d{1,6})?$/;

export const phone: FieldKindDefinition = {
  kind: 'phone',
  holdsValue: true,
  defaults: { width: 'half' },
  check(_rules, value) {
    if (typeof value !== 'string') return wrongKind('phone');
    return MOBILE.test(value) || LAND_LINE.test(value) ? [] : [{ code: 'phoneForm' }];
  },
  format: (_rules, value) => plain(value),
  mask(value) {
    const shown = plain(value);
    if (shown.length <= 7) return '*'.repeat(shown.length);
    return shown.slice(0, 3) + '*'.repeat(shown.length - 7) + shown.slice(-4);
  },
  normalise: (value) => (typeof value === 'string' ? value.replace(/\s/g, '') : value),
};
