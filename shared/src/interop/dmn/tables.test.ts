import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGGREGATIONS, HIT_POLICIES, TABLE_VALUE_KINDS, type DecisionTable } from '../../decisions/index.ts';
import { decide, order, sketch, sketchTypes } from '../../decisions/testing.ts';
import { orderBetween, sorted } from '../../document/order.ts';
import { parseDate } from '../../expressions/index.ts';
import { evaluateDecision } from './evaluate.ts';
import { dmnModdle } from './moddle.ts';
import { linkModels } from './program.ts';
import { readDmn } from './read.ts';
import { tablesOfModel, type DmnTables } from './tables-in.ts';
import { tablesToDmn } from './tables-out.ts';

const id = fc.oneof(
  fc.constantFrom('a', 'b1', 'x-1', '项目', 'constructor', 'a b', '%zz', '"q"\\', '1'),
  fc
    .string({ minLength: 1, maxLength: 8, unit: 'grapheme' })
    .filter((text) => text.trim() === text && text !== '__proto__'),
);
const label = fc.oneof(
  fc.constantFrom('', '年龄', 'a < b & "c"', 'two\nlines'),
  fc.string({ maxLength: 20, unit: 'grapheme' }),
);
/** What a cell holds: any text that says something. */
const feel = fc
  .oneof(
    fc.constantFrom(
      '> 5',
      '"a", "b"',
      'form.a + 1',
      '[1..3]',
      'not("x")',
      '"<![CDATA["',
      '"]]>" // &amp;',
      'steps.s.outcome',
    ),
    fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
  )
  .filter((text) => text.trim() !== '' && text.trim() !== '-');
const value = fc.constantFrom('"a"', '"b, c"', '1', '[1, 2]', 'date("2026-01-01")', '{a: 1, b: "}"}');

function placed<T extends object>(
  element: fc.Arbitrary<T>,
  maxLength: number,
): fc.Arbitrary<Record<string, T & { id: string; order: string }>> {
  return fc
    .uniqueArray(fc.tuple(id, element), { maxLength, selector: ([key]) => key })
    .map((list) => Object.fromEntries(list.map(([key, one], at) => [key, { id: key, order: order(at), ...one }])));
}

const output = fc.record(
  {
    name: label,
    kind: fc.constantFrom(...TABLE_VALUE_KINDS),
    field: id,
    values: placed(fc.record({ value }), 3),
    default: feel,
  },
  { requiredKeys: ['name', 'kind', 'values'] },
);
const input = fc.record(
  {
    name: label,
    source: fc.oneof(
      fc.record({ type: fc.constant('field' as const), field: id }),
      fc.record({ type: fc.constant('feel' as const), text: feel, kind: fc.constantFrom(...TABLE_VALUE_KINDS) }),
    ),
    allowed: feel,
  },
  { requiredKeys: ['name', 'source'] },
);
const table: fc.Arbitrary<DecisionTable> = fc
  .record({
    id,
    name: label,
    note: fc.option(feel, { nil: undefined }),
    hitPolicy: fc.constantFrom(...HIT_POLICIES),
    aggregation: fc.constantFrom(...AGGREGATIONS),
    inputs: placed(input, 3),
    outputs: placed(output, 3),
    annotations: placed(fc.record({ name: label }), 2),
    rules: fc.array(fc.tuple(fc.array(feel), fc.array(feel), fc.array(feel)), { maxLength: 4 }),
  })
  .map(({ rules, note, ...rest }) => {
    const cells = (columns: object, texts: readonly string[]): Record<string, string> =>
      Object.fromEntries(
        Object.keys(columns).flatMap((key, at) => (texts[at] === undefined ? [] : [[key, texts[at]]])),
      );
    return {
      ...rest,
      ...(note === undefined ? {} : { note }),
      aggregation: rest.hitPolicy === 'collect' ? rest.aggregation : ('list' as const),
      order: 'a0',
      rules: Object.fromEntries(
        rules.map(([when, then, notes], at) => [
          `r${at}`,
          {
            id: `r${at}`,
            order: order(at),
            when: cells(rest.inputs, when),
            then: cells(rest.outputs, then),
            notes: cells(rest.annotations, notes),
          },
        ]),
      ),
    };
  });

