/** Whatever a text says: an answer with a code, in bounded time and memory, and nothing reached but its context. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileFeel,
  parseDate,
  parseDateTime,
  parseDuration,
  type CompiledFeel,
  type FeelDateTime,
  type FeelResult,
} from './index.ts';
import { expressions, feelin, shown, soups } from './testing.ts';

function run(text: string, context: Record<string, unknown> = {}): FeelResult {
  const compiled = compileFeel(text);
  if (!compiled.ok) throw new Error(`${text.slice(0, 60)}: ${JSON.stringify(compiled.problems)}`);
  return compiled.evaluate(context);
}

/** Milliseconds of this process's own time. */
function spent(work: () => void): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
const BOUND = 4000;

const doubling = (start: string, join: (name: string) => string): string =>
  `{a0: ${start}, ${Array.from({ length: 60 }, (_, i) => `a${i + 1}: ${join(`a${i}`)}`).join(', ')}}`;

describe('an expression that never ends', () => {
  it.each([
    ['a loop over a thousand millions', 'for i in 1..1000000000 return i'],
    ['loops in loops', 'for i in 1..10000, j in 1..10000 return i * j'],
    ['a loop in a body', 'for i in 1..10000 return for j in 1..10000 return i'],
    ['a search over a thousand millions', 'some i in 1..1000000000 satisfies i < 0'],
    ['a count that gets nowhere', 'for i in 100000000000000000000..200000000000000000000 return i'],
    ['a list that grows by itself', 'for i in 1..100000 return concatenate(partial, partial, [i])'],
    ['texts that double', `${doubling('"x"', (a) => `${a} + ${a}`)}.a60`],
    ['lists that double', `count(${doubling('[1]', (a) => `concatenate(${a}, ${a})`)}.a60)`],
    ['flattening what shares its parts', `count(flatten(${doubling('[1]', (a) => `[${a}, ${a}]`)}.a60))`],
    ['writing what shares its parts', `string(${doubling('[1]', (a) => `[${a}, ${a}]`)}.a60)`],
    ['comparing what shares its parts', `(function(x) x.a60 = x.a60)(${doubling('[1]', (a) => `[${a}, ${a}]`)})`],
    ['joining a text with itself', 'string join(for i in 1..100000 return string join(partial), "")'],
    ['a filter in a filter', '(for i in 1..3000 return i)[count((for j in 1..3000 return j)[item > 1]) > item]'],
    ['a pattern that tries without end', 'matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "^(a+)+$")'],
    ['replacing by the whole', 'replace(string join(for i in 1..9000 return "a"), "a", "$\'$\'$\'$\'")'],
    [
      'sorting with a slow order',
      'sort(for i in 1..9000 return i, function(a, b) count(for k in 1..100 return k) > a)',
    ],
    ['a union of long lists of lists', 'union(for i in 1..5000 return [i, i], for i in 1..5000 return [i, -i])'],
  ])('%s has a code', (_, text) => {
    const time = spent(() => expect(run(text)).toEqual({ ok: false, code: 'tooManySteps' }));
    expect(time).toBeLessThan(BOUND);
  });

  it('and one whose result is too large to hand on', () => {
    const text = `${doubling('[1]', (a) => `[${a}, ${a}]`)}.a60`;
    expect(spent(() => expect(run(text)).toEqual({ ok: false, code: 'tooLarge' }))).toBeLessThan(BOUND);
    const long = 'x'.repeat(100_000);
    expect(run('for i in 1..1000 return s', { s: long })).toEqual({ ok: false, code: 'tooLarge' });
    expect(run('s', { s: long })).toEqual({ ok: true, value: long });
  });

  it('a function that calls itself', () => {
    for (const text of [
      '(function(f) f(f))(function(f) f(f))',
      '(function(f) f(f) + 1)(function(f) f(f) + 1)',
      '(function(f) sort([1, 2], function(a, b) f(f)))(function(f) sort([1, 2], function(a, b) f(f)))',
    ]) {
      expect(run(text)).toEqual({ ok: false, code: 'tooDeep' });
    }
  });

  it('data nested beyond all measure', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 200_000; i += 1) deep = [deep, deep];
    for (const text of ['string(x)', 'x = y', 'distinct values([x, y])']) {
      expect(run(text, { x: deep, y: structuredCloneOf(deep) }).ok, text).toBe(false);
    }
  });

  it('has as many steps as it is given', () => {
    const compiled = compileFeel('sum(for i in 1..100 return i)') as Extract<CompiledFeel, { ok: true }>;
    expect(compiled.evaluate({}, { steps: 50 })).toEqual({ ok: false, code: 'tooManySteps' });
    expect(compiled.evaluate({}, { steps: 5000 })).toEqual({ ok: true, value: 5050 });
    expect(compiled.evaluate({}, { steps: Number.NaN })).toEqual({ ok: false, code: 'tooManySteps' });
  });
});

