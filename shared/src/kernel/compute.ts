/** Fields that the flow writes by itself. What cannot be computed, or does not fit its field, has no value (null). */
import { computedValue } from '../expressions/index.ts';
import { readerOf } from './conditions.ts';
import { writeAs } from './machines.ts';
import type { ComputePrim, Value } from './types.ts';
import type { Turn } from './turn.ts';
import { takeValue } from './values.ts';

/** In order: a later one sees what an earlier one has set. */
export function compute(turn: Turn, prim: ComputePrim): void {
  for (const { field: id, feel } of prim.sets) {
    const reader = readerOf({ index: turn.index, state: turn.state, data: turn.state.data });
    set(turn, prim.id, id, computedValue(feel, reader));
  }
}

function set(turn: Turn, node: string, id: string, value: Value): void {
  const field = turn.index.fields.get(id);
  if (!field || field.kind === 'note' || field.source.type === 'computed') return;
  const checked = value === null ? { value, problems: [] } : takeValue(field, id, value);
  const taken = checked.problems.length > 0 ? null : checked.value;
  writeAs(turn, node, { [id]: { value: taken, origin: { type: 'computed' } } });
}
