/** A model's decision table, evaluated as every table is (see decisions/run-table.ts), with the model's own FEEL. */
import {
  givesList,
  isIrrelevant,
  runTable,
  type Aggregation,
  type CellTest,
  type HitPolicy,
  type Outcome,
  type RunnableTable,
} from '../../decisions/index.ts';
import { evaluateFeel, typed, type BoxedContext } from './boxed.ts';
import type { Scope } from './feel.ts';
import type { DmnTable, DmnTableOutput } from './model.ts';

export const POLICY_OF: ReadonlyMap<string, HitPolicy> = new Map([
  ['UNIQUE', 'unique'],
  ['ANY', 'any'],
  ['PRIORITY', 'priority'],
  ['FIRST', 'first'],
  ['RULE ORDER', 'ruleOrder'],
  ['OUTPUT ORDER', 'outputOrder'],
  ['COLLECT', 'collect'],
]);

export const AGGREGATION_OF: ReadonlyMap<string, Aggregation> = new Map([
  ['SUM', 'sum'],
  ['MIN', 'min'],
  ['MAX', 'max'],
  ['COUNT', 'count'],
]);

export function evaluateTable(table: DmnTable, scope: Scope, context: BoxedContext): unknown {
  const hitPolicy = POLICY_OF.get(table.hitPolicy);
  if (!hitPolicy) return context.problem('unsupported', table.hitPolicy);
  const runnable = runnableOf(table, hitPolicy, context);
  const run = runTable(runnable, scope);
  if (!run.ok) return context.problem('table', `${run.code}: ${run.rules.join(', ')}`);
  return valueOf(table, runnable, run.outcome);
}

/** One output is its value; several are a context by their names. */
function valueOf({ outputs }: DmnTable, table: RunnableTable<Scope>, outcome: Outcome): unknown {
  if (outcome.kind === 'aggregate') return outcome.value;
  const one = (row: readonly unknown[]): unknown =>
    outputs.length === 1
      ? (row[0] ?? null)
      : Object.fromEntries(outputs.map((output, at) => [output.name ?? output.label ?? '', row[at] ?? null]));
  if (outcome.kind === 'many') return outcome.rows.map(one);
  return outcome.row === null && !givesList(table) ? null : one(outcome.row ?? []);
}

function runnableOf(table: DmnTable, hitPolicy: HitPolicy, context: BoxedContext): RunnableTable<Scope> {
  const test =
    (text: string): CellTest<Scope> =>
    (value, scope) => {
      const { value: passes, errors } = context.feel.test(text, value, scope);
      for (const error of errors) context.problem('feel', error);
      return { ok: true, value: passes === true };
    };
  return {
    hitPolicy,
    aggregation: AGGREGATION_OF.get(table.aggregation ?? '') ?? 'list',
    inputs: table.inputs.map((input, at) => ({
      id: input.id ?? String(at),
      evaluate: (scope) => ({
        ok: true,
        value: typed(evaluateFeel(input.text, scope, context), { name: input.text, type: input.type }, context),
      }),
      allowed: input.allowed === undefined ? null : test(input.allowed),
    })),
    outputs: table.outputs.map((output, at) => ({
      id: output.id ?? String(at),
      priorities: prioritiesOf(output, context),
      allowed: output.values === undefined ? null : test(output.values),
      fallback: output.fallback === undefined ? null : entry(output.fallback, output, context),
    })),
    rules: table.rules.map(({ id, tests, entries }, at) => ({
      id: id ?? String(at + 1),
      tests: table.inputs.map((_, column) => {
        const cell = tests[column] ?? '';
        return isIrrelevant(cell) ? null : test(cell);
      }),
      entries: table.outputs.map((output, column) => entry(entries[column] ?? '', output, context)),
    })),
  };
}

function entry(text: string, output: DmnTableOutput, context: BoxedContext) {
  return (scope: Scope) => ({
    ok: true as const,
    value:
      text.trim() === ''
        ? null
        : typed(evaluateFeel(text, scope, context), { name: output.name ?? '', type: output.type }, context),
  });
}

/** The values that an output lists, in their order; null when they are not a list of values. */
function prioritiesOf({ values }: DmnTableOutput, context: BoxedContext): readonly unknown[] | null {
  if (values === undefined) return null;
  const { value, errors } = context.feel.evaluate(`[${values}]`, {});
  return Array.isArray(value) && errors.length === 0 ? value : null;
}
