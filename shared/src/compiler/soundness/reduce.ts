/**
 * Makes a model smaller without changing the answer. A rule is here only if every run before it has a run after it
 * that breaks the same law, and the other way round, because work may always be finished later:
 * - work that only one other piece of work leads to is part of that piece; work that may be done over again is not
 *   counted twice;
 * - ways of one fork that each do one piece of work (or none) and meet at one join are one way;
 * - a fork with one way and a join with one slot pass a token on;
 * - a timer's way that only does one piece of work and ends changes nothing, where its host cannot come again.
 * Nothing is reduced across a timer that does not interrupt.
 */
import { END, shortest, toAct, type Act, type Alternatives, type Model, type Target, type Way } from './model.ts';
import { NO_STEPS, inSequence, type Script } from './script.ts';

/** Changes the model in place. */
export function reduce(model: Model): void {
  const reducer = new Reducer(model);
  reducer.dropAsides();
  while (reducer.round()) reducer.dropAsides();
}

/** Who leads to a target: owners are `@act`, `+fork`, `>join`, `.` for the start. */
type Feeders = Map<string, number>;
const START = '.';

class Reducer {
  private readonly feeders = new Map<Target, Feeders>();
  private readonly model: Model;
  private made = 0;
  private changed = false;

  constructor(model: Model) {
    this.model = model;
    this.feed(START, model.initial, 1);
    for (const [id, act] of model.acts) for (const ways of [act.outs, ...act.asides]) this.feed(`@${id}`, ways, 1);
    for (const [id, lists] of model.forks) for (const ways of lists) this.feed(`+${id}`, ways, 1);
    for (const [id, join] of model.joins) this.feed(`>${id}`, join.outs, 1);
  }

  /** One pass of every rule; true if any applied. */
  round(): boolean {
    this.changed = false;
    for (const id of [...this.model.acts.keys()]) this.reduceAct(id);
    for (const id of [...this.model.forks.keys()]) this.reduceFork(id);
    for (const id of [...this.model.joins.keys()]) this.reduceJoin(id);
    this.setInitial(this.waiting(START, this.model.initial));
    return this.changed;
  }

  // -------------------------------------------------------------- work

  private reduceAct(id: string): void {
    const act = this.model.acts.get(id);
    if (!act) return;
    act.asides = act.asides.map((ways) => {
      const next = this.waiting(`@${id}`, ways, [act.outs, ...act.asides]);
      this.replace(`@${id}`, ways, next);
      return next;
    });
    const own = toAct(id);
    for (;;) {
      // Coming again arms the timers again, which counts.
      const outs = act.asides.length > 0 ? act.outs : act.outs.filter((way) => way.to !== own);
      if (outs.length > 0 && outs.length < act.outs.length) this.setOuts(id, act, outs);
      const next = act.asides.length > 0 ? undefined : act.outs.find((way) => this.isOnlyAfter(way.to, id));
      if (!next) return;
      this.absorb(id, act, next);
    }
  }

  /** Work without timers that nothing but this piece of work leads to. */
  private isOnlyAfter(target: Target, id: string): boolean {
    if (!target.startsWith('@') || target === toAct(id)) return false;
    const act = this.model.acts.get(target.slice(1));
    return act !== undefined && act.asides.length === 0 && this.isFedOnlyBy(target, `@${id}`);
  }

  private absorb(id: string, act: Act, way: Way): void {
    const inner = this.model.acts.get(way.to.slice(1));
    if (!inner) return;
    const outs = act.outs.flatMap((one) =>
      one.to === way.to ? inner.outs.map(({ to, script }) => ({ to, script: inSequence(one.script, script) })) : [one],
    );
    this.removeAct(way.to.slice(1));
    this.setOuts(id, act, shortest(outs));
  }

  // -------------------------------------------------------------- forks and joins

  private reduceFork(id: string): void {
    const lists = this.model.forks.get(id);
    if (!lists) return;
    const owner = `+${id}`;
    let next = lists.map((ways) => this.waiting(owner, ways, lists));
    this.setFork(id, next);
    next = next.flatMap((ways) => this.nested(owner, ways) ?? [ways]);
    this.setFork(id, next);
    this.mergeBranches(id, owner);
    const [only, ...others] = this.model.forks.get(id) ?? [];
    if (only && others.length === 0) {
      this.model.forks.delete(id);
      this.feed(owner, only, -1);
      this.passOn(owner, only);
    }
  }

  /** A fork right behind a fork is one fork. */
  private nested(owner: string, ways: Alternatives): Alternatives[] | null {
    const [way] = ways;
    if (!way || ways.length > 1 || !way.to.startsWith('+') || !this.isFedOnlyBy(way.to, owner)) return null;
    if (this.fedBy(way.to, owner) !== 1) return null;
    const inner = this.model.forks.get(way.to.slice(1));
    if (!inner || way.to === owner) return null;
    this.model.forks.delete(way.to.slice(1));
    for (const list of inner) this.feed(way.to, list, -1);
    return inner.map((list, i) =>
      i > 0 ? list : list.map(({ to, script }) => ({ to, script: inSequence(way.script, script) })),
    );
  }

