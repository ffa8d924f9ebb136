/** The built-in functions by name. A name of the context hides the one that is spelled alike. */
import type { Builtin } from './builtin.ts';
import { LISTS } from './lists.ts';
import { MOMENTS } from './moments.ts';
import { NUMBERS } from './numbers.ts';
import { THE_REST } from './rest.ts';
import { TEXTS } from './texts.ts';

const BUILTINS: ReadonlyMap<string, Builtin> = new Map(
  [...TEXTS, ...NUMBERS, ...LISTS, ...MOMENTS, ...THE_REST].map((builtin) => [builtin.name, builtin]),
);

export const builtinOf = (name: string): Builtin | undefined => BUILTINS.get(name);
export const builtinNames = (): readonly string[] => [...BUILTINS.keys()];
export type { Builtin, Parameter } from './builtin.ts';
