/**
 * Which ways of the flow were rehearsed. A way is an edge that people can choose or conditions decide, in short every
 * edge of the drawing; coverage is the share of ways that a token has taken since the flow last had another shape.
 * Kept as a set of edge ids, so that a renamed box keeps what was tried and a new edge is plainly untried.
 */
import type { Flow } from '@tongban/shared/document';

export interface Coverage {
  readonly walked: number;
  readonly total: number;
  /** 0 to 1; 1 for a flow without edges is not claimed: 0. */
  readonly share: number;
  /** Edge ids no case has taken yet. */
  readonly open: readonly string[];
}

export function coverageOf(flow: Flow, walked: ReadonlySet<string>): Coverage {
  const ids = Object.keys(flow.edges);
  const open = ids.filter((id) => !walked.has(id));
  const done = ids.length - open.length;
  return { walked: done, total: ids.length, share: ids.length === 0 ? 0 : done / ids.length, open };
}

/** As people say it: full only when nothing is open, never rounded up to it. */
export function coveragePercent(coverage: Coverage): number {
  if (coverage.total === 0) return 0;
  if (coverage.open.length === 0) return 100;
  return Math.min(99, Math.round(coverage.share * 100));
}
