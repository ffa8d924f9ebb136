/** Nobody shows others more than they see themselves. */
import { accessAt, type ExecutableIndex } from '../index-of.ts';
import type { Activity, Rejection } from '../types.ts';

export function checkShown(
  { index }: { readonly index: ExecutableIndex },
  { node, element }: Activity,
  fields: readonly string[] | null,
): Rejection | null {
  const hidden = (id: string): boolean => {
    const field = index.fields.get(id);
    return !field || accessAt(field, node, element) === 'hidden';
  };
  const problems = (fields ?? []).filter(hidden).map((field) => ({ field, code: 'fieldUnknown' }));
  return problems.length > 0 ? { code: 'fieldUnknown', problems } : null;
}
