/**
 * A table of a document, compiled once into closures, or what is wrong with it and where. A compiled table never
 * throws on data: what goes wrong with values is a result with a code.
 */
import { sorted } from '../document/order.ts';
import {
  compileFeel,
  FeelRange,
  readsOfFeel,
  type ExpressionContext,
  type FeelProblem,
  type FeelType,
} from '../expressions/index.ts';
import type { Value } from '../kernel/types.ts';
import { cellOf, isIrrelevant } from './cells.ts';
import { givesList, type Outcome } from './hit-policy.ts';
import {
  runTable,
  type CellResult,
  type CellTest,
  type RunnableInput,
  type RunnableOutput,
  type RunnableTable,
  type TableFault,
} from './run-table.ts';
import { sameFeelValue } from './values.ts';
import type { DecisionTable, TableInput, TableOutput, TableRule, TableValueKind } from './schema.ts';
import { asKind, feelTypeOf, storedValue, type TableField, type TableTypes } from './types.ts';

export type TablePlace =
  | { readonly part: 'table' }
  | { readonly part: 'input' | 'output' | 'rule'; readonly id: string }
  /** `column`: id of the input or output. */
  | { readonly part: 'cell'; readonly rule: string; readonly column: string };

/**
 * noOutputs. unknownField: a column's field is gone. fieldHoldsNothing: a note or a file. noExpression: an input that
 * asks nothing. feel: `feel` says what and where in the text. wrongKind: an output and its field hold different kinds.
 * fieldTwice: two outputs write one field. noPriorities: P or O, and no output lists its values. aggregateSeveral: an
 * aggregation of several outputs. aggregateKind: of values that have no sum or order. listIntoField: a list of results
 * for a field that holds one value. notAllowed: a constant that the output's values exclude.
 */
export interface TableProblem {
  readonly code:
    | 'noOutputs'
    | 'unknownField'
    | 'fieldHoldsNothing'
    | 'noExpression'
    | 'feel'
    | 'wrongKind'
    | 'fieldTwice'
    | 'noPriorities'
    | 'aggregateSeveral'
    | 'aggregateKind'
    | 'listIntoField'
    | 'notAllowed';
  readonly at: TablePlace;
  readonly feel?: FeelProblem;
}

export interface CompiledTable extends RunnableTable<TableContext> {
  readonly columns: readonly Column[];
  /** By rule, by output: the value of an entry that reads nothing of the case; undefined for the others. */
  readonly constants: readonly (readonly unknown[])[];
}

/** An output as results are handed out. */
interface Column {
  readonly id: string;
  readonly field: string | null;
}

/** What cells may ask of a case, and the value under test. */
interface TableContext extends ExpressionContext {
  readonly tested?: unknown;
}

export type TableCompilation =
  | { readonly ok: true; readonly table: CompiledTable }
  | { readonly ok: false; readonly problems: readonly TableProblem[] };

export function compileDecisionTable(table: DecisionTable, types: TableTypes): TableCompilation {
  const compiler = new Compiler(types);
  const inputs = sorted(table.inputs).map((input) => compiler.input(input));
  const outputs = sorted(table.outputs).map((output) => compiler.output(output));
  compiler.policy(table, outputs);
  const rules = sorted(table.rules).map((rule) => ({
    id: rule.id,
    tests: inputs.map((input) => compiler.test(rule, input)),
    entries: outputs.map((output) => compiler.entry(rule, output)),
  }));
  const { problems } = compiler;
  if (problems.length > 0) return { ok: false, problems };
  const { hitPolicy, aggregation } = table;
  const columns = outputs.map(({ id, field }) => ({ id, field }));
  const runnable = rules.map(({ id, tests, entries }) => ({ id, tests, entries: entries.map(({ read }) => read) }));
  const constants = rules.map(({ entries }) => entries.map(({ constant }) => constant));
  return { ok: true, table: { hitPolicy, aggregation, inputs, outputs, rules: runnable, columns, constants } };
}

export type TableResult =
  | {
      readonly ok: true;
      /** By output id: FEEL's value, or the list of them where the policy gives several. null: no rule matched. */
      readonly outputs: Readonly<Record<string, unknown>>;
      /** By field id, for the outputs that have one: the value as a case stores it. */
      readonly fields: Readonly<Record<string, Value>>;
      /** Ids of the rules that the result comes from, in its order. */
      readonly rules: readonly string[];
    }
  | {
      readonly ok: false;
      readonly code: TableFault;
      /** Id of the input, output or rule; null: the table as a whole. */
      readonly at: string | null;
      readonly rules: readonly string[];
    };

