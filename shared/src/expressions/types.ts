/** FEEL's types as data, as far as a text can be checked before there are values (DMN 1.5, 10.3.2). */

/** `context` without entries is any context; `any` fits everywhere. */
export type FeelTypeName =
  | 'any'
  | 'null'
  | 'number'
  | 'string'
  | 'boolean'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'list'
  | 'context'
  | 'range'
  | 'function';

export type FeelType =
  | FeelTypeName
  | { readonly kind: 'list'; readonly of: FeelType }
  | { readonly kind: 'range'; readonly of: FeelType }
  /**
   * An entry that is not listed is a mistake. `byId`: the entries are ids, and one that is no plain name is reached with
   * `get value` alone; else names may hold spaces and signs.
   */
  | { readonly kind: 'context'; readonly entries: FeelTypes; readonly byId?: true }
  /** Parameters in order; `result` is `any` where it depends on the arguments. */
  | { readonly kind: 'function'; readonly parameters: readonly string[]; readonly result: FeelType };

/** The names that a text may use, with their types. Names may hold spaces, as in DMN. */
export type FeelTypes = Readonly<Record<string, FeelType>>;
