/**
 * Columns for nodes that have no place yet: a node stands right of everything that leads to it, lines that lead
 * back left aside. Used for documents that come without a layout, and as the answer when the layout worker fails.
 */
import { isAttachment, type Flow } from '@tongban/shared/document';
import { indexFlow, type FlowIndex } from './lanes.ts';

/** Edges "from>to" that close a circle when the flow is walked from its starts. */
export function backEdges(flow: Flow, index: FlowIndex = indexFlow(flow)): ReadonlySet<string> {
  const back = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (root: string): void => {
    const stack: { id: string; next: number }[] = [{ id: root, next: 0 }];
    state.set(root, 'open');
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const target = (index.outgoing.get(top.id) ?? [])[top.next++];
      if (target === undefined) {
        state.set(top.id, 'done');
        stack.pop();
      } else if (state.get(target) === 'open') {
        back.add(`${top.id}>${target}`);
      } else if (!state.has(target)) {
        state.set(target, 'open');
        stack.push({ id: target, next: 0 });
      }
    }
  };
  const nodes = Object.values(flow.nodes);
  for (const node of nodes) if (node.kind === 'start' && !state.has(node.id)) visit(node.id);
  for (const node of nodes) if (!state.has(node.id) && !index.incoming.get(node.id)?.length) visit(node.id);
  for (const node of nodes) if (!state.has(node.id)) visit(node.id);
  return back;
}

/** Column number (0 = first) of every node: one more than the furthest node that leads to it. */
export function columnsOf(flow: Flow, index: FlowIndex = indexFlow(flow)): ReadonlyMap<string, number> {
  const back = backEdges(flow, index);
  const columns = new Map<string, number>();
  const open = new Map<string, number>();
  const ids = Object.keys(flow.nodes);
  for (const id of ids) {
    open.set(id, (index.incoming.get(id) ?? []).filter((from) => !back.has(`${from}>${id}`)).length);
  }
  const attached = new Map<string, string[]>();
  for (const node of Object.values(flow.nodes)) {
    if (isAttachment(node)) attached.set(node.attachedTo, [...(attached.get(node.attachedTo) ?? []), node.id]);
  }
  const queue = ids.filter((id) => open.get(id) === 0);
  for (const id of queue) columns.set(id, 0);
  for (let at = 0; at < queue.length; at++) {
    const id = queue[at] ?? '';
    const targets = [...(index.outgoing.get(id) ?? []), ...(attached.get(id) ?? [])];
    for (const target of targets) {
      if (back.has(`${id}>${target}`)) continue;
      const step = isAttachment(flow.nodes[target]) ? 0 : 1;
      columns.set(target, Math.max(columns.get(target) ?? 0, (columns.get(id) ?? 0) + step));
      const left = (open.get(target) ?? 0) - 1;
      open.set(target, left);
      if (left === 0) queue.push(target);
    }
  }
  for (const id of ids) if (!columns.has(id)) columns.set(id, 0);
  return columns;
}
