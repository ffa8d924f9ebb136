/**
 * The net as the proof explores it. Gateways that pick one way are looked through, so that only what can hold a token
 * is left: work in hand (acts), edges in front of a join (slots), and timers that are still armed. Built from the
 * kernel's own transitions (kernel/net.ts). Automatic steps happen at once, as in the kernel.
 */
import type { Executable, Prim } from '../../definition/index.ts';
import { netOf, type Transition } from '../../kernel/net.ts';
import { boundariesOf } from '../../kernel/structure.ts';
import { decide, NO_STEPS, inSequence, type Script } from './script.ts';

/** Where a token goes: `@node` work, `+node` a fork, `=edge` a slot of a join, `` nowhere (an end). */
export type Target = string;
export const toAct = (id: string): Target => `@${id}`;
export const toFork = (id: string): Target => `+${id}`;
export const toSlot = (edge: string): Target => `=${edge}`;
export const END: Target = '';

export interface Way {
  readonly to: Target;
  /** What people and branches decide on the way there. */
  readonly script: Script;
}
/** Ways of which a token takes one. */
export type Alternatives = readonly Way[];

export interface Act {
  outs: Alternatives;
  /** Timers that do not interrupt: each puts one more token down, once. */
  asides: Alternatives[];
}
export interface Join {
  slots: Target[];
  outs: Alternatives;
}
export interface Model {
  readonly acts: Map<string, Act>;
  /** One token on each of the lists. */
  readonly forks: Map<string, Alternatives[]>;
  readonly joins: Map<string, Join>;
  readonly joinOf: Map<Target, string>;
  initial: Alternatives;
}

/** The model, or a node of a circle that has no work in it. */
export type Built = { readonly model: Model } | { readonly loop: string };

export function buildModel(executable: Executable): Built {
  const loop = automaticLoop(executable);
  if (loop !== null) return { loop };
  const { from } = netOf(executable);
  const known = new Map<string, Alternatives>();
  const resolve = (edge: string): Alternatives => {
    const cached = known.get(edge);
    if (cached) return cached;
    const ways = shortest((from.get(edge) ?? []).flatMap((transition) => waysOf(transition, edge, resolve)));
    known.set(edge, ways);
    return ways;
  };
  const model: Model = { acts: new Map(), forks: new Map(), joins: new Map(), joinOf: new Map(), initial: [] };
  for (const prim of Object.values(executable.prims)) {
    if (prim.type === 'start') model.initial = resolve(prim.out);
    else if (prim.type === 'fork') model.forks.set(prim.id, prim.out.map(resolve));
    else if (prim.type === 'join') {
      const slots = prim.in.map(toSlot);
      for (const slot of slots) model.joinOf.set(slot, prim.id);
      model.joins.set(prim.id, { slots, outs: resolve(prim.out) });
    } else if (prim.type === 'activity' || prim.type === 'many') {
      const decided = (choice: string, edge: string): Alternatives =>
        resolve(edge).map(({ to, script }) => ({ to, script: inSequence(decide(prim.id, choice), script) }));
      const timers = timersOf(prim);
      model.acts.set(prim.id, {
        outs: shortest([
          ...prim.work.outcomes.flatMap(({ id, edge }) => decided(id, edge)),
          ...timers.filter((timer) => timer.interrupting).flatMap(({ id, edge }) => decided(id, edge)),
        ]),
        asides: timers.filter((timer) => !timer.interrupting).map(({ id, edge }) => shortest(decided(id, edge))),
      });
    }
  }
  return { model };
}

function waysOf(transition: Transition, edge: string, resolve: (edge: string) => Alternatives): Alternatives {
  const { kind, node, put, choice } = transition;
  if (kind === 'enter') return [{ to: toAct(node), script: NO_STEPS }];
  if (kind === 'fork') return [{ to: toFork(node), script: NO_STEPS }];
  if (kind === 'join') return [{ to: toSlot(edge), script: NO_STEPS }];
  if (kind === 'end') return [{ to: END, script: NO_STEPS }];
  if (kind !== 'choice' || choice === null) return [];
  return put.flatMap(resolve).map(({ to, script }) => ({ to, script: inSequence(decide(node, choice), script) }));
}

/** Attached timers with a way of their own; one that ends the step by default takes a way that a decision has, too. */
function timersOf(prim: Prim): { readonly id: string; readonly interrupting: boolean; readonly edge: string }[] {
  return boundariesOf(prim).flatMap(({ id, on, interrupting, edge, effect }) =>
    on.type === 'timer' && edge !== null && effect?.type !== 'complete' ? [{ id, interrupting, edge }] : [],
  );
}

/** One way per target, the one with the fewest decisions. */
export function shortest(ways: Alternatives): Alternatives {
  if (ways.length < 2) return ways;
  const best = new Map<Target, Way>();
  for (const way of ways) {
    const known = best.get(way.to);
    if (!known || way.script.length < known.script.length) best.set(way.to, way);
  }
  return [...best.values()];
}

/** A gateway on a circle of gateways: the case would turn without anybody doing anything. */
function automaticLoop({ prims, edges }: Executable): string | null {
  const state = new Map<string, 'open' | 'done'>();
  const next = (id: string): string[] => {
    const prim = prims[id];
    const out =
      prim?.type === 'choice'
        ? [...prim.branches.map((branch) => branch.edge), ...(prim.otherwise === null ? [] : [prim.otherwise])]
        : prim?.type === 'fork'
          ? prim.out
          : prim?.type === 'join'
            ? [prim.out]
            : [];
    return out.map((edge) => edges[edge]?.to ?? '');
  };
  for (const root of Object.keys(prims).sort()) {
    if (state.has(root)) continue;
    const stack = [{ id: root, to: next(root), at: 0 }];
    state.set(root, 'open');
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const to = top.to[top.at++];
      if (to === undefined) {
        state.set(top.id, 'done');
        stack.pop();
      } else if (state.get(to) === 'open') return to;
      else if (!state.has(to)) {
        state.set(to, 'open');
        stack.push({ id: to, to: next(to), at: 0 });
      }
    }
  }
  return null;
}
