/**
 * What one evaluation may cost. Every loop, call and copy pays before it works, so that no expression runs longer,
 * nests deeper or grows larger than its limits; going over ends the evaluation with a code.
 */
import type { FeelProblemCode } from './problem.ts';
import { isContext, isList, type FeelDateTime } from './values.ts';

export type FeelFailureCode =
  /** More work than the limit. */
  | 'tooManySteps'
  /** Functions that call themselves, or data nested beyond all measure. */
  | 'tooDeep'
  /** A result larger than the limit. */
  | 'tooLarge'
  /** `now()` or `today()` without a time given. */
  | 'noClock';

export interface FeelLimits {
  /** Units of work: a node evaluated in a loop, an element copied, 32 characters joined. */
  readonly steps?: number;
  /** Values and characters of the result, counted as they would print. */
  readonly size?: number;
}

/** Why a part has no value; the codes are those of problem.ts. `subject`: the operator, the function, the name. */
export interface FeelFault {
  readonly code: FeelProblemCode;
  readonly subject: string;
}

export interface Evaluation extends FeelLimits {
  /** Told of every part that is null because something did not fit, where DMN speaks of an error. */
  readonly onFault?: (fault: FeelFault) => void;
  /** The time that `now()` and `today()` tell, with its zone; without it they cannot be used. */
  readonly now?: FeelDateTime;
}

const STEPS = 1_000_000;
const SIZE = 4_000_000;
/** Levels of function bodies that may be under evaluation at once. */
const LEVELS = 600;
const CHARACTERS_PER_STEP = 32;
/** A date, time or duration that is made takes the calendar's library up to a tenth of a millisecond. */
const CALENDAR_STEPS = 200;

export class FeelFailure extends Error {
  readonly code: FeelFailureCode;
  constructor(code: FeelFailureCode) {
    super(code);
    this.code = code;
  }
}

export class Budget {
  readonly now: FeelDateTime | null;
  private readonly onFault: Evaluation['onFault'];
  private left: number;
  private levels = 0;

  constructor({ steps, now, onFault }: Evaluation = {}) {
    this.left = steps ?? STEPS;
    this.now = now ?? null;
    this.onFault = onFault;
  }

  /** Tells of the fault; null is the value beside it. */
  fault(code: FeelProblemCode, subject = ''): null {
    this.onFault?.({ code, subject });
    return null;
  }

  /** The value, or the fault if it has none. */
  valued(value: unknown, code: FeelProblemCode, subject = ''): unknown {
    return value === null ? this.fault(code, subject) : value;
  }

  spend(steps: number): void {
    this.left -= steps;
    // Written so that NaN is over too.
    if (!(this.left >= 0)) throw new FeelFailure('tooManySteps');
  }

  spendText(characters: number): void {
    this.spend(1 + characters / CHARACTERS_PER_STEP);
  }

  spendCalendar(): void {
    this.spend(CALENDAR_STEPS);
  }

  /** `levels` come on top while `work` goes on. */
  within<T>(levels: number, work: () => T): T {
    if (this.levels + levels > LEVELS) throw new FeelFailure('tooDeep');
    this.levels += levels;
    try {
      return work();
    } finally {
      this.levels -= levels;
    }
  }
}

/** Values share parts; whoever prints the result meets each part as often as it occurs. Throws FeelFailure. */
export function measure(value: unknown, limit: number = SIZE): void {
  if (typeof value !== 'object' && typeof value !== 'string') return;
  let left = limit;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    left -= typeof next === 'string' ? 1 + next.length : 1;
    // What is still open counts as met: each will be.
    if (isList(next)) {
      if (next.length + open.length > left) throw new FeelFailure('tooLarge');
      for (const element of next) open.push(element);
    } else if (isContext(next)) {
      for (const key in next) open.push(key, next[key]);
    }
    if (left < 0) throw new FeelFailure('tooLarge');
  }
}
