/**
 * Explores every marking of a model, nearest first, with all decisions free. A marking is the set of places that hold
 * a token; a place that gets a second one breaks the law of one token at once. Joins fire as soon as they can, but
 * after everything that the same decision sets in motion, so that no order of automatic steps is overlooked.
 */
import { END, type Alternatives, type Model, type Target, type Way } from './model.ts';
import { NO_STEPS, inSequence, type Script } from './script.ts';

export type Verdict =
  | { readonly type: 'sound'; readonly markings: number; readonly seen: ReadonlySet<Target> }
  | { readonly type: 'twoTokens'; readonly at: Target; readonly script: Script }
  | { readonly type: 'stuck'; readonly tokens: readonly Target[]; readonly script: Script }
  | { readonly type: 'noCompletion'; readonly tokens: readonly Target[]; readonly script: Script }
  | { readonly type: 'undecided'; readonly markings: number };

/** Places by number; armed timers are places too. */
interface Places {
  readonly names: readonly Target[];
  readonly index: ReadonlyMap<Target, number>;
}

interface Reached {
  readonly key: string;
  readonly parent: number;
  readonly script: Script;
}

interface Settled {
  readonly marking: Uint8Array;
  readonly script: Script;
}

/** Thrown inside one exploration only: a second token for a place. */
class TwoTokens {
  readonly at: Target;
  readonly script: Script;
  constructor(at: Target, script: Script) {
    this.at = at;
    this.script = script;
  }
}

export function explore(model: Model, bound: number): Verdict {
  const explorer = new Explorer(model);
  return explorer.run(bound);
}

const armed = (act: string, aside: number): Target => `~${aside}~${act}`;

class Explorer {
  private readonly model: Model;
  private readonly places: Places;
  private readonly reached: Reached[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly before: number[][] = [];

  constructor(model: Model) {
    this.model = model;
    const names: Target[] = [];
    for (const [id, act] of model.acts) {
      names.push(`@${id}`);
      act.asides.forEach((_, i) => names.push(armed(id, i)));
    }
    for (const join of model.joins.values()) names.push(...join.slots);
    this.places = { names, index: new Map(names.map((name, i) => [name, i])) };
  }

  run(bound: number): Verdict {
    const empty = new Uint8Array(this.places.names.length);
    const seen = new Set<Target>();
    try {
      for (const way of this.model.initial) {
        for (const settled of this.settle(empty, [way])) this.reach(settled, -1);
      }
      for (let at = 0; at < this.reached.length; at++) {
        if (this.reached.length > bound) return { type: 'undecided', markings: this.reached.length };
        const { key } = this.reached[at] ?? { key: '' };
        const marking = this.unpack(key);
        this.note(marking, seen);
        const next = this.successors(marking, at);
        if (next.length === 0 && key !== '')
          return { type: 'stuck', tokens: this.tokens(marking), script: this.wayTo(at) };
        for (const settled of next) this.reach(settled, at);
      }
    } catch (found) {
      if (!(found instanceof TwoTokens)) throw found;
      return { type: 'twoTokens', at: found.at, script: found.script };
    }
    const lost = this.firstWithoutCompletion();
    if (lost === null) return { type: 'sound', markings: this.reached.length, seen };
    const marking = this.unpack(this.reached[lost]?.key ?? '');
    return { type: 'noCompletion', tokens: this.tokens(marking), script: this.wayTo(lost) };
  }

  private reach({ marking, script }: Settled, from: number): void {
    const key = this.pack(marking);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.reached.length;
      this.numbers.set(key, number);
      this.reached.push({ key, parent: from, script });
      this.before.push([]);
    }
    if (from >= 0) this.before[number]?.push(from);
  }

  private successors(marking: Uint8Array, at: number): Settled[] {
    const found: Settled[] = [];
    for (const [id, act] of this.model.acts) {
      if (this.get(marking, `@${id}`) === 0) continue;
      for (const way of act.outs) {
        const next = marking.slice();
        this.take(next, `@${id}`);
        act.asides.forEach((_, i) => this.take(next, armed(id, i)));
        found.push(...this.settleFrom(next, [way], at));
      }
      act.asides.forEach((ways, i) => {
        if (this.get(marking, armed(id, i)) === 0) return;
        const next = marking.slice();
        this.take(next, armed(id, i));
        for (const way of ways) found.push(...this.settleFrom(next, [way], at));
      });
    }
    return found;
  }

