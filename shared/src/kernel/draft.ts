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
      state[part] = { ...state[part] };
    }
    return state[part];
  }

  activity(id: string): Activity {
    const found = this.state.activities[id];
    if (!found) throw new Error(`Expected activity "${id}" but the case has none of that id`);
    return found;
  }

  patchActivity(id: string, patch: Partial<Activity>): void {
    // A copy of one shape, then few writes: this is the kernel's hottest line.
    this.own('activities')[id] = Object.assign({ ...this.activity(id) }, patch);
  }

  correction(id: string): Correction {
    const found = this.state.corrections.find((one) => one.id === id);
    if (!found) throw new Error(`Expected correction "${id}" but the case has none of that id`);
    return found;
  }
}
