/**
 * Sealed definitions by identity, parsed once. They are immutable; a release points at one of them.
 */
import type { Definition } from '@tongban/shared/definition';
import type { CaseState } from '@tongban/shared/kernel';
import type { Store } from './store.ts';

export class Definitions {
  readonly #store: Store;
  readonly #byIdentity = new Map<string, Definition>();
  readonly #byRelease = new Map<string, string>();

  constructor(store: Store) {
    this.#store = store;
  }

  put(release: string, identity: string, json: string, at: number): void {
    this.#store.putDefinition(identity, json, at);
    this.#store.putRelease(release, identity, (JSON.parse(json) as Definition).executable, at);
    this.#byRelease.set(release, identity);
  }

  ofRelease(release: string): Definition | null {
    const identity = this.#byRelease.get(release) ?? this.#store.releaseIdentity(release);
    if (identity === null) return null;
    this.#byRelease.set(release, identity);
    return this.#load(identity);
  }

  /** The version a case started on; it finishes on the same. */
  get(state: CaseState): Definition | null {
    return this.#load(state.identity);
  }

  /** Forgets what an undone transaction may have put here. */
  clear(): void {
    this.#byIdentity.clear();
    this.#byRelease.clear();
  }

  #load(identity: string): Definition | null {
    const known = this.#byIdentity.get(identity);
    if (known !== undefined) return known;
    const json = this.#store.definition(identity);
    if (json === null) return null;
    const definition = JSON.parse(json) as Definition;
    this.#byIdentity.set(identity, definition);
    return definition;
  }
}
