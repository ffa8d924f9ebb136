/** Yes or no. `false` is an answer, not an empty field. */
import type { FieldKindDefinition, Language } from '../kind.ts';
import { plain, wrongKind } from '../kind.ts';
import { YES_NO_WORDS } from '../../words/fields.ts';

export const yesNo: FieldKindDefinition = {
  kind: 'yesNo',
  holdsValue: true,
  defaults: { width: 'third' },
  check: (_rules, value) => (typeof value === 'boolean' ? [] : wrongKind('yesNo')),
  format(_rules, value, language: Language) {
    if (typeof value !== 'boolean') return plain(value);
    return YES_NO_WORDS[value ? 'yes' : 'no'][language];
  },
};
