import { compile, type CompileContext } from '@tongban/shared/compiler';
import { emptyDesign, type Design } from '@tongban/shared/document';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createChecker, verdictOf, type Answer, type Checker, type Question, type Verdict } from './checker.ts';

const CONTEXT: CompileContext = { items: {} };
const titled = (title: string): Design => emptyDesign('a', title);
const verdictOn = (design: Design): Verdict => verdictOf(compile(design, CONTEXT));

interface FakeThread {
  readonly asked: Question[];
  readonly on: { readonly answer: (answer: Answer) => void; readonly broken: () => void };
  ended: boolean;
}
function open(options: { spawn?: () => void; compileHere?: typeof compile } = {}) {
  const threads: FakeThread[] = [];
  const checker: Checker = createChecker({
    spawn(on) {
      options.spawn?.();
      const thread: FakeThread = { asked: [], on, ended: false };
      threads.push(thread);
      return { ask: (question) => thread.asked.push(question), end: () => void (thread.ended = true) };
    },
    compileHere: () => Promise.resolve(options.compileHere ?? compile),
  });
  /** The newest worker answers its newest question. */
  const answer = (thread = threads.at(-1)): void => {
    const question = thread?.asked.at(-1);
    if (!thread || !question) throw new Error('nothing was asked');
    thread.on.answer({ of: question.of, verdict: verdictOn(question.design) });
  };
  return { checker, threads, answer };
}
const titles = (thread: FakeThread | undefined): string[] => (thread?.asked ?? []).map((one) => one.design.meta.title);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the checker', () => {
  it('tells what the compiler says, once it has said it', () => {
    const { checker, answer } = open();
    let told = 0;
    checker.subscribe(() => (told += 1));
    checker.check(titled('one'), CONTEXT);
    expect(checker.verdict()).toBeNull();
    answer();
    expect(checker.verdict()).toEqual(verdictOn(titled('one')));
    expect(told).toBe(1);
  });

  it('while one design is compiled only the newest of the others waits; the context goes along when it is new', () => {
    const { checker, threads, answer } = open();
    for (const title of ['one', 'two', 'three', 'four']) checker.check(titled(title), CONTEXT);
    expect(titles(threads[0])).toEqual(['one']);
    answer();
    expect(titles(threads[0])).toEqual(['one', 'four']);
    answer();
    checker.check(titled('five'), { items: {}, departmentTypes: ['x'] });
    expect(threads[0]?.asked.map((one) => one.context)).toEqual([
      CONTEXT,
      undefined,
      { items: {}, departmentTypes: ['x'] },
    ]);
    expect(threads).toHaveLength(1);
  });

  it('a worker that breaks gives way to another, which is asked again; what the first still says counts no more', () => {
    const { checker, threads, answer } = open();
    checker.check(titled('one'), CONTEXT);
    threads[0]?.on.broken();
    expect(threads[0]?.ended).toBe(true);
    expect(titles(threads[1])).toEqual(['one']);
    expect(threads[1]?.asked[0]?.context).toBe(CONTEXT);
    answer(threads[0]);
    expect(checker.verdict()).toBeNull();
    answer(threads[1]);
    expect(checker.verdict()).not.toBeNull();
  });

  it('a worker that falls silent is taken for broken', () => {
    const { checker, threads } = open();
    checker.check(titled('one'), CONTEXT);
    vi.advanceTimersByTime(60_000);
    expect(threads[0]?.ended).toBe(true);
    expect(threads.length).toBeGreaterThan(1);
  });

  it('an answer in time stops the clock', () => {
    const { checker, threads, answer } = open();
    checker.check(titled('one'), CONTEXT);
    answer();
    vi.advanceTimersByTime(60_000);
    expect(threads).toHaveLength(1);
    expect(threads[0]?.ended).toBe(false);
  });

  it('where workers do not live, or cannot be had at all, the page compiles by itself and goes on', async () => {
    const dying = open();
    dying.checker.check(titled('one'), CONTEXT);
    for (let i = 0; i < 2; i++) dying.threads[i]?.on.broken();
    const none = open({
      spawn() {
        throw new Error('no workers here');
      },
    });
    none.checker.warm();
    none.checker.check(titled('one'), CONTEXT);
    for (const { checker, threads } of [dying, none]) {
      await vi.advanceTimersByTimeAsync(0);
      expect(checker.verdict()).toEqual(verdictOn(titled('one')));
      checker.check(titled('two'), CONTEXT);
      await vi.advanceTimersByTimeAsync(0);
      expect(checker.verdict()).toEqual(verdictOn(titled('two')));
      expect(threads.every((thread) => thread.ended)).toBe(true);
    }
    expect(dying.threads).toHaveLength(2);
  });

  it('a bug of the compiler is thrown where the verdict is read, not swallowed', async () => {
    const { checker, threads } = open({
      compileHere() {
        throw new Error('a bug');
      },
    });
    checker.check(titled('one'), CONTEXT);
    for (let i = 0; i < 2; i++) threads[i]?.on.broken();
    await vi.advanceTimersByTimeAsync(0);
    expect(() => checker.verdict()).toThrow('a bug');
  });

  it('rests without a worker and starts another when it is asked again, even the same', () => {
    const { checker, threads, answer } = open();
    const design = titled('one');
    checker.check(design, CONTEXT);
    checker.rest();
    expect(threads[0]?.ended).toBe(true);
    checker.check(design, CONTEXT);
    answer();
    expect(threads).toHaveLength(2);
    expect(checker.verdict()).not.toBeNull();
  });
});
