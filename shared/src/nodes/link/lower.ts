import type { NodeOf } from '../../document/index.ts';

/** No primitive: before lowering, the edges into a throwing link lead to where the catching one goes (prepare.ts). */
export function lowerLink({ id }: NodeOf<'link'>): never {
  throw new Error(`Expected no link in a prepared drawing, but found "${id}"`);
}
