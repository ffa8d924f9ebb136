/** One option of a list, or several where `display` is multiple. Values are option ids. */
import type { Value } from '../../kernel/types.ts';
import type { FieldKindDefinition, ValueProblem, ValueRules } from '../kind.ts';
import { isList, optionList, plain, wrongKind } from '../kind.ts';

export const choice: FieldKindDefinition = {
  kind: 'choice',
  holdsValue: true,
  defaults: { width: 'half', display: 'radio' },
  check(rules, value) {
    const several = rules.display === 'multiple';
    if (several ? !isStrings(value) : typeof value !== 'string') return wrongKind('choice');
    return checkOptions(rules, value);
  },
  format: formatOptions,
};

/** Ids that the list does not have, and ids given twice. */
export function checkOptions(rules: ValueRules, value: Value): readonly ValueProblem[] {
  const known = new Set(optionList(rules).map((option) => option.id));
  const given = idsOf(value);
  const problems: ValueProblem[] = given
    .filter((id) => !known.has(id))
    .map((id) => ({ code: 'unknownOption', params: { option: id } }));
  if (new Set(given).size < given.length) problems.push({ code: 'repeatedOption' });
  return problems;
}

/** Names in the order of the list; an id that is no longer offered is shown as it is. */
export function formatOptions(rules: ValueRules, value: Value): string {
  const ids = idsOf(value);
  if (ids.length === 0) return plain(value);
  const options = optionList(rules);
  const known = options.filter((option) => ids.includes(option.id)).map((option) => option.name);
  const others = ids.filter((id) => !options.some((option) => option.id === id));
  return [...known, ...others].join('、');
}

export function isStrings(value: Value): value is readonly string[] {
  return (
    value !== null && typeof value === 'object' && isList<unknown>(value) && value.every((v) => typeof v === 'string')
  );
}

function idsOf(value: Value): readonly string[] {
  if (typeof value === 'string') return [value];
  return isStrings(value) ? value : [];
}
