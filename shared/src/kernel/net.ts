/**
 * The one routing rule that kernel and proof share: what a net of primitives can do next.
 * A place is an edge that holds a token, or an activity that holds one (`held(node)`). Every primitive is a set of
 * transitions that take tokens from places and put tokens on places. The kernel picks among them by condition and
 * command, the proof follows them all. Pure structure: no case data in here.
 */
import type { Executable, Prim } from '../definition/types.ts';

export type Place = string;

/** The place of a token that an activity holds. */
export const held = (node: string): Place => `@${node}`;

export interface Transition {
  readonly node: string;
  readonly kind: 'start' | 'enter' | 'finish' | 'timer' | 'choice' | 'fork' | 'join' | 'end';
  /** One token is taken from each. */
  readonly take: readonly Place[];
  /** Must hold a token, which stays (a timer that does not interrupt). */
  readonly needs: readonly Place[];
  readonly put: readonly Place[];
  /** Outcome, boundary timer or branch edge that this transition stands for; null when there is no choice. */
  readonly choice: string | null;
  /** True when it happens by itself as soon as it can; false when people or the clock decide. */
  readonly automatic: boolean;
}

/** Number of tokens by place; absent means none. */
export type Marking = Readonly<Record<Place, number>>;

export interface Net {
  readonly transitions: readonly Transition[];
  /** Transitions that take from a place, in the order of the executable. */
  readonly from: ReadonlyMap<Place, readonly Transition[]>;
  /** Marking of a new case: the start's edge holds the one token. */
  readonly initial: Marking;
}

const nets = new WeakMap<Executable, Net>();

export function netOf(executable: Executable): Net {
  let net = nets.get(executable);
  if (!net) {
    net = buildNet(executable);
    nets.set(executable, net);
  }
  return net;
}

function buildNet(executable: Executable): Net {
  const into = new Map<string, string[]>();
  for (const edge of Object.values(executable.edges)) {
    const list = into.get(edge.to);
    if (list) list.push(edge.id);
    else into.set(edge.to, [edge.id]);
  }
  const transitions = Object.values(executable.prims).flatMap((prim) => transitionsOf(prim, into.get(prim.id) ?? []));
  const from = new Map<Place, Transition[]>();
  for (const transition of transitions) {
    for (const place of [...transition.take, ...transition.needs]) {
      const list = from.get(place);
      if (list) list.push(transition);
      else from.set(place, [transition]);
    }
  }
  const start = executable.prims[executable.start];
  return { transitions, from, initial: start?.type === 'start' ? { [start.out]: 1 } : {} };
}

/** All that one primitive can do, given the edges that lead into it. */
export function transitionsOf(prim: Prim, into: readonly string[]): readonly Transition[] {
  const node = prim.id;
  const base = { node, needs: [], choice: null, automatic: true };
  switch (prim.type) {
    case 'start':
      return [{ ...base, kind: 'start', take: [held(node)], put: [prim.out], automatic: false }];
    case 'activity':
    case 'many': {
      const finish = prim.work.outcomes.map((outcome): Transition => {
        const put = [outcome.edge];
        return { ...base, kind: 'finish', take: [held(node)], put, choice: outcome.id, automatic: false };
      });
      const timers = prim.work.timers.map((timer): Transition => {
        const here = [held(node)];
        const [take, needs] = timer.interrupting ? [here, []] : [[], here];
        return { ...base, kind: 'timer', take, needs, put: [timer.edge], choice: timer.id, automatic: false };
      });
      const enter = into.map((edge): Transition => ({ ...base, kind: 'enter', take: [edge], put: [held(node)] }));
      return [...enter, ...finish, ...timers];
    }
    case 'choice': {
      const edges = prim.branches.map((branch) => branch.edge);
      if (prim.otherwise !== null && !edges.includes(prim.otherwise)) edges.push(prim.otherwise);
      return into.flatMap((edge) =>
        edges.map((put): Transition => ({ ...base, kind: 'choice', take: [edge], put: [put], choice: put })),
      );
    }
    case 'fork':
      return into.map((edge): Transition => ({ ...base, kind: 'fork', take: [edge], put: prim.out }));
    case 'join':
      return [{ ...base, kind: 'join', take: prim.in, put: [prim.out] }];
    case 'end':
      return into.map((edge): Transition => ({ ...base, kind: 'end', take: [edge], put: [] }));
  }
}

export function isEnabled(transition: Transition, tokens: (place: Place) => number): boolean {
  return transition.take.every((place) => tokens(place) > 0) && transition.needs.every((place) => tokens(place) > 0);
}

/** Every transition that can happen in a marking, in a stable order. */
export function enabled(net: Net, marking: Marking): Transition[] {
  const found = new Set<Transition>();
  for (const place of Object.keys(marking)) {
    for (const transition of net.from.get(place) ?? []) {
      if (isEnabled(transition, (at) => marking[at] ?? 0)) found.add(transition);
    }
  }
  return [...found];
}

/** The marking after a transition; the caller has checked that it is enabled. */
export function step(marking: Marking, transition: Transition): Marking {
  const next: Record<Place, number> = { ...marking };
  for (const place of transition.take) {
    const left = (next[place] ?? 0) - 1;
    if (left > 0) next[place] = left;
    else delete next[place];
  }
  for (const place of transition.put) next[place] = (next[place] ?? 0) + 1;
  return next;
}

/** All markings one transition away. */
export function successors(net: Net, marking: Marking): { readonly by: Transition; readonly marking: Marking }[] {
  return enabled(net, marking).map((by) => ({ by, marking: step(marking, by) }));
}
