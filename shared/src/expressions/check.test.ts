/** A text is told wrong where no values could make sense of it, at its place; everything else passes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseTypes, compileFeel, type CompileOptions, type FeelType, type FeelTypes } from './index.ts';
import { contexts, expressions } from './testing.ts';

const ofCase = caseTypes(
  {
    n: { kind: 'money' },
    s: { kind: 'text' },
    b: { kind: 'yesNo' },
    day: { kind: 'date' },
    kinds: { kind: 'choice', display: 'multiple' },
    files: { kind: 'file' },
    'x-1': { kind: 'number' },
  },
  ['review'],
);
const names: FeelTypes = {
  ...ofCase,
  d: 'date',
  dt: 'date and time',
  t: 'time',
  days: 'days and time duration',
  months: 'years and months duration',
  any: 'any',
  context: 'context',
  'two words': 'number',
};

/** `code at "the part" {params}`, in order. */
function found(text: string, options: CompileOptions = { names }): string[] {
  return compileFeel(text, options).problems.map(
    ({ code, from, to, params }) => `${code} at "${text.slice(from, to)}" ${JSON.stringify(params)}`,
  );
}

describe('a type error', () => {
  it.each([
    ['form.q', 'unknownEntry at "q" {"name":"q","found":"context"}'],
    ['form.n > 1 and q', 'unknownName at "q" {"name":"q"}'],
    ['steps.review.result', 'unknownEntry at "result" {"name":"result","found":"context"}'],
    ['form.s.length', 'unknownEntry at "length" {"name":"length","found":"string"}'],
    ['d.hour', 'unknownEntry at "hour" {"name":"hour","found":"date"}'],
    ['form.files.size', 'unknownEntry at "size" {"name":"size","found":"list<context>"}'],
    ['form.files[size > 1]', 'unknownName at "size" {"name":"size"}'],
    ['get value(form, "zz")', 'unknownEntry at ""zz"" {"name":"zz","found":"context"}'],
    ['1 + form.n + form.s', 'operands at "1 + form.n + form.s" {"operator":"+","left":"number","right":"string"}'],
    ['form.s - "x"', 'operands at "form.s - "x"" {"operator":"-","left":"string","right":"string"}'],
    ['d + d', 'operands at "d + d" {"operator":"+","left":"date","right":"date"}'],
    ['d - t', 'operands at "d - t" {"operator":"-","left":"date","right":"time"}'],
    [
      'months + days',
      'operands at "months + days" {"operator":"+","left":"years and months duration","right":"days and time duration"}',
    ],
    ['form.kinds * 2', 'operands at "form.kinds * 2" {"operator":"*","left":"list<string>","right":"number"}'],
    ['-form.s', 'operand at "-form.s" {"operator":"-","found":"string"}'],
    ['form.n > "1"', 'operands at "form.n > "1"" {"operator":">","left":"number","right":"string"}'],
    ['form.b < true', 'operands at "form.b < true" {"operator":"<","left":"boolean","right":"boolean"}'],
    ['form.s = 1', 'operands at "form.s = 1" {"operator":"=","left":"string","right":"number"}'],
    [
      'date(form.day) > form.day',
      'operands at "date(form.day) > form.day" {"operator":">","left":"date","right":"string"}',
    ],
    ['form.n between 1 and "a"', 'operands at ""a"" {"operator":"between","left":"number","right":"string"}'],
    ['form.n in (1, "a")', 'operands at ""a"" {"operator":"in","left":"number","right":"string"}'],
    ['form.n in ["a".."b"]', 'operands at "["a".."b"]" {"operator":"in","left":"number","right":"range<string>"}'],
    ['[1.."b"]', 'operands at "[1.."b"]" {"operator":"..","left":"number","right":"string"}'],
    ['form.b and form.n', 'operand at "form.n" {"operator":"and","found":"number"}'],
    ['form.s or form.b', 'operand at "form.s" {"operator":"or","found":"string"}'],
    ['not(form.n)', 'operand at "form.n" {"operator":"not","found":"number"}'],
    ['if form.n then 1 else 2', 'condition at "form.n" {"operator":"if","found":"number"}'],
    ['every k in form.kinds satisfies k', 'condition at "k" {"operator":"every","found":"string"}'],
    ['for x in form.n return x', 'notAList at "form.n" {"found":"number"}'],
    ['for x in 1.."z" return x', 'operands at "1.."z"" {"operator":"..","left":"number","right":"string"}'],
    [
      'for f in form.files return f.name + 1',
      'operands at "f.name + 1" {"operator":"+","left":"string","right":"number"}',
    ],
    ['form.files[bytes > "3"]', 'operands at "bytes > "3"" {"operator":">","left":"number","right":"string"}'],
    ['form.kinds[item = 1]', 'operands at "item = 1" {"operator":"=","left":"string","right":"number"}'],
    ['foo(1)', 'unknownFunction at "foo" {"name":"foo"}'],
    ['form.n(1)', 'notAFunction at "form.n" {"found":"number"}'],
    ['substring("a")', 'argumentCount at "substring("a")" {"name":"substring","least":2,"most":3,"found":1}'],
    ['count(form.kinds, 1)', 'argumentCount at "count(form.kinds, 1)" {"name":"count","least":1,"most":1,"found":2}'],
    ['(function(a) a)(1, 2)', 'argumentCount at "(function(a) a)(1, 2)" {"name":"","least":1,"most":1,"found":2}'],
    ['contains(text: "a", match: "b")', 'argumentName at "text: "a"" {"function":"contains","name":"text"}'],
    [
      'substring(form.n, 1)',
      'argumentType at "form.n" {"function":"substring","argument":1,"wanted":"string","found":"number"}',
    ],
    [
      'sum(form.kinds)',
      'argumentType at "form.kinds" {"function":"sum","argument":1,"wanted":"number","found":"string"}',
    ],
    ['sum(1, "a")', 'argumentType at ""a"" {"function":"sum","argument":2,"wanted":"number","found":"string"}'],
    ['form.s instance of foo', 'unknownType at "foo" {"name":"foo"}'],
    ['function(a: foo) a', 'unknownType at "foo" {"name":"foo"}'],
    ['date("2026-13-01")', 'moment at ""2026-13-01"" {"text":"2026-13-01"}'],
    ['@"soon"', 'moment at "@"soon"" {"text":"soon"}'],
    ['matches(form.s, "(")', 'pattern at ""("" {"pattern":"("}'],
    ['today()', 'noClock at "today()" {"name":"today"}'],
    ['form.n +', 'syntax at "" {}'],
    ['form.n * * 1', 'syntax at "*" {}'],
  ])('%s', (text, problem) => {
    expect(found(text)).toEqual([problem]);
  });

  it('of the whole, where something else is needed', () => {
    const wants = (text: string, expects: FeelType) => found(text, { names, expects });
    expect(wants('form.n + 1', 'boolean')).toEqual(['result at "form.n + 1" {"found":"number","wanted":"boolean"}']);
    expect(wants('form.n > 1', 'boolean')).toEqual([]);
    expect(wants('any', 'boolean')).toEqual([]);
    expect(wants('null', 'number')).toEqual([]);
    expect(wants('form.kinds', { kind: 'list', of: 'number' })).toEqual([
      'result at "form.kinds" {"found":"list<string>","wanted":"list<number>"}',
    ]);
  });

  it('of an entry of a decision table', () => {
    const entry = (text: string, type: FeelType) =>
      found(text, { mode: 'unaryTests', names: { '?': type, x: 'number' } });
    expect(entry('"a", "b"', 'string')).toEqual([]);
    expect(entry('not(> 5, [1..x])', 'number')).toEqual([]);
    expect(entry('true', 'boolean')).toEqual([]);
    expect(entry('? > 3 and x < 2', 'number')).toEqual([]);
    expect(entry('-', 'context')).toEqual([]);
    expect(entry('1, "b"', 'number')).toEqual(['operands at ""b"" {"operator":"=","left":"number","right":"string"}']);
    expect(entry('> 5', 'string')).toEqual([
      'operands at "> 5" {"operator":"=","left":"string","right":"range<number>"}',
    ]);
    expect(entry('true', 'number')).toEqual(['operands at "true" {"operator":"=","left":"number","right":"boolean"}']);
  });
});

