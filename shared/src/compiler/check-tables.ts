/** Decision tables: what keeps them from being compiled, and else their gaps, overlaps and rules without effect. */
import { sorted } from '../document/order.ts';
import {
  analyseTable,
  compileDecisionTable,
  type Box,
  type DecisionTable,
  type ShownInterval,
  type TablePlace,
  type TableProblem,
  type TableTypes,
} from '../decisions/index.ts';
import { feelParams } from './check-feel.ts';
import { diagnose, type DiagnosticCode, type Said } from './diagnostics.ts';
import type { Diagnostic } from './types.ts';

/** A box as words need it: by the names of columns and options. Travels in a parameter as JSON. */
export type NamedBox = readonly NamedSide[];
export type NamedSide =
  | { readonly name: string; readonly type: 'intervals'; readonly intervals: readonly ShownInterval[] }
  | {
      readonly name: string;
      readonly type: 'values';
      readonly except: boolean;
      readonly values: readonly (string | boolean)[];
    };

/** Boxes of one kind that are said of one table: more would say nothing more. */
const MOST_SAID = 10;

export function checkTables(tables: Readonly<Record<string, DecisionTable>>, types: TableTypes): Diagnostic[] {
  return sorted(tables).flatMap((table) => new TableCheck(table, types).result());
}

class TableCheck {
  readonly #rows: ReadonlyMap<string, number>;

  constructor(
    private readonly table: DecisionTable,
    private readonly types: TableTypes,
  ) {
    this.#rows = new Map(sorted(table.rules).map(({ id }, at) => [id, at + 1]));
  }

  result(): Diagnostic[] {
    const compiled = compileDecisionTable(this.table, this.types);
    if (!compiled.ok) return compiled.problems.map((problem) => this.#problem(problem));
    const { gaps, overlaps, masked, impossible, unclear, complete } = analyseTable(this.table, this.types);
    const met = this.table.hitPolicy === 'any' ? 'table.conflict' : 'table.overlap';
    return [
      ...gaps.slice(0, MOST_SAID).map((box) => this.#say('table.gap', { box: this.#named(box) })),
      ...overlaps
        .slice(0, MOST_SAID)
        .map(({ rules: [rule, other], box }) =>
          this.#say(met, { rule: this.#row(rule), other: this.#row(other), box: this.#named(box) }),
        ),
      ...masked.map((rule) => this.#say('table.masked', { rule: this.#row(rule) })),
      ...impossible.map((rule) => this.#say('table.impossible', { rule: this.#row(rule) })),
      ...unclear
        .slice(0, MOST_SAID)
        .map(({ rule, input }) => this.#say('table.unclear', { column: this.#column(input), row: this.#row(rule) })),
      ...(complete ? [] : [this.#say('table.tooLarge')]),
    ];
  }

  #say(code: DiagnosticCode, params: Said['params'] = {}): Diagnostic {
    return diagnose(code, { kind: 'table', id: this.table.id }, { params: { table: this.table.name, ...params } });
  }

  #problem({ code, at, feel }: TableProblem): Diagnostic {
    const params = this.#place(at);
    if (code !== 'feel') return this.#say(`table.${code}`, params);
    if (!feel || feel.code === 'syntax') {
      return this.#say('table.unreadable', { ...params, position: (feel?.from ?? 0) + 1 });
    }
    const role = { name: this.table.name, role: 'cell' };
    return this.#say(`feel.${feel.code}`, { ...feelParams(feel), ...params, ...role });
  }

  #place(at: TablePlace): Record<string, string | number> {
    switch (at.part) {
      case 'cell':
        return { column: this.#column(at.column), row: this.#row(at.rule) };
      case 'input':
      case 'output':
        return { column: this.#column(at.id) };
      case 'rule':
        return { rule: this.#row(at.id) };
      case 'table':
        return {};
    }
  }

  #row(rule: string): number {
    return this.#rows.get(rule) ?? 0;
  }

  #column(id: string): string {
    return (own(this.table.inputs, id) ?? own(this.table.outputs, id))?.name ?? '';
  }

  #named({ sides }: Box): string {
    const named = sides.map((side): NamedSide => {
      const { input, ...rest } = side;
      if (rest.type === 'intervals') return { name: this.#column(input), ...rest };
      return { name: this.#column(input), ...rest, values: rest.values.map((value) => this.#valueName(input, value)) };
    });
    return JSON.stringify(named satisfies NamedBox);
  }

  /** Options by their names. */
  #valueName(input: string, value: string | boolean): string | boolean {
    const source = own(this.table.inputs, input)?.source;
    const field = source?.type === 'field' ? this.types.field(source.field) : null;
    return field?.options?.find(({ id }) => id === value)?.name ?? value;
  }
}

const own = <T>(collection: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(collection, id) ? collection[id] : undefined;