  /** Ways that meet at one join, each with at most one piece of work, become one. */
  private mergeBranches(id: string, owner: string): void {
    const lists = this.model.forks.get(id) ?? [];
    const byJoin = new Map<string, Branch[]>();
    lists.forEach((ways, place) => {
      const branch = this.branch(owner, ways, place);
      if (!branch) return;
      const group = byJoin.get(branch.join);
      if (group) group.push(branch);
      else byJoin.set(branch.join, [branch]);
    });
    const gone = new Set<number>();
    const next = [...lists];
    for (const [joinId, branches] of byJoin) {
      const join = this.model.joins.get(joinId);
      const [first] = branches;
      if (!join || !first || branches.length < 2) continue;
      const script = inSequence(...branches.map((branch) => branch.script));
      const works = branches.flatMap((branch) => branch.works);
      for (const work of works) this.removeAct(work);
      const slots = new Set(branches.slice(1).map((branch) => branch.slot));
      join.slots = join.slots.filter((slot) => !slots.has(slot));
      for (const branch of branches.slice(1)) gone.add(branch.place);
      next[first.place] =
        works.length === 0
          ? [{ to: first.slot, script }]
          : [{ to: this.addAct([{ to: first.slot, script }]), script: NO_STEPS }];
    }
    if (gone.size > 0)
      this.setFork(
        id,
        next.filter((_, place) => !gone.has(place)),
      );
  }

  private branch(owner: string, ways: Alternatives, place: number): Branch | null {
    const works: string[] = [];
    let slot: Target | null = null;
    let script: Script | null = null;
    let fed = 0;
    for (const way of ways) {
      let ends: Alternatives = [way];
      if (way.to.startsWith('@')) {
        const act = this.model.acts.get(way.to.slice(1));
        if (!act || act.asides.length > 0 || act.outs.length !== 1) return null;
        if (!this.isFedOnlyBy(way.to, owner) || this.fedBy(way.to, owner) !== 1) return null;
        works.push(way.to.slice(1));
        ends = act.outs.map(({ to, script: rest }) => ({ to, script: inSequence(way.script, rest) }));
      }
      const [end] = ends;
      if (!end?.to.startsWith('=') || (slot !== null && slot !== end.to)) return null;
      slot = end.to;
      fed++;
      if (script === null || end.script.length < script.length) script = end.script;
    }
    const join = slot === null ? undefined : this.model.joinOf.get(slot);
    if (slot === null || script === null || join === undefined || this.count(slot) !== fed) return null;
    return { place, join, slot, works, script };
  }

  private reduceJoin(id: string): void {
    const join = this.model.joins.get(id);
    if (!join) return;
    const owner = `>${id}`;
    const next = this.waiting(owner, join.outs);
    this.replace(owner, join.outs, next);
    join.outs = next;
    const [slot, ...others] = join.slots;
    if (slot === undefined || others.length > 0 || next.some((way) => way.to === slot)) return;
    this.model.joins.delete(id);
    this.feed(owner, next, -1);
    this.passOn(slot, next);
  }

  /** A choice between pieces of work that nothing else leads to is one piece of work. */
  private waiting(owner: string, ways: Alternatives, siblings: readonly Alternatives[] = [ways]): Alternatives {
    if (ways.length < 2) return ways;
    const exclusive = ways.every(
      (way) =>
        way.to.startsWith('@') &&
        this.model.acts.get(way.to.slice(1))?.asides.length === 0 &&
        this.isFedOnlyBy(way.to, owner) &&
        siblings.every((other) => other === ways || other.every(({ to }) => to !== way.to)),
    );
    if (!exclusive) return ways;
    // Feeders of the new work are set here; the caller replaces its own ways.
    return [{ to: this.addAct(ways), script: NO_STEPS }];
  }

  /** Whoever led to `target` now takes these ways instead. */
  private passOn(target: Target, ways: Alternatives): void {
    const instead = (list: Alternatives): Alternatives =>
      list.some((way) => way.to === target)
        ? shortest(
            list.flatMap((way) =>
              way.to === target
                ? ways.map(({ to, script }) => ({ to, script: inSequence(way.script, script) }))
                : [way],
            ),
          )
        : list;
    for (const owner of [...(this.feeders.get(target)?.keys() ?? [])]) {
      if (owner === START) this.setInitial(instead(this.model.initial));
      else if (owner.startsWith('@')) {
        const act = this.model.acts.get(owner.slice(1));
        if (!act) continue;
        this.setOuts(owner.slice(1), act, instead(act.outs));
        act.asides = act.asides.map((list) => this.replaced(owner, list, instead(list)));
      } else if (owner.startsWith('+'))
        this.setFork(owner.slice(1), (this.model.forks.get(owner.slice(1)) ?? []).map(instead));
      else {
        const join = this.model.joins.get(owner.slice(1));
        if (join) join.outs = this.replaced(owner, join.outs, instead(join.outs));
      }
    }
    this.changed = true;
  }

