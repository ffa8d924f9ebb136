/** What a conformance suite is: a folder of cases that others wrote, run against ours. */
export interface CaseResult {
  /** Part of the suite that is counted by itself, e.g. a level. */
  readonly group: string;
  readonly name: string;
  readonly ok: boolean;
  /** Why not; empty when it passed. */
  readonly detail: string;
}

export interface Suite {
  /** Least share of passed cases by group, between 0 and 1. A group that is not named has no bar. */
  readonly bars: Readonly<Record<string, number>>;
  /** `folder` holds the whole suite, a part of it, or one folder of cases. */
  run(folder: string): AsyncIterable<CaseResult>;
}
