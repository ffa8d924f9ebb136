/** What changed in the order of work: steps that now run side by side or one after another, decisions that lead elsewhere. */
import { sorted, type Design, type FlowNode } from '../../document/index.ts';
import { concurrencyOf } from '../concurrency.ts';
import { graphOf, isWork, type FlowGraph, type WorkNode } from '../graph.ts';
import { wayOf } from '../../nodes/work-lowering.ts';
import { change, listed, officeOf, rolesOf, type Change, type Versions } from './change.ts';
import { same } from './steps.ts';

export function wayChanges({ before, after }: Versions): Change[] {
  const graphs = { before: graphOf(before.flow), after: graphOf(after.flow) };
  const common = graphs.after.nodes.flatMap((node) =>
    isWork(node) && isWork(before.flow.nodes[node.id]) ? [node] : [],
  );
  const was = concurrencyOf(graphs.before);
  const is = concurrencyOf(graphs.after);
  const newly = (now: typeof is, then: typeof is) => (a: WorkNode, b: WorkNode) =>
    now.sideBySide(a.id, b.id) && !then.sideBySide(a.id, b.id);
  const parallel = groups(common, newly(is, was));
  const series = groups(common, newly(was, is));
  const regrouped = new Set([...parallel, ...series].flat().map(({ id }) => id));
  return [
    ...parallel.map((group) => grouped('step.parallel', after, group)),
    ...series.map((group) => grouped('step.series', after, group)),
    ...common.flatMap((node) => orderChange(node, graphs, common, regrouped)),
    ...common.flatMap((node) => decisionWays(node, before, graphs, regrouped)),
    ...branchChanges(graphs),
  ];
}

function grouped(code: string, design: Design, group: readonly WorkNode[]): Change {
  const offices = group.map((node) => officeOf(design, node));
  const names = new Set(offices).size === group.length ? offices : group.map(({ name }) => name);
  return change(code, { steps: listed(names), count: group.length }, group.flatMap(rolesOf));
}

/** Steps that are related, directly or through others. */
function groups(nodes: readonly WorkNode[], related: (a: WorkNode, b: WorkNode) => boolean): WorkNode[][] {
  const left = new Set(nodes);
  const found: WorkNode[][] = [];
  for (const first of nodes) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const member of group) {
      for (const other of left) {
        if (!related(member, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    if (group.length > 1) found.push(group);
  }
  return found;
}

interface Graphs {
  readonly before: FlowGraph;
  readonly after: FlowGraph;
}

/** A step that now follows others than before, where no regrouping and no new or removed step says so. */
function orderChange(
  node: WorkNode,
  graphs: Graphs,
  common: readonly WorkNode[],
  regrouped: ReadonlySet<string>,
): Change[] {
  const kept = new Set(common.map(({ id }) => id));
  const old = previousSteps(graphs.before, node.id);
  const now = previousSteps(graphs.after, node.id);
  const touched = [node.id, ...old, ...now];
  if (same(old, now) || touched.some((id) => regrouped.has(id) || (isWorkOf(graphs, id) && !kept.has(id)))) return [];
  const names = now.map((id) => graphs.after.flow.nodes[id]?.name ?? '');
  return [change('step.follows', { step: node.name, steps: listed(names) }, rolesOf(node))];
}

const isWorkOf = ({ before, after }: Graphs, id: string): boolean =>
  isWork(before.flow.nodes[id]) || isWork(after.flow.nodes[id]);

/** Steps and starts before a node, gateways looked through, in the order of their ids. */
function previousSteps(graph: FlowGraph, id: string): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (at: string): void => {
    for (const from of graph.previous(at)) {
      const node = graph.flow.nodes[from];
      if (isWork(node) || node?.kind === 'start') found.add(from);
      else if (!seen.has(from)) {
        seen.add(from);
        visit(from);
      }
    }
  };
  visit(id);
  return [...found].sort();
}

/** Where a decision leads, gateways looked through, if neither the decision nor its target is new. */
function decisionWays(node: WorkNode, before: Design, graphs: Graphs, regrouped: ReadonlySet<string>): Change[] {
  const old = before.flow.nodes[node.id];
  if (!isWork(old)) return [];
  return sorted(node.decisions).flatMap(({ id, name }) => {
    if (!old.decisions[id]) return [];
    const was = targetsOf(graphs.before, old, id);
    const is = targetsOf(graphs.after, node, id);
    const [only] = is;
    if (only === undefined || is.length > 1 || was.length > 1 || same(was, is) || !graphs.before.flow.nodes[only])
      return [];
    // A plain step onward is said by the order of steps, or by what now runs side by side.
    const target = graphs.after.flow.nodes[only];
    const plain = targetsOfAll(graphs.after, node).length === 1;
    if (plain && (isWork(target) || regrouped.has(node.id))) return [];
    return [change('decision.way', { step: node.name, decision: name, arrives: target?.name ?? '' }, rolesOf(node))];
  });
}

const targetsOfAll = (graph: FlowGraph, node: WorkNode): string[] => [
  ...new Set(sorted(node.decisions).flatMap(({ id }) => targetsOf(graph, node, id))),
];

function targetsOf(graph: FlowGraph, node: WorkNode, decision: string): string[] {
  const way = wayOf(graph, node, decision);
  const first = way === null ? undefined : graph.flow.edges[way]?.to;
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (id: string): void => {
    const at = graph.flow.nodes[id];
    if (!at || !passes(at)) found.add(id);
    else if (!seen.has(id)) {
      seen.add(id);
      for (const to of graph.ways(id)) visit(to);
    }
  };
  if (first !== undefined) visit(first);
  return [...found].sort();
}

/** Gateways, links and borders of parts are looked through. */
const passes = ({ kind }: FlowNode): boolean =>
  kind === 'parallel' || kind === 'exclusive' || kind === 'inclusive' || kind === 'link' || kind === 'group';

function branchChanges({ before, after }: Graphs): Change[] {
  const meaning = (graph: FlowGraph, id: string): unknown =>
    graph.out(id).map((edge) => [edge.isDefault ? null : edge.condition, edge.to]);
  return after.nodes
    .filter(({ id, kind }) => (kind === 'exclusive' || kind === 'inclusive') && after.out(id).length > 1)
    .flatMap((node) => {
      if (!before.flow.nodes[node.id]) return [change('branch.added', { name: node.name })];
      return same(meaning(before, node.id), meaning(after, node.id))
        ? []
        : [change('branch.changed', { name: node.name })];
    });
}
