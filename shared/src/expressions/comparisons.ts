/** Which comparisons make sense for which kind of value, and what stands on their right. */
import type { Comparison, Field, FieldKind } from '../document/index.ts';

export type Operand = 'text' | 'number' | 'date' | 'option' | 'yesNo' | 'office' | 'nothing';

const NONE = ['filled', 'empty'] as const;
const EQUAL = ['eq', 'ne'] as const;
const ORDER = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;

const BY_KIND: Readonly<Record<FieldKind, { readonly operand: Operand; readonly ops: readonly Comparison[] }>> = {
  text: { operand: 'text', ops: [...EQUAL, 'contains', 'in', ...NONE] },
  longText: { operand: 'text', ops: ['contains', ...NONE] },
  number: { operand: 'number', ops: [...ORDER, 'in', ...NONE] },
  money: { operand: 'number', ops: [...ORDER, ...NONE] },
  date: { operand: 'date', ops: [...ORDER, ...NONE] },
  choice: { operand: 'option', ops: [...EQUAL, 'in', ...NONE] },
  yesNo: { operand: 'yesNo', ops: [...EQUAL, ...NONE] },
  idCard: { operand: 'text', ops: [...EQUAL, ...NONE] },
  uscc: { operand: 'text', ops: [...EQUAL, ...NONE] },
  phone: { operand: 'text', ops: [...EQUAL, ...NONE] },
  department: { operand: 'office', ops: ['contains', 'in', ...EQUAL, ...NONE] },
  file: { operand: 'nothing', ops: NONE },
  note: { operand: 'nothing', ops: [] },
};

/** Comparisons a sentence offers for a field, the usual one first. */
export function comparisonsFor(field: Pick<Field, 'kind' | 'display'>): readonly Comparison[] {
  if (field.kind === 'choice' && field.display === 'multiple') return ['contains', 'in', ...NONE];
  return BY_KIND[field.kind].ops;
}

export const operandOf = (field: Pick<Field, 'kind'>): Operand => BY_KIND[field.kind].operand;

/** Comparisons for the decision taken at a step. */
export const DECISION_COMPARISONS: readonly Comparison[] = [...EQUAL, 'in', ...NONE];

/** Does `value` have the type that this operand takes? */
export function fitsOperand(operand: Operand, value: unknown): boolean {
  if (operand === 'number') return typeof value === 'number';
  if (operand === 'yesNo') return typeof value === 'boolean';
  if (operand === 'date') return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return operand !== 'nothing' && typeof value === 'string';
}
