/**
 * Time: what the steps take against what the applicant is promised (承诺时限), and that against the law (法定时限).
 * One problem says it: a step that is too long by itself, else the whole way.
 */
import type { Design } from '../document/index.ts';
import { diagnose, nodeRef, repair, THE_DESIGN } from './diagnostics.ts';
import { isWork, type FlowGraph, type WorkNode } from './graph.ts';
import { propose } from './parallel/propose.ts';
import { inDays, round, timeOf } from './time.ts';
import type { Diagnostic, TimeFigures } from './types.ts';

export function proveTime(design: Design, graph: FlowGraph, time: TimeFigures): Diagnostic[] {
  const { promise, statutory } = design.policies;
  const found = [...proveSteps(design, graph, time)];
  if (promise && statutory && inDays(promise) > inDays(statutory)) {
    found.push(
      diagnose('time.promiseOverStatute', THE_DESIGN, {
        params: { promise: inDays(promise), statutory: inDays(statutory) },
        repair: repair('setPromise', { ...statutory }),
      }),
    );
  }
  if (!promise && time.criticalDays > 0) {
    found.push(
      diagnose('time.noPromise', THE_DESIGN, {
        params: { days: time.criticalDays },
        repair: promised(time.criticalDays),
      }),
    );
  }
  // An applicant answers when it suits; no clock of the offices runs.
  const open = graph.nodes.filter(
    (node) => isWork(node) && !node.deadline && graph.flow.lanes[node.lane ?? '']?.party.kind !== 'applicant',
  );
  const timed = graph.nodes.some((node) => isWork(node) && node.deadline);
  if (timed && open.length > 0) {
    const params = { count: open.length, name: open[0]?.name ?? '' };
    found.push(diagnose('time.noDeadline', THE_DESIGN, { params, related: open.map(({ id }) => nodeRef(id)) }));
  }
  return found;
}

function proveSteps(design: Design, graph: FlowGraph, time: TimeFigures): Diagnostic[] {
  const { promise, statutory } = design.policies;
  const limited = promise ?? statutory;
  if (!limited) return [];
  const limit = inDays(limited);
  const kind = promise ? 'promise' : 'statute';
  const tooLong = graph.nodes.flatMap((node) => (isWork(node) && daysOf(node) > limit ? [node] : []));
  if (tooLong.length > 0) {
    return tooLong.map((node) => {
      const fits = fitting(graph, node, limit);
      return diagnose('time.stepTooLong', nodeRef(node.id), {
        params: { name: node.name, days: daysOf(node), limit, kind },
        repair: fits === null ? undefined : repair('setDeadline', { amount: fits, unit: 'workday' }),
      });
    });
  }
  if (time.criticalDays <= limit) return [];
  const related = time.path.filter((id) => isWork(graph.flow.nodes[id])).map(nodeRef);
  const params = { days: time.criticalDays, limit, kind };
  return [diagnose('time.pathTooLong', THE_DESIGN, { params, related, repair: shorten(design, time, limit) })];
}

const daysOf = (node: WorkNode): number => (node.deadline ? inDays(node.deadline) : 0);
const promised = (days: number): ReturnType<typeof repair> =>
  repair('setPromise', { amount: Math.max(1, Math.ceil(days)), unit: 'workday' });

/** Whole days that the step may take so that the whole way keeps the limit; null when there is no room for one. */
function fitting(graph: FlowGraph, node: WorkNode, limit: number): number | null {
  const nodes = { ...graph.flow.nodes, [node.id]: { ...node, deadline: undefined } };
  const without: FlowGraph = { ...graph, flow: { ...graph.flow, nodes } };
  const room = Math.floor(round(limit - longestThrough(without, node.id)));
  return room >= 1 ? room : null;
}

/** Longest way that passes this step, with the step itself at nothing. */
function longestThrough(graph: FlowGraph, id: string): number {
  const node = graph.flow.nodes[id];
  if (!isWork(node)) return 0;
  // A deadline longer than all others together forces the longest way through the step.
  const long = timeOf(graph).sumDays + 1;
  const nodes = { ...graph.flow.nodes, [id]: { ...node, deadline: { amount: long, unit: 'workday' as const } } };
  return round(timeOf({ ...graph, flow: { ...graph.flow, nodes } }).criticalDays - long);
}

/** Side by side, if that keeps the limit; else the promise is set to what it takes, if the law allows that. */
function shorten(design: Design, time: TimeFigures, limit: number): ReturnType<typeof repair> | undefined {
  const proposal = propose(design);
  if (proposal.groups.length > 0 && proposal.after.criticalDays <= limit) {
    return repair('parallelise', { days: proposal.after.criticalDays });
  }
  const { statutory } = design.policies;
  if (statutory && time.criticalDays > inDays(statutory)) return undefined;
  return promised(time.criticalDays);
}
