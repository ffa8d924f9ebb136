/**
 * Who needs what from whom (A4.1), computed from the design alone. Data: `to` needs a field that `from` writes.
 * Decision: whether `to` is reached depends on a decision taken at `from`, on its own ways or at a branch further on.
 */
import { sorted, type Design } from '../../document/index.ts';
import { readsOf } from '../../expressions/index.ts';
import { dataFlowOf, type DataFlow } from '../data-flow.ts';
import { dominatorsOf } from '../dominators.ts';
import { forwardEdges } from '../forward.ts';
import { graphOf, isWork, reachable, type FlowGraph } from '../graph.ts';
import type { Dependency } from '../types.ts';

/** Between working steps, earlier step first. Loops are left out: what a later round brings is no need now. */
export function dependencies(design: Design): Dependency[] {
  const graph = graphOf(design.flow);
  const forward = forwardEdges(graph, true);
  const order = [...forward.order].reverse().filter((id) => isWork(graph.flow.nodes[id]));
  const data = dataFlowOf(design, graph);
  const decided = decisionsOver(graph, data, forward.next);
  const place = new Map(sorted(design.form.fields).map((field, i) => [field.id, i]));
  const found: Dependency[] = [];
  const rank = new Map(order.map((id, i) => [id, i]));
  const after = new Map<string, ReadonlySet<string>>();
  const follows = (id: string): ReadonlySet<string> => {
    const known = after.get(id) ?? reachable([id], (at) => forward.next.get(at) ?? []);
    after.set(id, known);
    return known;
  };
  for (const to of order) {
    const fields = new Map<string, string[]>();
    for (const field of data.needs(to)) {
      for (const from of data.writers(field)) fields.set(from, [...(fields.get(from) ?? []), field]);
    }
    const deciders = [...decided].flatMap(([from, steps]) => (steps.has(to) ? [from] : []));
    for (const from of new Set([...fields.keys(), ...deciders])) {
      if (from === to || !rank.has(from) || follows(to).has(from)) continue;
      const read = (fields.get(from) ?? []).sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
      found.push({ from, to, fields: read, decision: decided.get(from)?.has(to) ?? false });
    }
  }
  const at = (id: string): number => rank.get(id) ?? 0;
  return found.sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to));
}

/** For each step, the steps that its decision can keep from being reached. */
function decisionsOver(
  graph: FlowGraph,
  data: DataFlow,
  next: ReadonlyMap<string, readonly string[]>,
): Map<string, Set<string>> {
  const post = postDominators(graph);
  const controlled = (brancher: string): string[] =>
    [...reachable([brancher], (id) => next.get(id) ?? [])].filter((id) => id !== brancher && !post(id, brancher));
  const decided = new Map<string, Set<string>>();
  const add = (from: string, ids: readonly string[]): void => {
    const set = decided.get(from) ?? new Set();
    for (const id of ids) set.add(id);
    decided.set(from, set);
  };
  for (const node of graph.nodes) {
    const edges = graph.out(node.id);
    if (isWork(node) && new Set(edges.map((edge) => edge.to)).size > 1) add(node.id, controlled(node.id));
    if ((node.kind !== 'exclusive' && node.kind !== 'inclusive') || edges.length < 2) continue;
    const kept = controlled(node.id);
    for (const { condition } of edges) {
      if (!condition) continue;
      const reads = readsOf(condition);
      for (const step of reads.decisions) add(step, kept);
      for (const field of reads.fields) {
        for (const source of data.sources(field)) for (const writer of data.writers(source)) add(writer, kept);
      }
    }
  }
  return decided;
}

const EXIT = '';

/** `a` lies on every way from `b` to an end. */
function postDominators(graph: FlowGraph): (a: string, b: string) => boolean {
  const back = new Map<string, string[]>();
  const push = (to: string, from: string): void => {
    const list = back.get(to);
    if (list) list.push(from);
    else back.set(to, [from]);
  };
  for (const node of graph.nodes) {
    const next = graph.ways(node.id);
    if (next.length === 0) push(EXIT, node.id);
    for (const to of next) push(to, node.id);
  }
  const dominators = dominatorsOf(EXIT, (id) => back.get(id) ?? []);
  return (a, b) => dominators.dominates(a, b);
}