/** Order keys say only what comes before what. */
function withOrder<T>(part: T): T {
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part);
  const isCollection =
    entries.length > 0 && entries.every(([key, one]) => (one as { id?: unknown } | null)?.id === key);
  if (!isCollection) return Object.fromEntries(entries.map(([key, one]) => [key, withOrder(one as unknown)])) as T;
  let last: string | null = null;
  const next = (): string => (last = orderBetween(last, null));
  const ordered = sorted(part as Record<string, { id: string; order: string }>);
  return Object.fromEntries(ordered.map((one) => [one.id, { ...withOrder(one), order: next() }])) as T;
}

async function there(tables: readonly DecisionTable[]): Promise<DmnTables> {
  const xml = await tablesToDmn({ name: '一件事', namespace: 'urn:test', tables });
  const reading = readDmn(xml);
  if (!reading.ok) throw new Error(`${reading.code}: ${xml}`);
  expect((await dmnModdle().fromXML(xml)).warnings).toEqual([]);
  return tablesOfModel(reading.model);
}

describe('a table as a DMN file', () => {
  it('reads back as the same table', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (one) => {
        const back = await there([one]);
        expect(back.notes).toEqual([]);
        expect(back.tables).toEqual([withOrder(one)]);
      }),
      { numRuns: 300 },
    );
  });

  it('decides as the document does, in any engine for DMN', async () => {
    const types = sketchTypes({ i1: { kind: 'text' }, i2: { kind: 'date' } });
    const table = sketch({
      policy: 'P',
      inputs: [{ allowed: '[0..100]' }, {}, {}],
      outputs: [{ values: ['"high"', '"low"'] }, { kind: 'number', default: '0' }],
      rules: [
        '< 50 | "a", "b" | - -> "low" | form.i0 * 2',
        '[40..60] | not("b") | < @"2026-07-01" -> "high" | 2',
        '> 55 | - | - -> "low" | 3',
      ],
    });
    const xml = await tablesToDmn({ name: 'm', namespace: 'urn:m', tables: [table], types });
    const reading = readDmn(xml);
    const program = linkModels(reading.ok ? reading.model : raise());
    for (const i0 of [0, 40, 45, 55, 60, 61, 100, 101]) {
      for (const i1 of ['a', 'b', 'c']) {
        for (const i2 of ['2026-06-30', '2026-07-01']) {
          const ours = decide(table, { i0, i1, i2 }, types);
          const theirs = evaluateDecision(program, {
            name: 'Table',
            values: { form: { i0, i1, i2: parseDate(i2) } },
          });
          expect(theirs.value).toEqual(ours.ok ? ours.outputs : null);
          expect(theirs.problems.length > 0).toBe(!ours.ok);
        }
      }
    }
  });

  it('characters that XML has no form for are replaced', async () => {
    const [back] = (await there([{ ...sketch({ inputs: [], outputs: [{}], rules: [] }), name: 'a\u0000\ud800b' }]))
      .tables;
    expect(back?.name).toBe('a\ufffd\ufffdb');
  });
});

