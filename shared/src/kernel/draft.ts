/**
 * A case state in the making. Only appliers (appliers.ts) write to one, and only to parts that `own` has copied, so
 * that the state a draft began with never changes and untouched parts are shared.
 */
import type { Activity, CaseState, Correction, DataValue, Token } from './types.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
interface Parts {
  data: Record<string, DataValue>;
  tokens: Record<string, Token>;
  activities: Record<string, Activity>;
}

/**
 * A copy without a shape. Ids are new in every case: were they properties of plain objects, the engine would derive and
 * keep a hidden class for each of them, which costs more than deciding.
 */
function tableOf<T extends object>(rows: T): T {
  const table = Object.create(null) as T;
  for (const id in rows) table[id] = rows[id];
  return table;
}

export class Draft {
  private current: Writable<CaseState> | null;
  private readonly owned = new Set<keyof Parts>();

  constructor(before: CaseState | null) {
    this.current = before && { ...before };
  }

  /** Throws before the case has started: the first event of every case is caseStarted. */
  get state(): Writable<CaseState> {
    if (!this.current) throw new Error('Expected a started case but there is no caseStarted event');
    return this.current;
  }

  get started(): boolean {
    return this.current !== null;
  }

  begin(state: CaseState): void {
    this.current = { ...state };
  }

  /** The part as a copy that belongs to this draft. */
  own<K extends keyof Parts>(part: K): Parts[K] {
    const state: Parts = this.state;
    if (!this.owned.has(part)) {
      this.owned.add(part);
      state[part] = part === 'data' ? { ...state[part] } : tableOf(state[part]);
    }
    return state[part];
  }

  activity(id: string): Activity {
    const found = this.state.activities[id];
    if (!found) throw new Error(`Expected activity "${id}" but the case has none of that id`);
    return found;
  }

  patchActivity(id: string, patch: Partial<Activity>): void {
    Object.assign(this.change(id), patch);
  }

  /** The activity as a copy that the caller may write to: a copy of one shape and plain writes are the fastest way. */
  change(id: string): Writable<Activity> {
    const copy = { ...this.activity(id) };
    this.own('activities')[id] = copy;
    return copy;
  }

  correction(id: string): Correction {
    const found = this.state.corrections.find((one) => one.id === id);
    if (!found) throw new Error(`Expected correction "${id}" but the case has none of that id`);
    return found;
  }
}
