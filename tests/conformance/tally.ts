/** Counts per group, held against the bars of the suite and against what passed before (baseline.json). */
import type { CaseResult } from './suite.ts';

export interface Count {
  readonly passed: number;
  readonly total: number;
}
export type Baseline = Readonly<Record<string, Count>>;

export interface Fall {
  readonly group: string;
  readonly now: Count;
  readonly least: number;
  readonly because: 'baseline' | 'bar';
}

export class Tally {
  readonly #counts = new Map<string, Count>();

  add({ group, ok }: CaseResult): void {
    const { passed, total } = this.#counts.get(group) ?? { passed: 0, total: 0 };
    this.#counts.set(group, { passed: passed + (ok ? 1 : 0), total: total + 1 });
  }

  get groups(): readonly (readonly [string, Count])[] {
    return [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  get sum(): Count {
    let passed = 0;
    let total = 0;
    for (const [, count] of this.#counts) {
      passed += count.passed;
      total += count.total;
    }
    return { passed, total };
  }

  /** Groups that fell. A group that was run in part only (fewer cases than in the baseline) is not judged. */
  falls(baseline: Baseline, bars: Readonly<Record<string, number>>): readonly Fall[] {
    return this.groups.flatMap(([group, now]): Fall[] => {
      const before = baseline[group];
      if (!before || now.total < before.total) return [];
      const bar = Math.ceil((bars[group] ?? 0) * now.total);
      if (now.passed < bar) return [{ group, now, least: bar, because: 'bar' }];
      if (now.passed < before.passed) return [{ group, now, least: before.passed, because: 'baseline' }];
      return [];
    });
  }
}
