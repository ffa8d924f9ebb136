/** What fetch, connect and document share when they are checked: one way on, sensible attempts, somebody by hand. */
import type { Diagnostic } from '../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../compiler/diagnostics.ts';
import type { JobNode } from '../compiler/graph.ts';
import type { CheckContext } from './lowering.ts';
import { checkOneWay } from './ways.ts';

/** Bounds of what an installation does without a person looking: attempts, natural minutes, natural seconds. */
const LIMITS = { retries: [0, 20], retryMinutes: [1, 1440], timeoutSeconds: [1, 600] } as const;

export function checkJob(node: JobNode, { graph, design }: CheckContext): Diagnostic[] {
  const at = nodeRef(node.id);
  const params = { name: node.name };
  const found = checkOneWay(node, graph);
  const wrong = (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).find((key) => {
    const [least, most] = LIMITS[key];
    const value = node[key];
    return !Number.isInteger(value) || value < least || value > most;
  });
  if (wrong !== undefined) {
    const [least, most] = LIMITS[wrong];
    found.push(
      diagnose('job.numbers', at, { params: { ...params, what: wrong, least, most }, repair: repair('resetAttempts') }),
    );
  }
  if (node.byHand) {
    const lane = design.flow.lanes[node.byHand.lane];
    if (!lane || lane.party.kind === 'several') found.push(diagnose('job.noHand', at, { params }));
  }
  return found;
}
