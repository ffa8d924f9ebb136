/** Types of what expressions read of a case: `form` with its fields, `steps` with the decisions taken. */
import type { Field, FieldKind } from '../document/index.ts';
import { listOf } from './relations.ts';
import type { FeelType, FeelTypes } from './types.ts';

type FieldShape = Pick<Field, 'kind' | 'display'>;

const FILE: FeelType = { kind: 'context', entries: { id: 'string', name: 'string', bytes: 'number' } };

/** Days are texts (YYYY-MM-DD), as the case stores them; `date(form.day)` makes a day of one. */
const TYPES: Readonly<Record<FieldKind, FeelType>> = {
  text: 'string',
  longText: 'string',
  number: 'number',
  money: 'number',
  date: 'string',
  choice: 'string',
  yesNo: 'boolean',
  idCard: 'string',
  uscc: 'string',
  phone: 'string',
  department: listOf('string'),
  file: listOf(FILE),
  note: 'null',
};

export const fieldType = ({ kind, display }: FieldShape): FeelType =>
  kind === 'choice' && display === 'multiple' ? listOf('string') : TYPES[kind];

/** What a formula may give for a field: a day or a moment is stored as its text. */
export function givenBy(field: FieldShape): readonly FeelType[] {
  const type = fieldType(field);
  return type === 'string' ? ['string', 'date', 'date and time'] : [type];
}

/** `fields` by id; `steps`: ids of the steps that take a decision. */
export function caseTypes(fields: Readonly<Record<string, FieldShape>>, steps: readonly string[]): FeelTypes {
  const form = Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, fieldType(field)]));
  const step: FeelType = { kind: 'context', entries: { outcome: 'string' } };
  return {
    form: { kind: 'context', entries: form, byId: true },
    steps: { kind: 'context', entries: Object.fromEntries(steps.map((id) => [id, step])), byId: true },
  };
}