  // -------------------------------------------------------------- timers

  /** A timer's way that only ends, or does one piece of work and ends, where its host cannot come again. */
  dropAsides(): void {
    for (const [id, act] of this.model.acts) {
      if (act.asides.length === 0) continue;
      const owner = `@${id}`;
      const kept = act.asides.filter((ways) => {
        if (ways.every((way) => way.to === END)) {
          this.feed(owner, ways, -1);
          return false;
        }
        const only = ways.every(
          (way) => way.to === END || (this.isLastWork(way.to, owner) && this.fedBy(way.to, owner) === 1),
        );
        if (!only || this.comesAgain(id)) return true;
        this.feed(owner, ways, -1);
        for (const way of ways) if (way.to !== END) this.removeAct(way.to.slice(1));
        return false;
      });
      if (kept.length < act.asides.length) {
        act.asides = kept;
        this.changed = true;
      }
    }
  }

  private isLastWork(target: Target, owner: string): boolean {
    const act = target.startsWith('@') ? this.model.acts.get(target.slice(1)) : undefined;
    if (!act || act.asides.length > 0 || !this.isFedOnlyBy(target, owner)) return false;
    return act.outs.every((way) => way.to === END);
  }

  private comesAgain(id: string): boolean {
    const seen = new Set<Target>();
    const stack: Target[] = [toAct(id)];
    for (let target = stack.pop(); target !== undefined; target = stack.pop()) {
      for (const { to } of this.waysFrom(target)) {
        if (to === toAct(id)) return true;
        if (to !== END && !seen.has(to)) {
          seen.add(to);
          stack.push(to);
        }
      }
    }
    return false;
  }

  private waysFrom(target: Target): Alternatives {
    const id = target.slice(1);
    if (target.startsWith('+')) return (this.model.forks.get(id) ?? []).flat();
    if (target.startsWith('=')) return this.model.joins.get(this.model.joinOf.get(target) ?? '')?.outs ?? [];
    const act = this.model.acts.get(id);
    return act ? [...act.outs, ...act.asides.flat()] : [];
  }

  // -------------------------------------------------------------- book-keeping

  private feed(owner: string, ways: Alternatives, by: 1 | -1): void {
    for (const { to } of ways) {
      const feeders = this.feeders.get(to) ?? new Map<string, number>();
      const count = (feeders.get(owner) ?? 0) + by;
      if (count > 0) feeders.set(owner, count);
      else feeders.delete(owner);
      this.feeders.set(to, feeders);
    }
  }

  private isFedOnlyBy(target: Target, owner: string): boolean {
    const feeders = this.feeders.get(target);
    return feeders?.size === 1 && feeders.has(owner);
  }

  private fedBy(target: Target, owner: string): number {
    return this.feeders.get(target)?.get(owner) ?? 0;
  }

  private count(target: Target): number {
    let sum = 0;
    for (const count of this.feeders.get(target)?.values() ?? []) sum += count;
    return sum;
  }

  private replaced(owner: string, old: Alternatives, now: Alternatives): Alternatives {
    this.replace(owner, old, now);
    return now;
  }

  private replace(owner: string, old: Alternatives, now: Alternatives): void {
    if (old === now) return;
    this.feed(owner, old, -1);
    this.feed(owner, now, 1);
    this.changed = true;
  }

  private setOuts(id: string, act: Act, outs: Alternatives): void {
    this.replace(`@${id}`, act.outs, outs);
    act.outs = outs;
  }

  private setInitial(ways: Alternatives): void {
    this.replace(START, this.model.initial, ways);
    this.model.initial = ways;
  }

  private setFork(id: string, lists: Alternatives[]): void {
    const old = this.model.forks.get(id) ?? [];
    if (old.length === lists.length && old.every((ways, i) => ways === lists[i])) return;
    for (const ways of old) this.feed(`+${id}`, ways, -1);
    for (const ways of lists) this.feed(`+${id}`, ways, 1);
    this.model.forks.set(id, lists);
    this.changed = true;
  }

  private addAct(outs: Alternatives): Target {
    const id = `*${++this.made}`;
    this.model.acts.set(id, { outs, asides: [] });
    this.feed(`@${id}`, outs, 1);
    return toAct(id);
  }

  private removeAct(id: string): void {
    const act = this.model.acts.get(id);
    if (!act) return;
    for (const ways of [act.outs, ...act.asides]) this.feed(`@${id}`, ways, -1);
    this.model.acts.delete(id);
    this.changed = true;
  }
}

interface Branch {
  readonly place: number;
  readonly join: string;
  readonly slot: Target;
  readonly works: readonly string[];
  readonly script: Script;
}
