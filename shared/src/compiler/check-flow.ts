/**
 * Shape of the flow as a whole: where it starts and ends, and that everything lies between. What is wrong with one
 * node by itself is said by its kind. Of a part that cannot be reached or left, only the first node is named.
 */
import { isAttachment, type FlowNode } from '../document/index.ts';
import type { CheckContext } from '../nodes/lowering.ts';
import { checkStructure } from './check-structure.ts';
import { diagnose, edgeRef, nodeRef, repair, THE_DESIGN } from './diagnostics.ts';
import { ROOT, isEnd, isEventGroup, isHolding, isSetOff, reachable, type FlowGraph } from './graph.ts';
import type { Diagnostic, ElementRef } from './types.ts';

export function checkFlow({ graph }: CheckContext): Diagnostic[] {
  if (graph.nodes.length === 0) return [diagnose('flow.empty', THE_DESIGN, { repair: repair('addStartAndEnd') })];
  const starts = graph.nodes.filter((node) => node.kind === 'start' && graph.groupOf(node.id) === ROOT);
  const ends = graph.nodes.filter((node) => isEnd(node) && graph.groupOf(node.id) === ROOT);
  const found = [...checkStarts(starts), ...danglingEdges(graph), ...checkStructure(graph)];
  if (ends.length === 0) found.push(diagnose('flow.noEnd', THE_DESIGN, { repair: repair('addEnd') }));
  if (starts.length !== 1) return found;
  const reached = reachable(
    starts.map(({ id }) => id),
    (id) => graph.successors(id),
  );
  const stopped = ends.length > 0 ? withoutEnd(graph, reached) : [];
  // An end that nothing leads to is the other side of a way that stops.
  const islands = unreached(graph, reached).filter(({ element }) => stopped.length === 0 || !isEndAt(graph, element));
  return [...found, ...islands, ...stopped];
}

const isEndAt = ({ flow }: FlowGraph, element: ElementRef): boolean =>
  element.kind === 'node' && isEnd(flow.nodes[element.id]);

function checkStarts(starts: readonly FlowNode[]): Diagnostic[] {
  if (starts.length === 0) return [diagnose('flow.noStart', THE_DESIGN, { repair: repair('addStart') })];
  return starts.slice(1).map((extra) =>
    diagnose('flow.severalStarts', nodeRef(extra.id), {
      params: { name: extra.name, count: starts.length },
      related: starts.filter((node) => node !== extra).map(({ id }) => nodeRef(id)),
      repair: repair('removeNode'),
    }),
  );
}

function danglingEdges({ flow }: FlowGraph): Diagnostic[] {
  return Object.values(flow.edges)
    .filter((edge) => !flow.nodes[edge.from] || !flow.nodes[edge.to])
    .map((edge) => diagnose('edge.dangling', edgeRef(edge.id), { repair: repair('removeEdge') }));
}

/** Islands: each is named once, by a node that nothing leads to, or by any if it only runs in a circle. */
function unreached(graph: FlowGraph, reached: ReadonlySet<string>): Diagnostic[] {
  const left = graph.nodes.filter((node) => !reached.has(node.id) && !isLooseAttachment(graph, node));
  const heads = left.filter((node) => graph.into(node.id).length === 0 && !isSetOff(node));
  // A group before what stands in it.
  heads.sort((a, b) => Number(b.kind === 'group') - Number(a.kind === 'group'));
  const found: Diagnostic[] = [];
  const said = new Set<string>();
  for (const node of [...heads, ...left]) {
    if (said.has(node.id)) continue;
    const island = reachable([node.id], (id) => graph.successors(id));
    const related = [...island].filter((id) => id !== node.id && !reached.has(id) && !said.has(id));
    for (const id of [node.id, ...related]) said.add(id);
    found.push(
      diagnose('node.unreachable', nodeRef(node.id), { params: { name: node.name }, related: related.map(nodeRef) }),
    );
  }
  return found;
}

/** An attachment without a host is said by its kind. */
const isLooseAttachment = (graph: FlowGraph, node: FlowNode): boolean =>
  isAttachment(node) && !isHolding(graph.flow.nodes[node.attachedTo]);

/** Dead ends, and circles that nothing leaves. */
function withoutEnd(graph: FlowGraph, reached: ReadonlySet<string>): Diagnostic[] {
  const stopped = graph.nodes.filter((node) => graph.out(node.id).length === 0 && needsWay(graph, node));
  const found = stopped.map((node) =>
    diagnose('node.noWayOut', nodeRef(node.id), { params: { name: node.name }, repair: repair('connectToEnd') }),
  );
  const before = new Map<string, string[]>();
  for (const { id } of graph.nodes) {
    for (const to of graph.successors(id)) {
      const list = before.get(to);
      if (list) list.push(id);
      else before.set(to, [id]);
    }
  }
  const last = graph.nodes.filter(({ id }) => graph.ways(id).length === 0);
  const leading = reachable(
    last.map(({ id }) => id),
    (id) => before.get(id) ?? [],
  );
  const circling = graph.nodes.filter((node) => reached.has(node.id) && !leading.has(node.id));
  const [first, ...rest] = circling;
  if (first) {
    found.push(
      diagnose('node.noWayToEnd', nodeRef(first.id), {
        params: { name: first.name },
        related: rest.map(({ id }) => nodeRef(id)),
      }),
    );
  }
  return found;
}

/** Inside a group a path may just stop; so may a reverse step, and an attachment that only reminds. */
function needsWay(graph: FlowGraph, node: FlowNode): boolean {
  if (isEnd(node) || isEventGroup(node) || isLooseAttachment(graph, node)) return false;
  if (node.kind === 'link') return node.direction === 'catch';
  if (node.kind === 'onTime' && node.remind) return false;
  return graph.groupOf(node.id) === ROOT && !graph.reversing(node.id);
}
