/**
 * The names that the grammar needs to know while it reads (names may hold spaces), under a bound: the parser follows
 * what every name stands for, and texts exist whose names stand for exponentially much.
 */
import { VariableContext } from 'lezer-feel';
import type { FeelType, FeelTypes } from './types.ts';

/** Names that a text may bring along: entries of its contexts, loop variables, parameters. */
export const MOST_NAMES = 250;
/** Characters of names that may be copied on the way. */
const MOST_COPIED = 2_000_000;

export class TooManyNames extends Error {}

export type NameTracker = typeof VariableContext;

/** A fresh tracker for one text. Throws TooManyNames. */
export function boundedNames(): NameTracker {
  let names = 0;
  let copied = 0;
  const copy = (value: object): Record<string, unknown> => {
    const made: Record<string, unknown> = {};
    for (const [key, entry] of Object.entries(value)) {
      copied += key.length + 1;
      define(made, key, entry);
    }
    if (copied > MOST_COPIED) throw new TooManyNames();
    return made;
  };

  class Names extends VariableContext {
    static override of(...contexts: unknown[]): VariableContext {
      return new Names(contexts.reduce<Record<string, unknown>>(merge, {}));
    }

    override set(key: string, value: unknown): this {
      names += 1;
      if (names > MOST_NAMES) throw new TooManyNames();
      const made = copy(this.value as object);
      define(made, key, value);
      return new Names(made) as this;
    }
  }

  const unwrap = (value: unknown): object =>
    value instanceof Names ? (value.value as object) : Names.isAtomic(value) ? {} : (value as object);

  /** Entries of both; where both have one, what it stands for is merged too. */
  const merge = (left: unknown, right: unknown): Record<string, unknown> => {
    const made = copy(unwrap(left));
    for (const [key, value] of Object.entries(unwrap(right))) {
      copied += key.length + 1;
      if (copied > MOST_COPIED) throw new TooManyNames();
      // What is worked out later is atomic, and an object.
      const later = typeof value === 'object' && value !== null && !(value instanceof Names) && Names.isAtomic(value);
      define(made, key, !later && Object.hasOwn(made, key) ? merge(made[key], value) : value);
    }
    return made;
  };

  return Names;
}

/** As an own property whatever the key: `__proto__` is a name like another. */
function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

/** The names of the types, nested as the contexts are. */
export function namesOf(types: FeelTypes): Record<string, unknown> {
  const names: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(types)) define(names, name, insideOf(type));
  return names;
}

function insideOf(type: FeelType): unknown {
  if (typeof type === 'string') return 1;
  if (type.kind === 'context') return type.byId ? 1 : namesOf(type.entries);
  return type.kind === 'list' ? insideOf(type.of) : 1;
}