  private settleFrom(marking: Uint8Array, ways: readonly Way[], at: number): Settled[] {
    try {
      return this.settle(marking, ways);
    } catch (found) {
      if (!(found instanceof TwoTokens)) throw found;
      throw new TwoTokens(found.at, inSequence(this.wayTo(at), found.script));
    }
  }

  /** All markings in which tokens on these ways can come to rest. */
  private settle(marking: Uint8Array, ways: readonly Way[]): Settled[] {
    const found = new Map<string, Settled>();
    const start = { marking: marking.slice(), pending: ways.map((way) => [way]), script: NO_STEPS };
    const stack: { marking: Uint8Array; pending: Alternatives[]; script: Script }[] = [start];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const [first, ...rest] = top.pending;
      if (first) {
        for (const way of first) {
          const next = top.marking.slice();
          const script = inSequence(top.script, way.script);
          const more = this.deliver(next, way.to, script);
          stack.push({ marking: next, pending: [...rest, ...more], script });
        }
        continue;
      }
      const ready = this.readyJoin(top.marking);
      if (ready) {
        for (const slot of ready.slots) this.take(top.marking, slot);
        stack.push({ ...top, pending: [ready.outs] });
        continue;
      }
      const key = this.pack(top.marking);
      const known = found.get(key);
      if (!known || top.script.length < known.script.length) found.set(key, top);
    }
    return [...found.values()];
  }

  /** Puts a token down; a fork gives tokens that are still on their way. */
  private deliver(marking: Uint8Array, to: Target, script: Script): readonly Alternatives[] {
    if (to === END) return [];
    if (to.startsWith('+')) return this.model.forks.get(to.slice(1)) ?? [];
    this.put(marking, to, script);
    if (to.startsWith('@')) {
      const id = to.slice(1);
      this.model.acts.get(id)?.asides.forEach((_, i) => this.put(marking, armed(id, i), script));
    }
    return [];
  }

  private readyJoin(marking: Uint8Array): { slots: readonly Target[]; outs: Alternatives } | undefined {
    for (const join of this.model.joins.values()) {
      if (join.slots.every((slot) => this.get(marking, slot) > 0)) return join;
    }
    return undefined;
  }

  /** Markings from which the empty one cannot be reached; the nearest of them. */
  private firstWithoutCompletion(): number | null {
    const done = this.numbers.get('');
    const leads = new Uint8Array(this.reached.length);
    const stack = done === undefined ? [] : [done];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (leads[at]) continue;
      leads[at] = 1;
      stack.push(...(this.before[at] ?? []));
    }
    const lost = leads.indexOf(0);
    return lost < 0 ? null : lost;
  }

  private wayTo(at: number): Script {
    const parts: Script[] = [];
    for (let i = at; i >= 0; i = this.reached[i]?.parent ?? -1) parts.push(this.reached[i]?.script ?? NO_STEPS);
    return inSequence(...parts.reverse());
  }

  // -------------------------------------------------------------- markings

  private get(marking: Uint8Array, place: Target): number {
    return marking[this.places.index.get(place) ?? -1] ?? 0;
  }

  private put(marking: Uint8Array, place: Target, script: Script): void {
    const i = this.places.index.get(place);
    if (i === undefined) throw new Error(`Expected a place "${place}" in the model`);
    if (marking[i]) throw new TwoTokens(place, script);
    marking[i] = 1;
  }

  private take(marking: Uint8Array, place: Target): void {
    const i = this.places.index.get(place);
    if (i !== undefined) marking[i] = 0;
  }

  /** The marked places, as a text: empty when no token is left. */
  private pack(marking: Uint8Array): string {
    let key = '';
    for (let i = 0; i < marking.length; i++) if (marking[i]) key += String.fromCharCode(i + 1);
    return key;
  }

  private unpack(key: string): Uint8Array {
    const marking = new Uint8Array(this.places.names.length);
    for (let i = 0; i < key.length; i++) marking[key.charCodeAt(i) - 1] = 1;
    return marking;
  }

  private tokens(marking: Uint8Array): Target[] {
    return this.places.names.filter((name, i) => marking[i] && !name.startsWith('~'));
  }

  private note(marking: Uint8Array, seen: Set<Target>): void {
    if (seen.size === this.places.names.length) return;
    this.places.names.forEach((name, i) => marking[i] && seen.add(name));
  }
}
