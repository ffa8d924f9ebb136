/** One line of text. */
import type { FieldKindDefinition, ValueProblem } from '../kind.ts';
import { plain, wrongKind } from '../kind.ts';

/** Characters allowed when the field does not say. */
export const TEXT_LENGTH = 200;

export const text: FieldKindDefinition = {
  kind: 'text',
  holdsValue: true,
  defaults: { width: 'half' },
  check(rules, value) {
    if (typeof value !== 'string') return wrongKind('text');
    const problems: ValueProblem[] = [];
    const max = rules.maxLength ?? TEXT_LENGTH;
    if (value.length > max) problems.push({ code: 'tooLong', params: { max, length: value.length } });
    if (/[\r\n]/.test(value)) problems.push({ code: 'lineBreak' });
    return problems;
  },
  format: (_rules, value) => plain(value),
  normalise: (value) => (typeof value === 'string' ? value.trim() : value),
};