describe('a field whose id is no plain name', () => {
  it('is reached by its id alone: what looks like it is a subtraction', () => {
    expect(found('form.x-1')).toEqual(['unknownEntry at "x" {"name":"x","found":"context"}']);
    expect(found('get value(form, "x-1") > 2')).toEqual([]);
  });
});

describe('what may be right', () => {
  it.each([
    'form.n + 1 > 2 and form.b',
    'if form.n > 1 then "a" else null',
    'form.kinds = "north"',
    'list contains(form.kinds, "north")',
    '"north" in form.kinds',
    'form.n = null or form.s != null',
    'count(form.files[bytes > 1000 and ends with(name, ".pdf")]) > 0',
    'sum(for f in form.files return f.bytes) / count(form.files)',
    'date(form.day) + duration("P1M") > date("2026-11-22")',
    'dt - duration("PT1H") < dt',
    'dt.time offset = duration("PT8H")',
    'months * 2 + duration("P1Y")',
    'any.thing.at.all + form.n',
    'context.whatever',
    'get value(form, "x-1") * 2',
    'steps.review.outcome = "ok"',
    'two words + 1',
    '{a: 1, b: a + 1}.b * 2',
    '(function(x, y) x + y)(1, 2)',
    'sort(form.kinds, function(a, b) a < b)[1]',
    'min(form.n, 3)',
    'max([form.n, 3])',
    'string join(form.kinds, "、")',
    'matches(form.s, "^\\\\d{6}$")',
    'every f in form.files satisfies f.bytes < 1000',
    'form.n in [1..10]',
    'form.n instance of number',
    'is(form.n, null)',
    'time(10, 30, 0)',
    'some x in [1, "a"] satisfies x = 1',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('without names, whatever names there are', () => {
    expect(found('applicant.age >= 18 and risk(applicant)', {})).toEqual([]);
    expect(found('a + "x" = b', {})).toEqual([]);
  });
});

describe('what a text reads and gives', () => {
  const about = (text: string) => {
    const compiled = compileFeel(text, { names });
    return compiled.ok ? { reads: compiled.reads, type: compiled.type } : compiled.problems;
  };
  it.each([
    [
      'form.n + get value(form, "x-1")',
      {
        reads: [
          ['form', 'n'],
          ['form', 'x-1'],
        ],
        type: 'number',
      },
    ],
    [
      'form.files[bytes > form.n].name',
      {
        reads: [
          ['form', 'files'],
          ['form', 'n'],
        ],
        type: { kind: 'list', of: 'string' },
      },
    ],
    [
      'if steps.review.outcome = "ok" then d else null',
      { reads: [['steps', 'review', 'outcome'], ['d']], type: 'date' },
    ],
    ['for x in [1, 2] return x * two words', { reads: [['two words']], type: { kind: 'list', of: 'number' } }],
    ['count("form.q") /* form.s */', { reads: [], type: 'number' }],
    ['d - d', { reads: [['d']], type: 'days and time duration' }],
    ['{a: form}.a', { reads: [['form']], type: ofCase['form'] }],
  ])('%s', (text, expected) => {
    expect(about(text)).toEqual(expected);
  });

  it('whatever its types are said to be, a text is evaluated all the same', () => {
    const known: Record<string, FeelType> = {
      n: 'number',
      m: 'number',
      s: 'string',
      t: 'string',
      b: 'boolean',
      d: 'date',
    };
    fc.assert(
      fc.property(expressions, contexts, (text, context) => {
        const loose = Object.fromEntries(Object.keys(context).map((name) => [name, 'any' as const]));
        const value = (types: Record<string, FeelType>) => {
          const c = { kind: 'context', entries: { x: 'any', 'y z': 'any' } } as const;
          const compiled = compileFeel(text, { names: { ...types, c } });
          return compiled.ok ? compiled.evaluate(context) : compiled.problems;
        };
        expect(String(JSON.stringify(value({ ...loose, ...known })))).toBe(String(JSON.stringify(value(loose))));
      }),
      { numRuns: 300 },
    );
  });
});
