/** Random small flows for property tests: well nested ones, some of them broken by a few careless edits. */
import fc from 'fast-check';
import type { Design, Edge, FlowNode } from '../../document/index.ts';
import { DesignBuilder } from '../testing.ts';

type Shape =
  | { readonly type: 'task'; readonly timer: 'none' | 'aside' | 'interrupt' }
  | { readonly type: 'series'; readonly parts: readonly Shape[] }
  | { readonly type: 'side' | 'either'; readonly parts: readonly Shape[] }
  | { readonly type: 'loop'; readonly body: Shape };

const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      type: fc.constant('task' as const),
      timer: fc.constantFrom('none' as const, 'none' as const, 'none' as const, 'aside' as const, 'interrupt' as const),
    }),
    fc.record({ type: fc.constant('series' as const), parts: fc.array(tie('shape'), { minLength: 1, maxLength: 3 }) }),
    fc.record({
      type: fc.constantFrom('side' as const, 'either' as const),
      parts: fc.array(tie('shape'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ type: fc.constant('loop' as const), body: tie('shape') }),
  ),
}));

/** A careless edit; numbers pick an element among those that are there. */
type Slip =
  | { readonly type: 'retarget'; readonly edge: number; readonly node: number }
  | { readonly type: 'source'; readonly edge: number; readonly node: number }
  | { readonly type: 'decision'; readonly node: number; readonly to: number }
  | { readonly type: 'kind'; readonly node: number }
  | { readonly type: 'drop'; readonly edge: number };

const number = fc.nat({ max: 1000 });
const slip: fc.Arbitrary<Slip> = fc.oneof(
  fc.record({ type: fc.constant('retarget' as const), edge: number, node: number }),
  fc.record({ type: fc.constant('source' as const), edge: number, node: number }),
  fc.record({ type: fc.constant('decision' as const), node: number, to: number }),
  fc.record({ type: fc.constant('kind' as const), node: number }),
  fc.record({ type: fc.constant('drop' as const), edge: number }),
);

export const randomFlow: fc.Arbitrary<Design> = fc
  .tuple(shape, fc.array(slip, { maxLength: 3 }))
  .map(([drawn, slips]) => finish(slips.reduce(apply, draw(drawn))));

// ---------------------------------------------------------------- drawing

const MAY_RETURN = { powers: { correct: false, return: true, reject: false } };

function draw(drawn: Shape): Design {
  const builder = new DesignBuilder().node('start', 'start').node('end', 'end');
  let count = 0;
  const fresh = (prefix: string): string => `${prefix}${++count}`;
  /** Draws a part after `from` and gives the node that ends it. */
  const place = (part: Shape, from: string): string => {
    if (part.type === 'task') {
      const id = fresh('t');
      builder.task(id, MAY_RETURN).edge(from, id);
      if (part.timer !== 'none') {
        const timer = fresh('o');
        const after = { amount: 1, unit: 'workhour' };
        builder.node('onTime', timer, { attachedTo: id, interrupting: part.timer === 'interrupt', after });
        const late = fresh('t');
        builder.task(late, MAY_RETURN).edge(timer, late).edge(late, 'end');
      }
      return id;
    }
    if (part.type === 'series') return part.parts.reduce((at, one) => place(one, at), from);
    if (part.type === 'loop') {
      const [entry, exit] = [fresh('x'), fresh('x')];
      builder.node('exclusive', entry).node('exclusive', exit).edge(from, entry);
      builder.edge(place(part.body, entry), exit).edge(exit, entry);
      return exit;
    }
    const kind = part.type === 'side' ? 'parallel' : 'exclusive';
    const [open, close] = [fresh(kind[0] ?? ''), fresh(kind[0] ?? '')];
    builder.node(kind, open).node(kind, close).edge(from, open);
    for (const one of part.parts) builder.edge(place(one, open), close);
    return close;
  };
  builder.edge(place(drawn, 'start'), 'end');
  return builder.build();
}

function apply(design: Design, edit: Slip): Design {
  const edges = Object.values(design.flow.edges);
  const nodes = Object.values(design.flow.nodes);
  const targets = nodes.filter((node) => node.kind !== 'start' && node.kind !== 'onTime');
  const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
  const withEdges = (next: readonly Edge[]): Design => ({
    ...design,
    flow: { ...design.flow, edges: Object.fromEntries(next.map((edge) => [edge.id, edge])) },
  });
  if (edit.type === 'retarget' || edit.type === 'source') {
    const edge = pick(edges, edit.edge);
    const node = pick(
      edit.type === 'retarget' ? targets : nodes.filter(({ kind }) => kind === 'parallel' || kind === 'exclusive'),
      edit.node,
    );
    if (!edge || !node) return design;
    const change = edit.type === 'retarget' ? { to: node.id } : { from: node.id };
    return withEdges(edges.map((one) => (one === edge ? { ...edge, ...change } : one)));
  }
  if (edit.type === 'drop') return withEdges(edges.filter((edge) => edge !== pick(edges, edit.edge)));
  if (edit.type === 'kind') {
    const node = pick(
      nodes.filter(({ kind }) => kind === 'parallel' || kind === 'exclusive'),
      edit.node,
    );
    if (!node) return design;
    const other = {
      id: node.id,
      name: node.name,
      kind: node.kind === 'parallel' ? 'exclusive' : 'parallel',
    } as FlowNode;
    return { ...design, flow: { ...design.flow, nodes: { ...design.flow.nodes, [node.id]: other } } };
  }
  const task = pick(
    nodes.filter((node) => node.kind === 'task'),
    edit.node,
  );
  const to = pick(targets, edit.to);
  if (task?.kind !== 'task' || !to) return design;
  const decision = { id: 'no', order: 'b0', name: 'no', tone: 'negative' as const, opinionRequired: false };
  const decided = { ...task, decisions: { ...task.decisions, no: decision } };
  const next = withEdges([
    ...edges,
    { id: `${task.id}>no>${to.id}`, order: 'b0', from: task.id, to: to.id, decision: 'no' },
  ]);
  return { ...next, flow: { ...next.flow, nodes: { ...next.flow.nodes, [task.id]: decided } } };
}

/** Field that steers a branch: it holds the edge to take. */
export const steering = (gateway: string): string => `pick-${gateway}`;

/** Branches are steered by a field of their own, so that a test can take every way. */
function finish(design: Design): Design {
  const edges: Record<string, Edge> = {};
  const gateways = Object.values(design.flow.nodes).filter((node) => node.kind === 'exclusive');
  for (const edge of Object.values(design.flow.edges))
    edges[edge.id] = { ...edge, condition: undefined, isDefault: undefined };
  for (const gateway of gateways) {
    const ways = Object.values(edges).filter((edge) => edge.from === gateway.id);
    ways.forEach((edge, i) => {
      edges[edge.id] =
        i === ways.length - 1
          ? { ...edge, isDefault: true }
          : {
              ...edge,
              condition: {
                type: 'compare',
                left: { type: 'field', id: steering(gateway.id) },
                op: 'eq',
                right: edge.id,
              },
            };
    });
  }
  let builder = new DesignBuilder().with(() => ({ ...design, flow: { ...design.flow, edges } }));
  for (const gateway of gateways) {
    const access = Object.fromEntries(Object.keys(design.flow.nodes).map((id) => [id, 'write' as const]));
    builder = builder.field(steering(gateway.id), { access });
  }
  return builder.build();
}