describe('a file of another tool', () => {
  const file = (inside: string): string =>
    `<d:definitions xmlns:d="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:x" name="x">${inside}</d:definitions>`;
  const read = (inside: string, field?: (text: string) => string | undefined): DmnTables => {
    const reading = readDmn(file(inside));
    return reading.ok ? tablesOfModel(reading.model, field ? { field } : {}) : raise();
  };
  const table = (inside: string, hitPolicy = 'UNIQUE'): string =>
    `<d:decision id="d" name="Grade"><d:decisionTable hitPolicy="${hitPolicy}">${inside}</d:decisionTable></d:decision>`;
  const text = (element: string, content: string, more = ''): string =>
    `<d:${element} ${more}><d:text>${content}</d:text></d:${element}>`;

  it('gives tables with the kinds and values of its types, and fields by name', () => {
    const { tables, notes } = read(
      `<d:itemDefinition name="tArea"><d:typeRef>string</d:typeRef>${text('allowedValues', '"north", "south"')}</d:itemDefinition>
      ${table(
        `<d:input id="a" label="Area">${text('inputExpression', 'Area', 'typeRef="tArea"')}</d:input>
        <d:input>${text('inputExpression', 'Age + 1', 'typeRef="feel:number"')}</d:input>
        <d:output id="o" name="Result" typeRef="tArea"/>
        <d:annotation name="Why"/>
        <d:rule>${text('inputEntry', '"north"')}${text('inputEntry', '-')}${text('outputEntry', '"south"')}
          <d:annotationEntry><d:text>because</d:text></d:annotationEntry></d:rule>`,
        'RULE ORDER',
      )}`,
      (text) => ({ Area: 'area', Result: 'result' })[text],
    );
    expect(notes).toEqual([]);
    expect(tables).toMatchObject([
      {
        id: 'd',
        name: 'Grade',
        hitPolicy: 'ruleOrder',
        inputs: {
          a: { name: 'Area', source: { type: 'field', field: 'area' }, allowed: '"north", "south"' },
          input2: { name: 'Age + 1', source: { type: 'feel', text: 'Age + 1', kind: 'number' } },
        },
        outputs: {
          o: {
            name: 'Result',
            kind: 'text',
            field: 'result',
            values: { value1: { value: '"north"' }, value2: { value: '"south"' } },
          },
        },
        rules: { rule1: { when: { a: '"north"' }, then: { o: '"south"' }, notes: { annotation1: 'because' } } },
      },
    ]);
  });

  it('an expression becomes a table of one rule', () => {
    const { tables } = read(`<d:decision id="d" name="Sum">${text('literalExpression', 'a + b')}</d:decision>`);
    expect(tables).toMatchObject([
      { name: 'Sum', inputs: {}, rules: { rule1: { when: {}, then: { output1: 'a + b' } } } },
    ]);
  });

  it('names what does not become a table', () => {
    const { tables, notes } = read(
      `<d:decision id="a" name="Listed"><d:list/></d:decision><d:decision id="b" name="Bare"/>
      ${table('<d:output/>', 'SOME')}
      <d:businessKnowledgeModel id="k" name="Rate"/><d:decisionService id="s" name="Offer"/>
      <d:import name="lib" namespace="urn:lib" importType="x"/><d:knowledgeSource id="l" name="Law"/>
      <d:decision id="e" name="${'x'.repeat(300)}"><d:decisionTable><d:output/></d:decisionTable></d:decision>`,
    );
    expect(tables).toEqual([]);
    expect(notes).toEqual([
      { code: 'elementNotConverted', name: 'Rate', kind: 'businessKnowledgeModel' },
      { code: 'elementNotConverted', name: 'Offer', kind: 'decisionService' },
      { code: 'elementNotConverted', name: 'lib', kind: 'import' },
      { code: 'elementNotConverted', name: 'Law', kind: 'knowledgeSource' },
      { code: 'decisionNotConverted', name: 'Listed', kind: 'list' },
      { code: 'decisionEmpty', name: 'Bare', kind: '' },
      { code: 'unknownPolicy', name: 'Grade', kind: 'SOME' },
      { code: 'beyondLimits', name: 'x'.repeat(300), kind: '' },
    ]);
  });

  it('elements of the same id keep apart', () => {
    const { tables } = read(
      table(
        `<d:output id="o"/><d:output id="o"/><d:rule id="r">${text('outputEntry', '1')}</d:rule>
        <d:rule id="r">${text('outputEntry', '2')}${text('outputEntry', '3')}</d:rule>`,
      ) + table('<d:output/>'),
    );
    expect(tables.map(({ id }) => id)).toEqual(['d', 'table2']);
    expect(tables[0]?.rules).toMatchObject({ r: { then: { o: '1' } }, rule2: { then: { o: '2', output2: '3' } } });
  });
});

function raise(): never {
  throw new Error('Expected a model, but the file was refused');
}
