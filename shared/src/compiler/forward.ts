/** The flow without its loops: depth-first from the start, edges back to a node of the current way are left out. */
import type { FlowGraph } from './graph.ts';

export interface Forward {
  /** Reached nodes, each after all its successors (post-order). */
  readonly order: readonly string[];
  readonly next: ReadonlyMap<string, readonly string[]>;
}

/** With `attachments`, what hangs on a node without being on a way is followed from it too. */
export function forwardEdges(graph: FlowGraph, attachments = false): Forward {
  const start = graph.start;
  const order: string[] = [];
  const next = new Map<string, string[]>();
  if (!start) return { order, next };
  const steps = attachments ? graph.successors : graph.ways;
  const state = new Map<string, 'open' | 'done'>([[start.id, 'open']]);
  const stack = [{ id: start.id, to: steps(start.id), at: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const to = top.to[top.at++];
    if (to === undefined) {
      state.set(top.id, 'done');
      order.push(top.id);
      stack.pop();
      continue;
    }
    if (state.get(to) === 'open') continue;
    const list = next.get(top.id);
    if (list) list.push(to);
    else next.set(top.id, [to]);
    if (!state.has(to)) {
      state.set(to, 'open');
      stack.push({ id: to, to: steps(to), at: 0 });
    }
  }
  return { order, next };
}
