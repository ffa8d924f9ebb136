/**
 * What the compiler says of the draft, kept up with the draft without ever holding up the page: a worker compiles, and
 * while it does, only the newest design waits. When the worker breaks or falls silent, another takes its place; when
 * that does not help, the page compiles by itself and goes on.
 *
 * Invariant: the verdict that is published is always that of the newest design that was compiled; an answer to an older
 * question, or of a worker that was given up, changes nothing.
 */
import type { CompileContext, Compiled } from '@tongban/shared/compiler';
import type { Design } from '@tongban/shared/document';

/** What the studio shows of a compilation; the executable and its seal stay with the worker. */
export type Verdict = Pick<Compiled, 'diagnostics' | 'time' | 'counts'>;

export const verdictOf = ({ diagnostics, time, counts }: Compiled): Verdict => ({ diagnostics, time, counts });

export interface Question {
  readonly of: number;
  readonly design: Design;
  /** Only when it is another one than in the question before. */
  readonly context?: CompileContext;
}
export interface Answer {
  readonly of: number;
  readonly verdict: Verdict;
}

export interface Thread {
  readonly ask: (question: Question) => void;
  readonly end: () => void;
}
export interface CheckerDeps {
  /** Throws where there are no workers. `broken`: it will not answer any more. */
  readonly spawn: (on: { readonly answer: (answer: Answer) => void; readonly broken: () => void }) => Thread;
  /** The compiler in this thread; loaded when it is needed for the first time. */
  readonly compileHere: () => Promise<(design: Design, context: CompileContext) => Compiled>;
}

export interface Checker {
  readonly subscribe: (listener: () => void) => () => void;
  /** Null until the first design was compiled. A bug of the compiler itself is thrown. */
  readonly verdict: () => Verdict | null;
  readonly check: (design: Design, context: CompileContext) => void;
  /** Starts the worker before there is anything to ask. */
  readonly warm: () => void;
  /** Ends the worker; a later check starts another. */
  readonly rest: () => void;
}

/** Nothing that can be drawn takes so long; a worker that still owes its answer then is gone. */
const SILENCE_MS = 20_000;
/** Workers that may break one after another, without an answer in between, before the page compiles by itself. */
const ATTEMPTS = 2;

export function createChecker({ spawn, compileHere }: CheckerDeps): Checker {
  const listeners = new Set<() => void>();
  let wanted: { readonly of: number; readonly design: Design; readonly context: CompileContext } | null = null;
  /** Number of the question that is or was asked last; 0: none that still holds. */
  let asked = 0;
  let busy = false;
  let verdict: Verdict | null = null;
  let bug: { readonly error: unknown } | null = null;
  let thread: Thread | null = null;
  let told: CompileContext | null = null;
  let broken = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const settle = (): void => {
    clearTimeout(silence);
    busy = false;
  };

  function next(): void {
    if (busy || wanted === null || wanted.of === asked) return;
    asked = wanted.of;
    busy = true;
    if (broken < ATTEMPTS) ask(wanted);
    else void here(wanted);
  }

  function ask({ of, design, context }: NonNullable<typeof wanted>): void {
    try {
      thread ??= start();
      thread.ask({ of, design, ...(told === context ? {} : { context }) });
      told = context;
      const worker = thread;
      silence = setTimeout(() => giveUp(worker), SILENCE_MS);
    } catch {
      giveUp(thread);
    }
  }

  function start(): Thread {
    told = null;
    const worker: Thread = spawn({
      answer(answer) {
        if (worker !== thread || answer.of !== asked) return;
        broken = 0;
        settle();
        verdict = answer.verdict;
        tell();
        next();
      },
      broken: () => giveUp(worker),
    });
    return worker;
  }

  /** What it owes is asked again. */
  function giveUp(worker: Thread | null): void {
    if (worker !== thread) return;
    end();
    broken += 1;
    next();
  }

  function end(): void {
    thread?.end();
    thread = null;
    asked = 0;
    settle();
  }

  async function here({ of, design, context }: NonNullable<typeof wanted>): Promise<void> {
    try {
      const compile = await compileHere();
      if (of !== asked) return;
      verdict = verdictOf(compile(design, context));
    } catch (error) {
      bug = { error };
    }
    settle();
    tell();
    next();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    verdict() {
      if (bug) throw bug.error;
      return verdict;
    },
    check(design, context) {
      if (wanted?.design !== design || wanted.context !== context) {
        wanted = { of: (wanted?.of ?? 0) + 1, design, context };
      }
      next();
    },
    warm() {
      try {
        thread ??= start();
      } catch {
        broken = ATTEMPTS;
      }
    },
    rest: end,
  };
}