/** Another value of the same depth. */
const structuredCloneOf = (deep: unknown): unknown => [deep, deep];

describe('work that takes long', () => {
  const values = {
    d: parseDate('2026-01-31'),
    dt: parseDateTime('2026-01-01T10:00:00@Europe/Paris'),
    u: parseDuration('P14M'),
    v: parseDuration('P1DT2H'),
    text: '中'.repeat(10_000),
    list: Array.from({ length: 1000 }, (_, i) => i),
  };

  it.each([
    ...['d + v', 'dt + v', 'dt - dt', 'u + u', 'v * 2', '-u', 'abs(u)', 'u = u', 'dt = dt', 'dt < dt', 'is(dt, dt)'],
    ...['dt.time offset', 'date("2026-01-" + "05")', 'duration(string(u))', 'week of year(d)', 'string(list)'],
    ...['substring(text, 10)', 'string length(text)', 'upper case(text)', 'matches(text, "中+" + string(i))'],
    ...['sort(list, function(a, b) a > b)', 'distinct values(list)', 'median(list)', 'context put({}, "a", list)'],
  ])('is paid for: %s, over and over', (text) => {
    const time = spent(() => run(`count(for i in 1..120000 return ${text})`, values));
    expect(time).toBeLessThan(BOUND);
  });
});

describe('a text beyond its bounds', () => {
  it.each([
    ['a million characters', '1 + '.repeat(250_000), 'tooLong'],
    ['three hundred levels', `${'('.repeat(300)}1${')'.repeat(300)}`, 'tooDeep'],
    ['three hundred minus signs', `${'-'.repeat(300)}1`, 'tooDeep'],
    ['a path of three hundred', `a${'.b'.repeat(300)}`, 'tooDeep'],
    ['lists in lists', `${'['.repeat(300)}1${']'.repeat(300)}`, 'tooDeep'],
    ['three hundred entries', `{${Array.from({ length: 300 }, (_, i) => `k${i}: 1`).join(', ')}}`, 'tooManyNames'],
    ['three hundred loops', `${'for i in x return '.repeat(300)}i`, 'tooManyNames'],
    ['names that stand for exponentially much', `[${doubling('{k: 1}', (a) => `{x: ${a}, y: ${a}}`)}]`, 'tooManyNames'],
    ['a function of another language', 'function(a) external {java: {class: "x"}}', 'external'],
    ['nothing but brackets', '('.repeat(9000), 'syntax'],
    ['nothing but operators', '+-*/'.repeat(2400), 'syntax'],
    ['nothing but keywords', 'if '.repeat(3000), 'syntax'],
    ['a text that does not close', '"'.repeat(9001), 'syntax'],
  ])('%s is refused with a code', (_, text, code) => {
    const time = spent(() => {
      const compiled = compileFeel(text);
      expect(compiled.ok ? 'ok' : compiled.problems[0]?.code).toBe(code);
    });
    expect(time).toBeLessThan(BOUND);
  });

  it('while what people write one after the other is not', () => {
    expect(run(Array.from({ length: 250 }, (_, i) => `a = ${i}`).join(' or '), { a: 249 })).toMatchObject({
      value: true,
    });
    expect(run(Array.from({ length: 250 }, () => 'a').join(' + '), { a: 1 })).toMatchObject({ value: 250 });
  });
});