export function evaluateDecisionTable(table: CompiledTable, context: ExpressionContext): TableResult {
  const run = runTable(table, context);
  if (!run.ok) return { ok: false, code: run.code, at: run.at, rules: run.rules };
  const outputs: Record<string, unknown> = {};
  const fields: Record<string, Value> = {};
  for (const [at, { id, field }] of table.columns.entries()) {
    const value = columnOf(run.outcome, at);
    outputs[id] = value;
    if (field !== null) fields[field] = storedValue(value);
  }
  return { ok: true, outputs, fields, rules: run.outcome.rules };
}

function columnOf(outcome: Outcome, at: number): unknown {
  if (outcome.kind === 'aggregate') return outcome.value;
  return outcome.kind === 'one' ? (outcome.row?.[at] ?? null) : outcome.rows.map((row) => row[at] ?? null);
}

interface InputColumn extends RunnableInput<TableContext> {
  readonly type: FeelType;
}

interface OutputColumn extends RunnableOutput<TableContext> {
  readonly field: string | null;
  readonly kind: TableValueKind;
  /** The field holds a list. */
  readonly several: boolean;
}

interface Entry {
  readonly read: (context: TableContext) => CellResult;
  /** Its value, if it reads nothing of the case. */
  readonly constant?: unknown;
}

const ORDERED: ReadonlySet<TableValueKind> = new Set([
  'any',
  'number',
  'text',
  'date',
  'time',
  'dateTime',
  'daysDuration',
  'monthsDuration',
]);

class Compiler {
  readonly problems: TableProblem[] = [];

  constructor(private readonly types: TableTypes) {}

  input(input: TableInput): InputColumn {
    const at: TablePlace = { part: 'input', id: input.id };
    const { source, id } = input;
    const field = source.type === 'field' ? this.#field(source.field, at) : null;
    const kind = source.type === 'field' ? (field?.kind ?? 'any') : source.kind;
    const several = field?.several ?? false;
    const type = feelTypeOf(kind, several);
    const allowed =
      input.allowed === undefined || isIrrelevant(input.allowed) ? null : this.#test(input.allowed, at, type);
    if (source.type === 'field') {
      return { id, type, allowed, evaluate: (context) => kept(context.field(source.field) ?? null, kind, several) };
    }
    if (source.text.trim() === '') this.#problem('noExpression', at);
    const read = source.text.trim() === '' ? nothing : this.#expression(source.text, at);
    return {
      id,
      type,
      allowed,
      evaluate: (context) => {
        const result = read(context);
        return result.ok ? kept(result.value, kind, false) : result;
      },
    };
  }

  output(output: TableOutput): OutputColumn {
    const at: TablePlace = { part: 'output', id: output.id };
    const field = output.field === undefined ? null : this.#field(output.field, at);
    if (field && output.kind !== 'any' && output.kind !== field.kind) this.#problem('wrongKind', at);
    const kind = field?.kind ?? output.kind;
    const several = field?.several ?? false;
    const listed = sorted(output.values);
    const constants = listed.map(({ value }) => this.#constant(value, at, kind));
    const options = field?.options?.map((option) => option.id) ?? null;
    const priorities = listed.length > 0 ? constants : options;
    return {
      id: output.id,
      field: output.field ?? null,
      kind,
      several,
      priorities,
      allowed: priorities && allowing(priorities),
      fallback:
        output.default === undefined || output.default.trim() === '' ? null : this.#entry(output.default, at, kind),
    };
  }

  policy(table: DecisionTable, outputs: readonly OutputColumn[]): void {
    const { hitPolicy, aggregation } = table;
    const whole: TablePlace = { part: 'table' };
    if (outputs.length === 0) this.#problem('noOutputs', whole);
    const written = new Set<string>();
    for (const { field, id } of outputs) {
      if (field !== null && written.has(field)) this.#problem('fieldTwice', { part: 'output', id });
      if (field !== null) written.add(field);
    }
    const ranks = hitPolicy === 'priority' || hitPolicy === 'outputOrder';
    if (ranks && outputs.length > 0 && outputs.every(({ priorities }) => priorities === null))
      this.#problem('noPriorities', whole);
    if (givesList(table)) {
      for (const { id, field, several } of outputs)
        if (field !== null && !several) this.#problem('listIntoField', { part: 'output', id });
    }
    if (hitPolicy !== 'collect' || aggregation === 'list') return;
    if (outputs.length > 1) this.#problem('aggregateSeveral', whole);
    for (const { id, kind } of outputs) {
      const fits =
        aggregation === 'sum' ? kind === 'number' || kind === 'any' : aggregation === 'count' || ORDERED.has(kind);
      if (!fits) this.#problem('aggregateKind', { part: 'output', id });
    }
  }

  test(rule: TableRule, input: InputColumn): CellTest<TableContext> | null {
    const cell = cellOf(rule.when, input.id);
    if (cell === undefined || isIrrelevant(cell)) return null;
    return this.#test(cell, { part: 'cell', rule: rule.id, column: input.id }, input.type);
  }

  entry(rule: TableRule, { id, kind, allowed }: OutputColumn): Entry {
    const cell = cellOf(rule.then, id);
    if (cell === undefined || isIrrelevant(cell)) return { read: nothing, constant: null };
    const at: TablePlace = { part: 'cell', rule: rule.id, column: id };
    const before = this.problems.length;
    const read = this.#entry(cell, at, kind);
    if (this.problems.length > before || !isConstant(cell)) return { read };
    const result = read(NO_CASE);
    if (!result.ok) this.#problem('wrongKind', at);
    else if (allowed && result.value !== null && !passes(allowed, result.value)) this.#problem('notAllowed', at);
    return { read: () => result, ...(result.ok ? { constant: result.value } : {}) };
  }

  #field(id: string, at: TablePlace): TableField | null {
    const field = this.types.field(id);
    if (!field) this.#problem(field === undefined ? 'unknownField' : 'fieldHoldsNothing', at);
    return field ?? null;
  }

