/** 环节表: the flow as rows, in the order in which it is drawn. Gateways are not rows; what leads through them is. */
import { isAttachment, connect, removeElements, sorted, type Design, type FlowNode } from '@tongban/shared/document';
import { nodeFamily } from '@tongban/shared/nodes';
import { columnsOf } from '../../ui/flow/columns.ts';
import { indexFlow } from '../../ui/flow/lanes.ts';
import { canConnect } from '../flow/edits.ts';

export interface StepRow {
  readonly node: FlowNode;
  readonly before: readonly Predecessor[];
  /** Decisions, or the result of an end. */
  readonly results: readonly string[];
}
export interface Predecessor {
  readonly id: string;
  readonly name: string;
  /** Leads here through gateways: shown, not taken away in the table. */
  readonly through: boolean;
}

const isRow = (node: FlowNode): boolean => nodeFamily(node.kind) !== 'gateway';

export function stepRows(design: Design): StepRow[] {
  const { flow, layout } = design;
  const index = indexFlow(flow);
  const columns = columnsOf(flow, index);
  const place = (node: FlowNode): number => columns.get(isAttachment(node) ? node.attachedTo : node.id) ?? 0;
  return Object.values(flow.nodes)
    .filter(isRow)
    .sort(
      (a, b) =>
        place(a) - place(b) ||
        (layout[a.id]?.x ?? 0) - (layout[b.id]?.x ?? 0) ||
        (layout[a.id]?.y ?? 0) - (layout[b.id]?.y ?? 0) ||
        (a.id < b.id ? -1 : 1),
    )
    .map((node) => ({ node, before: predecessors(design, node.id, index.incoming), results: resultsOf(node) }));
}

function predecessors(design: Design, id: string, incoming: ReadonlyMap<string, readonly string[]>): Predecessor[] {
  const found = new Map<string, Predecessor>();
  const seen = new Set<string>();
  const collect = (at: string, through: boolean): void => {
    for (const from of incoming.get(at) ?? []) {
      const node = design.flow.nodes[from];
      if (!node) continue;
      if (isRow(node)) {
        if (!found.has(from)) found.set(from, { id: from, name: node.name, through });
      } else if (!seen.has(from)) {
        seen.add(from);
        collect(from, true);
      }
    }
  };
  collect(id, false);
  return [...found.values()];
}

function resultsOf(node: FlowNode): string[] {
  return node.kind === 'task' || node.kind === 'dispatch'
    ? sorted(node.decisions).map((decision) => decision.name)
    : [];
}

/** Draws and removes direct lines so that a step follows exactly these; what leads through gateways stays. */
export function setPredecessors(design: Design, id: string, wanted: readonly string[], newId: () => string): Design {
  const direct = Object.values(design.flow.edges).filter((edge) => edge.to === id);
  const through = new Set(
    predecessors(design, id, indexFlow(design.flow).incoming)
      .filter((before) => before.through)
      .map((before) => before.id),
  );
  const gone = direct.filter((edge) => {
    const from = design.flow.nodes[edge.from];
    return from !== undefined && isRow(from) && !wanted.includes(edge.from);
  });
  const next =
    gone.length > 0
      ? removeElements(
          design,
          gone.map((edge) => edge.id),
        )
      : design;
  return wanted
    .filter((from) => !through.has(from) && canConnect(next, from, id) && !direct.some((edge) => edge.from === from))
    .reduce((now, from) => connect(now, { id: newId(), from, to: id }), next);
}
