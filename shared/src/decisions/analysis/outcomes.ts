/** What rules would give, as far as it does not depend on the case. */
import { sorted } from '../../document/order.ts';
import { cellOf } from '../cells.ts';
import type { CompiledTable } from '../compile.ts';
import type { DecisionTable, TableRule } from '../schema.ts';
import { sameFeelValue } from '../values.ts';

/** A rule's place among the values of each output that lists them. */
type Rank = readonly number[];

export class Outcomes {
  readonly #rows: CompiledTable['constants'];
  readonly #texts: readonly string[];
  readonly #ranks: readonly (Rank | null)[];

  constructor(
    private readonly table: DecisionTable,
    rules: readonly TableRule[],
    compiled: CompiledTable,
  ) {
    const outputs = sorted(table.outputs);
    this.#rows = compiled.constants;
    this.#texts = rules.map(({ then }) => outputs.map(({ id }) => cellOf(then, id)?.trim() ?? '').join('\n'));
    this.#ranks = this.#rows.map((row) => {
      const ranks = compiled.outputs.flatMap(({ priorities }, at) =>
        priorities ? [priorities.findIndex((value) => sameFeelValue(value, row[at]))] : [],
      );
      return ranks.includes(-1) ? null : ranks;
    });
  }

  /** Surely not the same. */
  differ(rule: number, other: number): boolean {
    if (this.#texts[rule] === this.#texts[other]) return false;
    const [row = [], another = []] = [this.#rows[rule], this.#rows[other]];
    return row.some((value, at) => {
      const second = another[at];
      return value !== undefined && second !== undefined && !sameFeelValue(value, second);
    });
  }

  /** Does its place among the others follow from its form? */
  isRanked(rule: number): boolean {
    return this.table.hitPolicy !== 'priority' || this.#ranks[rule] !== null;
  }

  /** In the order in which they decide; what has no rank comes first. */
  byPriority(rules: readonly number[]): readonly number[] {
    if (this.table.hitPolicy !== 'priority') return rules;
    return [...rules].sort((a, b) => compareRanks(this.#ranks[a] ?? null, this.#ranks[b] ?? null) || a - b);
  }
}

function compareRanks(a: Rank | null, b: Rank | null): number {
  if (!a || !b) return Number(a !== null) - Number(b !== null);
  const at = a.findIndex((place, index) => place !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
