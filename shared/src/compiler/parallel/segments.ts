/**
 * Series of working steps: each follows the one before it and is reached from nowhere else. Ways that leave the
 * series (a refusal to its end) stay where they are; a step that has one guards all that follow it.
 */
import type { Edge } from '../../document/index.ts';
import { isWork, type FlowGraph } from '../graph.ts';

/** Node ids in order; at least two. */
export type Segment = readonly string[];

export function segmentsOf(graph: FlowGraph): Segment[] {
  const after = new Map<string, string>();
  const led = new Set<string>();
  for (const node of graph.nodes) {
    if (!isWork(node)) continue;
    const steps = [...new Set(graph.out(node.id).map((edge) => edge.to))].filter(
      (to) => to !== node.id && isWork(graph.flow.nodes[to]) && graph.into(to).every((edge) => edge.from === node.id),
    );
    const [only] = steps;
    if (only === undefined || steps.length > 1) continue;
    after.set(node.id, only);
    led.add(only);
  }
  const segments: string[][] = [];
  for (const head of after.keys()) {
    if (led.has(head)) continue;
    const segment = [head];
    for (let id = after.get(head); id !== undefined; id = after.get(id)) segment.push(id);
    segments.push(segment);
  }
  return segments;
}

/** Can a step end otherwise than by going on? Then nothing may run beside it that it might make idle. */
export function guards(graph: FlowGraph, id: string): boolean {
  const targets = new Set(graph.out(id).map((edge) => edge.to));
  return targets.size > 1 || graph.attachments(id).some((one) => one.kind === 'onError' || one.interrupting);
}

/** Edges by which a step of a segment goes on; the last one goes on wherever it leads. */
export function onward(graph: FlowGraph, segment: Segment, id: string): readonly Edge[] {
  const next = segment[segment.indexOf(id) + 1];
  const ways = graph.out(id);
  return next === undefined ? ways : ways.filter((edge) => edge.to === next);
}