describe('nothing but the context', () => {
  const NAMES = ['constructor', '__proto__', 'toString', 'prototype', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
  const values = { form: { a: 1 }, list: [1], text: 'x', number: 1, day: parseDateTime('2026-11-22T08:00:00') };

  it('is reached through names that every object has', () => {
    for (const name of NAMES) {
      for (const text of [name, ...Object.keys(values).map((key) => `${key}.${name}`), `{}.${name}`, `[1].${name}`]) {
        expect(shown((run(text, values) as { value: unknown }).value), text).toMatch(/^(null|\[null\])$/);
      }
      expect(run(`get value(form, "${name}")`, values), name).toEqual({ ok: true, value: null });
      expect(run(`${name}()`, values), name).toEqual({ ok: true, value: null });
    }
  });

  it('is what values are made of', () => {
    class Secret {
      readonly inside = 1;
      get shown(): number {
        return 2;
      }
    }
    const context = {
      secret: new Secret(),
      call: () => 'called',
      big: 1n,
      date: new Date(0),
      map: new Map([['a', 1]]),
    };
    for (const text of ['secret', 'secret.inside', 'secret.shown', 'call', 'call()', 'big', 'date', 'map.a']) {
      expect(run(text, context), text).toEqual({ ok: true, value: null });
    }
  });

  it('is changed: a name like __proto__ is an entry like another', () => {
    expect(run('{"__proto__": {polluted: 1}, a: 2}.a')).toEqual({ ok: true, value: 2 });
    expect(run('{"__proto__": {polluted: 1}}.polluted')).toEqual({ ok: true, value: null });
    expect(run('context([{key: "__proto__", value: {polluted: 1}}])').ok).toBe(true);
    expect(run('context put({}, "__proto__", {polluted: 1}).polluted')).toEqual({ ok: true, value: null });
    expect(run('(function(__proto__) __proto__)(1)')).toEqual({ ok: true, value: 1 });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('tells the time, unless it is given', () => {
    for (const text of ['now()', 'today()', 'date("2026-01-01") < today()']) {
      expect(run(text)).toEqual({ ok: false, code: 'noClock' });
      expect(compileFeel(text).problems).toMatchObject([{ code: 'noClock' }]);
    }
    const now = parseDateTime('2026-11-22T08:30:00+08:00') as FeelDateTime;
    const compiled = compileFeel('[string(today()), string(now())]', { clock: true });
    expect(compiled.problems).toEqual([]);
    expect(compiled.ok && compiled.evaluate({}, { now })).toEqual({
      ok: true,
      value: ['2026-11-22', '2026-11-22T08:30:00+08:00'],
    });
  });
});

describe('whatever is written', () => {
  const anything = fc.oneof(soups, expressions, fc.string({ unit: 'binary', maxLength: 40 }));

  it('is compiled or refused, and evaluated, without a throw; and read by us when feelin reads it', () => {
    const context = { a: 1, form: { a: [1, 'x'] }, 'b c': null };
    fc.assert(
      fc.property(anything, fc.constantFrom('expression' as const, 'unaryTests' as const), (text, mode) => {
        const compiled = compileFeel(text, { mode, names: { a: 'number', 'b c': 'any', form: 'context' } });
        const theirs = feelin(text, context, mode);
        const unreadable = 'threw' in theirs && /^(Unrecognized token|Incomplete)/.test(theirs.threw);
        if (compiled.ok) expect(unreadable, text).toBe(false);
        else if (compiled.problems[0]?.code === 'syntax') expect('threw' in theirs, text).toBe(true);
        for (const { from, to } of compiled.problems) {
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThanOrEqual(text.length);
        }
        if (compiled.ok) expect(typeof compiled.evaluate({ ...context, '?': 1 }).ok).toBe('boolean');
      }),
      { numRuns: 2500 },
    );
  });
});
