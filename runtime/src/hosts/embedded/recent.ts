/**
 * Values in use, by key; what was not used for long leaves when there are too many (second chance).
 *
 * A Map that is written often leaves old tables behind, each linked to the next, and what such a table holds lives on
 * until a full collection. So the table holds places, and a place is emptied when its value leaves or changes.
 */
interface Place<Value> {
  value: Value | undefined;
  used: boolean;
}

export class Recent<Value> {
  readonly #places = new Map<string, Place<Value>>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): Value | undefined {
    const place = this.#places.get(key);
    if (place === undefined) return undefined;
    place.used = true;
    return place.value;
  }

  set(key: string, value: Value): void {
    const place = this.#places.get(key);
    if (place !== undefined) {
      place.value = value;
      return;
    }
    this.#places.set(key, { value, used: false });
    if (this.#places.size > this.#limit) this.#shrink();
  }

  delete(key: string): void {
    const place = this.#places.get(key);
    if (place === undefined) return;
    place.value = undefined;
    this.#places.delete(key);
  }

  clear(): void {
    for (const place of this.#places.values()) place.value = undefined;
    this.#places.clear();
  }

  /** Oldest first: one that was used since it was last looked at goes to the end, another leaves. */
  #shrink(): void {
    for (const [key, place] of this.#places) {
      if (this.#places.size <= this.#limit) return;
      this.#places.delete(key);
      if (place.used) this.#places.set(key, place);
      else place.value = undefined;
      place.used = false;
    }
  }
}
