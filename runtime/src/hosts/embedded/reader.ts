/**
 * Reads the journal on the server's thread, on a read-only connection of its own. Every answer is one synchronous
 * statement (or one short loop of them): no reader stays open across an await, so the log can always be folded back.
 * States in use are kept with their number and brought up to date from the events after it.
 */
import type Database from 'better-sqlite3';
import type { Definition } from '@tongban/shared/definition';
import type { CaseEvent, CaseState } from '@tongban/shared/kernel';
import type { Loaded } from '../host.ts';
import type { Kernel } from '../kernel.ts';
import { Recent } from './recent.ts';

export class Reader {
  readonly #kernel: Kernel;
  readonly #states: Recent<CaseState>;
  readonly #definitions = new Map<string, Definition>();
  readonly #saved: Database.Statement<[string], { seq: number; json: string }>;
  readonly #after: Database.Statement<[string, number], { payload: string }>;
  readonly #definition: Database.Statement<[string], { json: string }>;
  readonly #release: Database.Statement<[string], { identity: string }>;

  constructor(db: Database.Database, kernel: Kernel, cacheStates: number) {
    this.#kernel = kernel;
    this.#states = new Recent(cacheStates);
    this.#saved = db.prepare('SELECT seq, json FROM states WHERE case_id = ?');
    this.#after = db.prepare('SELECT payload FROM records WHERE case_id = ? AND seq > ? ORDER BY seq');
    this.#definition = db.prepare('SELECT json FROM definitions WHERE identity = ?');
    this.#release = db.prepare('SELECT identity FROM releases WHERE release = ?');
  }

  load(caseId: string): Loaded | null {
    const state = this.#state(caseId);
    if (state === null) return null;
    const definition = this.#byIdentity(state.identity);
    if (definition === null) throw new Error(`expected definition ${state.identity} of case ${caseId}, found none`);
    return { definition, state };
  }

  events(caseId: string): CaseEvent[] {
    return this.#after.all(caseId, 0).flatMap((row) => JSON.parse(row.payload) as CaseEvent[]);
  }

  definition(release: string): Definition | null {
    const row = this.#release.get(release);
    return row === undefined ? null : this.#byIdentity(row.identity);
  }

  #state(caseId: string): CaseState | null {
    let state = this.#states.get(caseId) ?? null;
    if (state === null) {
      const saved = this.#saved.get(caseId);
      if (saved !== undefined) state = JSON.parse(saved.json) as CaseState;
    }
    const later = this.#after.all(caseId, state?.seq ?? 0).flatMap((row) => JSON.parse(row.payload) as CaseEvent[]);
    if (later.length > 0) state = this.#kernel.evolve(state, later);
    if (state === null) return null;
    this.#states.set(caseId, state);
    return state;
  }

  #byIdentity(identity: string): Definition | null {
    const known = this.#definitions.get(identity);
    if (known !== undefined) return known;
    const row = this.#definition.get(identity);
    if (row === undefined) return null;
    const definition = JSON.parse(row.json) as Definition;
    this.#definitions.set(identity, definition);
    return definition;
  }
}