  #expression(text: string, at: TablePlace): (context: TableContext) => CellResult {
    const { names } = this.types;
    const compiled = compileFeel(text, names ? { names } : {});
    if (!compiled.ok || names) this.#unreadable(compiled.problems, at);
    if (!compiled.ok) return nothing;
    const scope = scopeOf(text);
    return (context) => compiled.evaluate(scope(context));
  }

  #entry(text: string, at: TablePlace, kind: TableValueKind): (context: TableContext) => CellResult {
    const read = this.#expression(text, at);
    return (context) => {
      const result = read(context);
      return result.ok ? kept(result.value, kind, Array.isArray(result.value)) : result;
    };
  }

  #test(text: string, at: TablePlace, type: FeelType): CellTest<TableContext> {
    const { names } = this.types;
    const compiled = compileFeel(text, { mode: 'unaryTests', ...(names ? { names: { ...names, '?': type } } : {}) });
    if (!compiled.ok || names) this.#unreadable(compiled.problems, at);
    if (!compiled.ok) return () => ({ ok: true, value: false });
    const scope = scopeOf(text);
    return (value, context) => {
      const result = compiled.evaluate({ ...scope(context), '?': value });
      return result.ok ? { ok: true, value: result.value === true } : result;
    };
  }

  /** A value that needs no case. */
  #constant(text: string, at: TablePlace, kind: TableValueKind): unknown {
    const result = this.#entry(text, at, kind)(NO_CASE);
    return result.ok ? result.value : null;
  }

  /** Types are told where a table is drawn, with the names around it; a released one goes on without. */
  #unreadable(found: readonly FeelProblem[], at: TablePlace): void {
    for (const feel of found) this.problems.push({ code: 'feel', at, feel });
  }

  #problem(code: TableProblem['code'], at: TablePlace): void {
    this.problems.push({ code, at });
  }
}

const NO_CASE: TableContext = { field: () => undefined, decision: () => undefined };
const nothing = (): CellResult => ({ ok: true, value: null });

/** The value as its column's kind; `several`: of each element. */
function kept(value: unknown, kind: TableValueKind, several: boolean): CellResult {
  if (several && Array.isArray(value)) {
    const parts = value.map((part) => asKind(part, kind));
    return parts.includes(undefined) ? WRONG_KIND : { ok: true, value: parts };
  }
  const fitting = asKind(value, kind);
  return fitting === undefined ? WRONG_KIND : { ok: true, value: fitting };
}
const WRONG_KIND: CellResult = { ok: false, code: 'wrongKind' };

function allowing(values: readonly unknown[]): CellTest<TableContext> {
  const isAllowed = (part: unknown): boolean =>
    values.some((value) => (value instanceof FeelRange ? value.includes(part) === true : sameFeelValue(value, part)));
  return (value) => ({ ok: true, value: Array.isArray(value) ? value.every(isAllowed) : isAllowed(value) });
}

function passes(test: CellTest<TableContext>, value: unknown): boolean {
  const result = test(value, NO_CASE);
  return result.ok && result.value;
}

/** The text reads nothing of a case. */
function isConstant(text: string): boolean {
  const { fields, decisions } = readsOfFeel(text);
  return fields.length === 0 && decisions.length === 0 && !/\b(form|steps|now|today)\b/.test(text);
}

/** What a text reads of a case, as FEEL's context. */
function scopeOf(text: string): (context: TableContext) => Record<string, unknown> {
  const reads = readsOfFeel(text);
  return (context) => ({
    form: Object.fromEntries(reads.fields.map((id) => [id, context.field(id) ?? null])),
    steps: Object.fromEntries(reads.decisions.map((id) => [id, { outcome: context.decision(id) ?? null }])),
  });
}
