/** Ids of what the compiler adds to a drawing: the wish, or the wish with the next free number. */
import type { Design } from '../document/index.ts';

export function freeId(design: Design, wish: string): string {
  const { flow, form } = design;
  const base = wish.slice(0, 56);
  const taken = (id: string): boolean =>
    [flow.nodes, flow.edges, flow.lanes, form.fields, form.sections].some((record) => record[id] !== undefined);
  if (!taken(base)) return base;
  for (let n = 2; ; n++) if (!taken(`${base}${n}`)) return `${base}${n}`;
}
