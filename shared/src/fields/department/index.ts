/**
 * Departments ticked on the form. Where the field has no options of its own, they are the bodies of the dispatch that
 * reads it, which only the caller knows: then the shape alone is checked here.
 */
import type { FieldKindDefinition } from '../kind.ts';
import { optionList, wrongKind } from '../kind.ts';
import { checkOptions, formatOptions, isStrings } from '../choice/index.ts';

export const department: FieldKindDefinition = {
  kind: 'department',
  holdsValue: true,
  defaults: { width: 'full', display: 'multiple' },
  check(rules, value) {
    if (!isStrings(value)) return wrongKind('department');
    if (optionList(rules).length > 0) return checkOptions(rules, value);
    return new Set(value).size < value.length ? [{ code: 'repeatedOption' }] : [];
  },
  format: formatOptions,
};
