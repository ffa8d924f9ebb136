/**
 * The way through a table, whatever its cells are made of: read the inputs once, test the rules in order, read the
 * entries of those that match, let the hit policy decide. `C` is what the cells read.
 */
import {
  applyHitPolicy,
  type Hit,
  type Outcome,
  type Policy,
  type PolicyFault,
  type PolicyOutput,
} from './hit-policy.ts';

/** A value, or why there is none. */
export type CellResult = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly code: string };

/** Does the value pass? The value is the input's; null of FEEL is no. */
export type CellTest<C> = (
  value: unknown,
  context: C,
) => { readonly ok: true; readonly value: boolean } | { readonly ok: false; readonly code: string };

export interface RunnableInput<C> {
  readonly id: string;
  evaluate(context: C): CellResult;
  /** Absent: every value is allowed. */
  readonly allowed: CellTest<C> | null;
}

export interface RunnableOutput<C> extends PolicyOutput {
  readonly id: string;
  /** Absent: every value is allowed. */
  readonly allowed: CellTest<C> | null;
  readonly fallback: ((context: C) => CellResult) | null;
}

export interface RunnableRule<C> {
  readonly id: string;
  /** One per input, null where the cell takes every value. */
  readonly tests: readonly (CellTest<C> | null)[];
  /** One per output. */
  readonly entries: readonly ((context: C) => CellResult)[];
}

export interface RunnableTable<C> extends Policy {
  readonly inputs: readonly RunnableInput<C>[];
  readonly outputs: readonly RunnableOutput<C>[];
  readonly rules: readonly RunnableRule<C>[];
}

/** `failed`: a cell that could not be read; `at` is the id of the input, output or rule. */
export type TableFault = PolicyFault | 'inputNotAllowed' | 'failed';

export type TableRun =
  | { readonly ok: true; readonly outcome: Outcome }
  | {
      readonly ok: false;
      readonly code: TableFault;
      readonly at: string | null;
      readonly rules: readonly string[];
      /** What the expression says of its failure. */
      readonly cause?: string;
    };

export function runTable<C>(table: RunnableTable<C>, context: C): TableRun {
  const values: unknown[] = [];
  for (const input of table.inputs) {
    const result = input.evaluate(context);
    if (!result.ok) return failed(input.id, result.code);
    if (input.allowed && result.value !== null) {
      const passes = input.allowed(result.value, context);
      if (!passes.ok) return failed(input.id, passes.code);
      if (!passes.value) return { ok: false, code: 'inputNotAllowed', at: input.id, rules: [] };
    }
    values.push(result.value);
  }

  const hits: Hit[] = [];
  for (const rule of table.rules) {
    const matches = matchesRule(rule, values, context);
    if (!matches.ok) return failed(rule.id, matches.code);
    if (!matches.value) continue;
    const row = readRow(table.outputs, rule.entries, context);
    if (!row.ok) return { ...row, at: row.at ?? rule.id, rules: [rule.id] };
    hits.push({ rule: rule.id, values: row.values });
    if (table.hitPolicy === 'first') break;
  }

  let fallback: readonly unknown[] | null = null;
  if (hits.length === 0 && table.outputs.some((output) => output.fallback)) {
    const nothing = (): CellResult => ({ ok: true, value: null });
    const row = readRow(
      table.outputs,
      table.outputs.map((output) => output.fallback ?? nothing),
      context,
    );
    if (!row.ok) return { ...row, rules: [] };
    fallback = row.values;
  }
  const result = applyHitPolicy(table, hits, fallback);
  return result.ok ? result : { ...result, at: null };
}

const failed = (at: string, cause: string): TableRun => ({ ok: false, code: 'failed', at, rules: [], cause });

function matchesRule<C>(
  { tests }: RunnableRule<C>,
  values: readonly unknown[],
  context: C,
): { readonly ok: true; readonly value: boolean } | { readonly ok: false; readonly code: string } {
  for (const [at, test] of tests.entries()) {
    const result = test?.(values[at], context);
    if (result && !(result.ok && result.value)) return result;
  }
  return { ok: true, value: true };
}

type Row =
  | { readonly ok: true; readonly values: readonly unknown[] }
  | { readonly ok: false; readonly code: TableFault; readonly at: string | null; readonly cause?: string };

function readRow<C>(
  outputs: readonly RunnableOutput<C>[],
  entries: readonly ((context: C) => CellResult)[],
  context: C,
): Row {
  const values: unknown[] = [];
  for (const [at, output] of outputs.entries()) {
    const result = entries[at]?.(context) ?? { ok: true, value: null };
    if (!result.ok) return { ok: false, code: 'failed', at: null, cause: result.code };
    const { value } = result;
    if (output.allowed && value !== null) {
      const passes = output.allowed(value, context);
      if (!passes.ok) return { ok: false, code: 'failed', at: output.id, cause: passes.code };
      if (!passes.value) return { ok: false, code: 'outputNotAllowed', at: output.id };
    }
    values.push(value);
  }
  return { ok: true, values };
}
