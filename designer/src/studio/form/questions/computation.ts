/**
 * How a computed field is worked out, as a choice instead of a formula: fields added, subtracted, multiplied or divided
 * in turn, or one field taken over. Lowered to FEEL text, and read back from it; a text written elsewhere that is none
 * of these is kept as it is and answered with null.
 */
import type { Design } from '@tongban/shared/document';
import { fieldsInOrder } from '../placement.ts';

export const OPERATIONS = ['sum', 'difference', 'product', 'quotient', 'copy'] as const;
export type Operation = (typeof OPERATIONS)[number];

export interface Computation {
  readonly operation: Operation;
  /** Field ids in the order in which they take part. */
  readonly fields: readonly string[];
}

const SIGNS: Readonly<Record<Exclude<Operation, 'copy'>, string>> = {
  sum: '+',
  difference: '-',
  product: '*',
  quotient: '/',
};
const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

export function computationToFeel({ operation, fields }: Computation): string {
  const terms = fields.map((id) => (NAME.test(id) ? `form.${id}` : `get value(form, ${JSON.stringify(id)})`));
  return operation === 'copy' ? (terms[0] ?? '') : terms.join(` ${SIGNS[operation]} `);
}

const TERM = String.raw`(?:form\.[\p{L}_][\p{L}\p{N}_]*|get value\(form, "(?:[^"\\]|\\.)*"\))`;

export function computationOf(feel: string): Computation | null {
  const text = feel.trim();
  if (text === '') return { operation: 'sum', fields: [] };
  for (const operation of OPERATIONS) {
    const sign = operation === 'copy' ? null : SIGNS[operation];
    const shape = sign === null ? `^${TERM}$` : `^${TERM}(?: [${sign}] ${TERM})+$`;
    if (!new RegExp(shape, 'u').test(text)) continue;
    return { operation, fields: [...text.matchAll(new RegExp(TERM, 'gu'))].map(([term]) => idOf(term)) };
  }
  return null;
}

function idOf(term: string): string {
  if (term.startsWith('form.')) return term.slice('form.'.length);
  return JSON.parse(term.slice('get value(form, '.length, -1)) as string;
}

/** Fields that can take part: figures for reckoning, anything that holds text for taking over; never the field itself. */
export function operands(design: Design, self: string, operation: Operation): { id: string; name: string }[] {
  return fieldsInOrder(design)
    .filter((field) => field.id !== self && field.kind !== 'note' && field.kind !== 'file')
    .filter((field) => operation === 'copy' || field.kind === 'number' || field.kind === 'money')
    .map(({ id, name }) => ({ id, name }));
}
