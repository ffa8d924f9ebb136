/**
 * What conditions and computed fields see of a case. The one place where the kernel meets expressions/.
 * A field under `own` access is the answer of the element that asks; for everyone else it has no single value.
 */
import { computedValue, evaluateCondition } from '../expressions/index.ts';
import type { Condition } from '../document/index.ts';
import type { ExecutableIndex } from './index-of.ts';
import { accessAt } from './index-of.ts';
import { startSeq } from './scope.ts';
import type { CaseState, DataValue, Value } from './types.ts';

export interface Reader {
  readonly field: (id: string) => Value | undefined;
  readonly decision: (node: string) => string | undefined;
}

interface ReaderInput {
  readonly index: ExecutableIndex;
  readonly state: Pick<CaseState, 'activities'>;
  readonly data: Readonly<Record<string, DataValue | { readonly value: Value }>>;
  /** Place of work that asks, if it is an element. */
  readonly node?: string;
  readonly element?: string | null;
  /** The decision that is being given with what is written: rules of the step's fields may ask for it. */
  readonly giving?: string | undefined;
}

/** Computed fields may read computed fields, but not without end. */
const MAX_DEPTH = 32;

export function readerOf(input: ReaderInput): Reader {
  const { index, data } = input;
  const computed = new Map<string, Value | undefined>();
  let depth = 0;
  const reader: Reader = {
    field: (id) => {
      const field = index.fields.get(id);
      if (!field) return undefined;
      if (field.source.type !== 'computed') return data[dataKey(input, id)]?.value;
      if (!computed.has(id)) {
        if (depth >= MAX_DEPTH) return undefined;
        depth++;
        computed.set(id, computedValue(field.source.feel, reader));
        depth--;
      }
      return computed.get(id);
    },
    decision: (node) =>
      node === input.node && input.giving !== undefined ? input.giving : lastDecision(input.state, node),
  };
  return reader;
}

function dataKey({ index, node, element }: ReaderInput, id: string): string {
  const field = index.fields.get(id);
  if (!field || node === undefined || element === undefined || element === null) return id;
  return accessAt(field, node, element) === 'own' ? `${id}@${element}` : id;
}

/** Outcome of the latest finished round of a node. */
function lastDecision(state: Pick<CaseState, 'activities'>, node: string): string | undefined {
  let found: string | undefined;
  let seq = 0;
  for (const id in state.activities) {
    const activity = state.activities[id];
    if (!activity || activity.node !== node || activity.parent !== null || activity.status !== 'done') continue;
    if (startSeq(activity) > seq && activity.outcome !== null) {
      seq = startSeq(activity);
      found = activity.outcome;
    }
  }
  return found;
}

/** A rule that cannot be evaluated does not hold. */
export function holds(condition: Condition, reader: Reader): boolean {
  return evaluateCondition(condition, reader);
}
