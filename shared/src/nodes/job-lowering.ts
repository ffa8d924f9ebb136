/** What fetch, connect and document share when they are lowered: a job with its attempts, and who does it by hand. */
import type { JobSpec } from '../definition/index.ts';
import type { JobNode } from '../compiler/graph.ts';
import { onlyWay, type LowerContext, type Lowered } from './lowering.ts';
import { lowerAttachments } from './trigger-lowering.ts';

export type JobPart = Pick<JobSpec, 'kind' | 'settings' | 'inputs' | 'into'>;

export function lowerJob(node: JobNode, context: LowerContext, part: JobPart): Lowered {
  const { id, name, lane, retries, retryMinutes, timeoutSeconds, byHand } = node;
  return {
    prims: [
      {
        type: 'job',
        id,
        name,
        lane: lane ?? null,
        boundaries: lowerAttachments(id, context),
        job: {
          ...part,
          retries,
          retryMinutes,
          timeoutSeconds,
          byHand: byHand
            ? {
                lane: byHand.lane,
                post: byHand.post ?? null,
                instruction: byHand.instruction,
                done: byHand.done || name,
              }
            : null,
        },
        out: onlyWay(context.graph, id),
      },
    ],
  };
}
