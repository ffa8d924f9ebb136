/**
 * What the compiler makes of a part. `tag` is what the part is by its form, which alone decides how a filter takes it:
 * as a position, as a test of each element, or not at all.
 */
import type { Code } from './frames.ts';

export type Tag = 'number' | 'boolean' | 'string' | 'date' | 'null' | 'test' | 'any' | 'other';

export interface Compiled {
  readonly code: Code;
  readonly tag: Tag;
}

export const commonTag = (a: Tag, b: Tag): Tag => (a === b ? a : 'any');

/** Everything but no and nothing counts as yes. */
export const holds = (value: unknown): boolean => value !== false && value !== null && value !== undefined;
