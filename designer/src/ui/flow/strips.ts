/** Things by where they lie from left to right, so that asking what lies near costs what lies near, not everything. */
const WIDTH = 400;

interface Entry<T> {
  readonly item: T;
  /** Number of the last question that has given it: nothing is given twice. */
  asked: number;
}

export class Strips<T> {
  readonly #strips = new Map<number, Entry<T>[]>();
  #questions = 0;

  add(item: T, left: number, right: number): void {
    const entry: Entry<T> = { item, asked: 0 };
    for (let at = Math.floor(left / WIDTH); at <= Math.floor(right / WIDTH); at++) {
      const strip = this.#strips.get(at);
      if (strip) strip.push(entry);
      else this.#strips.set(at, [entry]);
    }
  }

  /** Calls `visit` once for each thing that may reach into the stretch from `left` to `right`. */
  near(left: number, right: number, visit: (item: T) => void): void {
    const question = ++this.#questions;
    for (let at = Math.floor(left / WIDTH); at <= Math.floor(right / WIDTH); at++) {
      for (const entry of this.#strips.get(at) ?? []) {
        if (entry.asked === question) continue;
        entry.asked = question;
        visit(entry.item);
      }
    }
  }
}
