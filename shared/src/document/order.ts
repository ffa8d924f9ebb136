/**
 * Fractional order keys: elements keep their place when others come and go, and two editors who insert at the same
 * place both keep their element (ties are broken by id).
 */
import { generateKeyBetween } from 'fractional-indexing';

export interface Ordered {
  readonly id: string;
  readonly order: string;
}

/** The elements of a collection in their order. */
export function sorted<T extends Ordered>(collection: Readonly<Record<string, T>>): T[] {
  return Object.values(collection).sort(byOrder);
}

export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** A key after every element of the collection. */
export function orderAtEnd(collection: Readonly<Record<string, Ordered>>): string {
  return orderBetween(sorted(collection).at(-1)?.order ?? null, null);
}

/** A key between two neighbours (null: the edge of the list). Equal or crossed neighbours give a key after the first. */
export function orderBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after) return generateKeyBetween(before, null);
  return generateKeyBetween(before, after);
}

/** A key that puts an element at `index` among the others of its collection (itself left out). */
export function orderAt(collection: Readonly<Record<string, Ordered>>, index: number, self?: string): string {
  const others = sorted(collection).filter((element) => element.id !== self);
  const at = Math.max(0, Math.min(index, others.length));
  return orderBetween(others[at - 1]?.order ?? null, others[at]?.order ?? null);
}
