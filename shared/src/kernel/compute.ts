/**
 * Fields that the flow writes by itself: by FEEL, or by a decision table. What cannot be computed, or does not fit its
 * field, has no value (null). A table that is asked against its own hit policy (two rules where one may match) throws
 * an error on the drawing, which a step may catch; nobody does: an incident.
 */
import { compileDecisionTable, evaluateDecisionTable, tableTypes, type CompiledTable } from '../decisions/index.ts';
import { computedValue } from '../expressions/index.ts';
import { readerOf } from './conditions.ts';
import { writeAs } from './machines.ts';
import { isCaught, throwError } from './throwing.ts';
import type { ComputePrim, Rejection, Token, Value } from './types.ts';
import type { Turn } from './turn.ts';
import { takeValue } from './values.ts';

/** Error code of a decision table without an answer that its hit policy allows. */
export const TABLE_FAILED = 'tableFailed';

/** Takes the token on, or to who catches the error. */
export function computeAt(turn: Turn, prim: ComputePrim, token: Token): Rejection | null {
  const goOn = (): null => {
    turn.move(prim.id, [token.id], [{ edge: prim.out, lineage: token.lineage }]);
    return null;
  };
  // In order: a later one sees what an earlier one has set.
  for (const { field, feel } of prim.sets) set(turn, prim.id, field, computedValue(feel, reader(turn)));
  if (!prim.table) return goOn();
  const table = tableOf(turn, prim);
  const result = table && evaluateDecisionTable(table, reader(turn));
  if (result?.ok) {
    for (const [field, value] of Object.entries(result.fields)) set(turn, prim.id, field, value);
    return goOn();
  }
  if (isCaught(turn, prim.id, TABLE_FAILED)) {
    turn.move(prim.id, [token.id], []);
    return throwError(turn, { node: prim.id, lineage: token.lineage, code: TABLE_FAILED });
  }
  turn.emit({ type: 'incidentRaised', code: TABLE_FAILED, node: prim.id });
  return null;
}

const reader = (turn: Turn) => readerOf({ index: turn.index, state: turn.state, data: turn.state.data });

const tables = new WeakMap<ComputePrim, CompiledTable | null>();

/** Compiled once; null when it cannot be: the compiler lets no such table through. */
function tableOf(turn: Turn, prim: ComputePrim): CompiledTable | null {
  const known = tables.get(prim);
  if (known !== undefined || !prim.table) return known ?? null;
  const compiled = compileDecisionTable(prim.table, tableTypes(Object.fromEntries(turn.index.fields)));
  const table = compiled.ok ? compiled.table : null;
  tables.set(prim, table);
  return table;
}

function set(turn: Turn, node: string, id: string, value: Value): void {
  const field = turn.index.fields.get(id);
  if (!field || field.kind === 'note' || field.source.type === 'computed') return;
  const checked = value === null ? { value, problems: [] } : takeValue(field, id, value);
  const taken = checked.problems.length > 0 ? null : checked.value;
  writeAs(turn, node, { [id]: { value: taken, origin: { type: 'computed' } } });
}
