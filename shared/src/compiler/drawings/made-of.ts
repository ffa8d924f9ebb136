/** Small drawings that something is wrong with, and what they are made of. */
import type { Design } from '../../document/index.ts';
import { DesignBuilder, OPEN_CATALOG, when } from '../testing.ts';
import type { CompileContext } from '../types.ts';

/** What is wrong with a drawing; nothing else is said, but for what the drawings are not about. */
export interface Case {
  readonly design: Design;
  readonly codes: readonly string[];
  readonly context?: CompileContext;
}
export type Cases = Readonly<Record<string, Case>>;

export const CATALOG: CompileContext = {
  ...OPEN_CATALOG,
  departmentTypes: ['type-office', 'type-east', 'type-west'],
  registers: { people: { name: 'People', attributes: ['sex'] } },
};

export const days = (amount: number) => ({ amount, unit: 'workday' as const });
export const compare = (id: string, op: string, right?: unknown) =>
  when({ type: 'compare', left: { type: 'field', id }, op, right });

export const line = (): DesignBuilder => new DesignBuilder().node('start', 'start').task('a').node('end', 'end');

export function branch(): DesignBuilder {
  return new DesignBuilder()
    .node('start', 'start')
    .node('exclusive', 'x')
    .task('left')
    .task('right')
    .node('end', 'end')
    .field('size', { kind: 'number' })
    .chain('start', 'x')
    .chain('left', 'end')
    .chain('right', 'end');
}

export function side(): DesignBuilder {
  return new DesignBuilder()
    .node('start', 'start')
    .node('parallel', 'fork')
    .task('left')
    .task('right')
    .node('parallel', 'join')
    .node('end', 'end')
    .chain('start', 'fork', 'left', 'join', 'end')
    .chain('fork', 'right', 'join');
}

export function dispatch(more: Readonly<Record<string, unknown>>): DesignBuilder {
  const body = (id: string, order: string) => ({
    id,
    order,
    name: id,
    party: { kind: 'department', type: `type-${id}` },
  });
  return new DesignBuilder()
    .node('start', 'start')
    .node('dispatch', 'd', { bodies: { east: body('east', 'a0'), west: body('west', 'a1') }, ...more })
    .task('last')
    .node('end', 'end')
    .chain('start', 'd', 'last', 'end');
}

export function promise(amount: number, statutory?: number) {
  return (design: Design): Design => ({
    ...design,
    policies: {
      ...design.policies,
      promise: days(amount),
      ...(statutory === undefined ? {} : { statutory: days(statutory) }),
    },
  });
}

export function changeNode(id: string, change: Readonly<Record<string, unknown>>) {
  return (design: Design): Design => ({
    ...design,
    flow: {
      ...design.flow,
      nodes: { ...design.flow.nodes, [id]: { ...design.flow.nodes[id], ...change } as Design['flow']['nodes'][string] },
    },
  });
}

export function dropEdge(id: string) {
  return (design: Design): Design => {
    const edges = Object.entries(design.flow.edges).filter(([key]) => key !== id);
    return { ...design, flow: { ...design.flow, edges: Object.fromEntries(edges) } };
  };
}
