/**
 * What a bench is: two contenders measured in turns in the same run, medians compared. `value` is ours, `yardstickValue`
 * what it is measured against, `ratio` = value / yardstickValue; `holds` when the ratio reaches the bar.
 */
export interface Bench {
  readonly name: string;
  readonly unit: string;
  readonly yardstick: string;
  /** Least ratio; null: told only, and holds when ours is faster. */
  readonly bar: number | null;
  readonly rounds: number;
  /** Prepares both; `stop` cleans up. Each round answers with a figure in `unit`. */
  start(): Promise<Contenders>;
}
export interface Contenders {
  ours(round: number): Promise<number>;
  yardstick(round: number): Promise<number>;
  stop(): Promise<void>;
}
export interface Result {
  readonly value: number;
  readonly unit: string;
  readonly yardstick: string;
  readonly yardstickValue: number;
  readonly ratio: number;
  readonly bar: number | null;
  readonly holds: boolean;
}

/** One round to warm up, then `rounds` in turns, each side first every other time. */
export async function measure(bench: Bench): Promise<Result> {
  const contenders = await bench.start();
  const ours: number[] = [];
  const theirs: number[] = [];
  try {
    for (let round = 0; round <= bench.rounds; round += 1) {
      const first = round % 2 === 0;
      if (first) theirs.push(await contenders.yardstick(round));
      ours.push(await contenders.ours(round));
      if (!first) theirs.push(await contenders.yardstick(round));
    }
  } finally {
    await contenders.stop();
  }
  const value = Math.round(median(ours.slice(1)));
  const yardstickValue = Math.round(median(theirs.slice(1)));
  const ratio = Math.round((value / yardstickValue) * 1000) / 1000;
  const { unit, yardstick, bar } = bench;
  return { value, unit, yardstick, yardstickValue, ratio, bar, holds: ratio >= (bar ?? 1) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('expected figures, found none');
  return middle;
}

/** Runs the work and tells how many per second `count` of it makes. */
export async function perSecond(count: number, work: () => Promise<void> | void): Promise<number> {
  const began = performance.now();
  await work();
  return (count / (performance.now() - began)) * 1000;
}
