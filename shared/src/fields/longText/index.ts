/** Text of several lines. */
import type { FieldKindDefinition } from '../kind.ts';
import { plain, wrongKind } from '../kind.ts';

/** Characters allowed when the field does not say. */
export const LONG_TEXT_LENGTH = 2000;

export const longText: FieldKindDefinition = {
  kind: 'longText',
  holdsValue: true,
  defaults: { width: 'full', maxLength: LONG_TEXT_LENGTH },
  check(rules, value) {
    if (typeof value !== 'string') return wrongKind('longText');
    const max = rules.maxLength ?? LONG_TEXT_LENGTH;
    return value.length > max ? [{ code: 'tooLong', params: { max, length: value.length } }] : [];
  },
  format: (_rules, value) => plain(value),
  normalise: (value) => (typeof value === 'string' ? value.trim() : value),
};
