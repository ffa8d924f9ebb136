/**
 * What a flow comes to, so that variants can stand side by side: time along the critical path, steps, how many offices
 * work at once, and when each step begins and ends at the latest. Pure; working days without a calendar.
 */
import { compile, inDays, type CompileContext } from '@tongban/shared/compiler';
import type { Executable } from '@tongban/shared/definition';
import { sorted, type Design, type Flow } from '@tongban/shared/document';
import { netOf, successors, type Marking } from '@tongban/shared/kernel';

export interface FlowFigures {
  readonly days: number;
  readonly sumDays: number;
  readonly steps: number;
  /** Offices at work at the same time, at most; null while the flow cannot run. */
  readonly width: number | null;
  /** Things that block publishing. */
  readonly errors: number;
  readonly bars: readonly Bar[];
}

/** A step on the time line, in working days from the start. */
export interface Bar {
  readonly node: string;
  readonly name: string;
  readonly office: string;
  readonly from: number;
  readonly to: number;
  readonly critical: boolean;
}

export function flowFigures(design: Design, flow: Flow, context: CompileContext): FlowFigures {
  const compiled = compile({ ...design, flow }, context);
  const work = Object.values(flow.nodes).filter((node) => node.kind === 'task' || node.kind === 'dispatch');
  return {
    days: compiled.time.criticalDays,
    sumDays: compiled.time.sumDays,
    steps: work.length,
    width: compiled.executable ? widthOf(compiled.executable) : null,
    errors: compiled.diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length,
    bars: barsOf(flow, new Set(compiled.time.path)),
  };
}

/** Markings looked at before the search stops with what it has found. */
const BOUND = 4000;

/** Most offices that hold work at once in any marking that can be reached; a dispatch counts its departments. */
export function widthOf(executable: Executable): number {
  const net = netOf(executable);
  const weight = new Map<string, number>();
  for (const prim of Object.values(executable.prims)) {
    if (prim.type === 'activity') weight.set(`@${prim.id}`, 1);
    if (prim.type === 'many')
      weight.set(`@${prim.id}`, prim.role === 'dispatch' ? Math.max(1, prim.elements.length) : 1);
  }
  const seen = new Set<string>([keyOf(net.initial)]);
  const queue: Marking[] = [net.initial];
  let widest = 0;
  for (let at = 0; at < queue.length && at < BOUND; at++) {
    const marking = queue[at];
    if (!marking) break;
    const here = Object.keys(marking).reduce((sum, place) => sum + (weight.get(place) ?? 0), 0);
    widest = Math.max(widest, here);
    for (const next of successors(net, marking)) {
      const key = keyOf(next.marking);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(next.marking);
    }
  }
  return widest;
}

const keyOf = (marking: Marking): string =>
  Object.keys(marking)
    .sort()
    .map((place) => `${place}=${marking[place] ?? 0}`)
    .join('|');

/** Earliest beginning of every step that has work, a loop counted once; in the order in which they begin. */
export function barsOf(flow: Flow, critical: ReadonlySet<string>): Bar[] {
  const begins = beginnings(flow);
  return Object.values(flow.nodes)
    .flatMap((node): Bar[] => {
      if (node.kind !== 'task' && node.kind !== 'dispatch') return [];
      const from = begins.get(node.id);
      if (from === undefined) return [];
      const office = node.kind === 'dispatch' ? '' : ((node.lane && flow.lanes[node.lane]?.name) ?? '');
      const days = node.deadline ? inDays(node.deadline) : 0;
      return [{ node: node.id, name: node.name, office, from, to: from + days, critical: critical.has(node.id) }];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.node < b.node ? -1 : 1));
}

function beginnings(flow: Flow): Map<string, number> {
  const out = new Map<string, string[]>();
  for (const edge of sorted(flow.edges)) out.set(edge.from, [...(out.get(edge.from) ?? []), edge.to]);
  const start = Object.values(flow.nodes).find((node) => node.kind === 'start');
  const begins = new Map<string, number>();
  if (!start) return begins;
  const order: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const forward = new Map<string, string[]>();
  const visit = (id: string): void => {
    state.set(id, 'open');
    for (const to of out.get(id) ?? []) {
      if (state.get(to) === 'open') continue;
      forward.set(id, [...(forward.get(id) ?? []), to]);
      if (!state.has(to)) visit(to);
    }
    state.set(id, 'done');
    order.push(id);
  };
  visit(start.id);
  begins.set(start.id, 0);
  for (const id of order.reverse()) {
    const node = flow.nodes[id];
    const length = (node?.kind === 'task' || node?.kind === 'dispatch') && node.deadline ? inDays(node.deadline) : 0;
    const end = (begins.get(id) ?? 0) + length;
    for (const to of forward.get(id) ?? []) begins.set(to, Math.max(begins.get(to) ?? 0, end));
  }
  return begins;
}
