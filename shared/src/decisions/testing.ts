/** Tables in short, for tests: columns as lists, a rule as one line of cells. */
import type { ValueRules } from '../fields/kind.ts';
import type { Value } from '../kernel/types.ts';
import { compileDecisionTable, evaluateDecisionTable, type TableResult } from './compile.ts';
import type { DecisionTable, TableInput, TableOutput, TableRule } from './schema.ts';
import { tableTypes, type TableTypes } from './types.ts';

export interface TableSketch {
  readonly policy?: string;
  readonly inputs: readonly Partial<TableInput>[];
  readonly outputs: readonly (Partial<Omit<TableOutput, 'values'>> & { readonly values?: readonly string[] })[];
  /** `cell | cell -> entry | entry` */
  readonly rules: readonly string[];
}

const POLICIES: Readonly<Record<string, Pick<DecisionTable, 'hitPolicy' | 'aggregation'>>> = {
  U: { hitPolicy: 'unique', aggregation: 'list' },
  A: { hitPolicy: 'any', aggregation: 'list' },
  P: { hitPolicy: 'priority', aggregation: 'list' },
  F: { hitPolicy: 'first', aggregation: 'list' },
  R: { hitPolicy: 'ruleOrder', aggregation: 'list' },
  O: { hitPolicy: 'outputOrder', aggregation: 'list' },
  C: { hitPolicy: 'collect', aggregation: 'list' },
  'C+': { hitPolicy: 'collect', aggregation: 'sum' },
  'C<': { hitPolicy: 'collect', aggregation: 'min' },
  'C>': { hitPolicy: 'collect', aggregation: 'max' },
  'C#': { hitPolicy: 'collect', aggregation: 'count' },
};

export const order = (at: number): string => `a${String(at).padStart(4, '0')}`;

/** Inputs are i0, i1 …, outputs o0, o1 …, rules r1, r2 …; an input without a source asks the field of its id. */
export function sketch({ policy = 'U', inputs, outputs, rules }: TableSketch): DecisionTable {
  const known = POLICIES[policy];
  if (!known) throw new Error(`Expected a hit policy (${Object.keys(POLICIES).join(' ')}), found "${policy}"`);
  const asInputs = inputs.map((input, at): TableInput => {
    const id = `i${at}`;
    return { id, order: order(at), name: id, source: { type: 'field', field: id }, ...input };
  });
  const asOutputs = outputs.map(({ values = [], ...output }, at): TableOutput => {
    const id = `o${at}`;
    const listed = values.map((value, place) => ({ id: `v${place}`, order: order(place), value }));
    return { id, order: order(at), name: id, kind: 'any', ...output, values: byId(listed) };
  });
  const asRules = rules.map((line, at): TableRule => {
    const [when = '', then = ''] = line.split('->');
    const cells = (text: string, columns: readonly { id: string }[]): Record<string, string> =>
      Object.fromEntries(text.split('|').map((cell, column) => [columns[column]?.id ?? `extra${column}`, cell.trim()]));
    return {
      id: `r${at + 1}`,
      order: order(at),
      when: cells(when, asInputs),
      then: cells(then, asOutputs),
      notes: {},
    };
  });
  return {
    id: 'table',
    order: 'a0',
    name: 'Table',
    ...known,
    inputs: byId(asInputs),
    outputs: byId(asOutputs),
    annotations: {},
    rules: byId(asRules),
  };
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): Record<string, T> =>
  Object.fromEntries(list.map((element) => [element.id, element]));

/** Fields i0, i1 … are numbers unless said otherwise. */
export function sketchTypes(fields: Readonly<Record<string, ValueRules>> = {}): TableTypes {
  const numbers = Object.fromEntries(Array.from({ length: 4 }, (_, at) => [`i${at}`, { kind: 'number' as const }]));
  return tableTypes({ ...numbers, ...fields });
}

/** The result of a table that compiles. */
export function decide(
  table: DecisionTable,
  values: Readonly<Record<string, Value>>,
  types: TableTypes = sketchTypes(),
): TableResult {
  const compiled = compileDecisionTable(table, types);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return evaluateDecisionTable(compiled.table, { field: (id) => values[id], decision: () => undefined });
}
