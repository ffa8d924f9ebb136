/**
 * The one routing rule that kernel and proof share: what a net of primitives can do next.
 * A place is an edge that holds a token, or an activity that holds one (`held(node)`). Every primitive is a set of
 * transitions that take tokens from places and put tokens on places. The kernel picks among them by condition and
 * command, the proof follows them all. Pure structure: no case data in here.
 */
import type { Boundary, Executable, Handler, Prim } from '../definition/types.ts';
import { CASE_SCOPE, boundariesOf, structureOf, type Structure } from './structure.ts';

export type Place = string;

/** The place of a token that an activity holds. */
export const held = (node: string): Place => `@${node}`;

export interface Transition {
  readonly node: string;
  readonly kind:
    | 'start'
    | 'enter'
    | 'finish'
    | 'timer'
    | 'event'
    | 'choice'
    | 'fork'
    | 'join'
    | 'gather'
    | 'compute'
    | 'throw'
    | 'done'
    | 'end';
  /** One token is taken from each. */
  readonly take: readonly Place[];
  /** Must hold a token, which stays (a timer that does not interrupt). */
  readonly needs: readonly Place[];
  readonly put: readonly Place[];
  /** Scopes all of whose tokens are taken away: everything inside, not the scope's own holder. */
  readonly clears?: readonly string[];
  /** Happens only when nothing is left inside this scope. */
  readonly empty?: string;
  /** Inclusive join: takes a token from each of these edges that has one, when no other can come to the rest. */
  readonly gather?: readonly Place[];
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
  /** Marking of a new case: the start's edge holds the one token, and `held('')` one where the case has handlers. */
  readonly initial: Marking;
  /** Innermost scope of a place. */
  scopeOf(place: Place): string;
  readonly structure: Structure;
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
  const structure = structureOf(executable);
  const into = new Map<string, string[]>();
  for (const edge of Object.values(executable.edges)) {
    const list = into.get(edge.to);
    if (list) list.push(edge.id);
    else into.set(edge.to, [edge.id]);
  }
  const transitions = Object.values(executable.prims).flatMap((prim) =>
    transitionsOf(prim, into.get(prim.id) ?? [], structure),
  );
  for (const { id, handlers } of structure.scopes.values()) {
    for (const handler of handlers) transitions.push(...handlerTransitions(id, handler));
  }
  const watched = (executable.handlers ?? []).length > 0;
  if (watched) {
    const done = { needs: [], put: [], choice: null, automatic: true, empty: CASE_SCOPE };
    transitions.push({ ...done, node: CASE_SCOPE, kind: 'done', take: [held(CASE_SCOPE)] });
  }
  const from = new Map<Place, Transition[]>();
  for (const transition of transitions) {
    for (const place of [...transition.take, ...transition.needs, ...(transition.gather ?? [])]) {
      const list = from.get(place);
      if (list) list.push(transition);
      else from.set(place, [transition]);
    }
  }
  const start = executable.prims[executable.start];
  const first = start?.type === 'start' ? { [start.out]: 1 } : {};
  return {
    transitions,
    from,
    initial: watched ? { ...first, [held(CASE_SCOPE)]: 1 } : first,
    scopeOf: (place) => structure.scopeOf(place.startsWith('@') ? place.slice(1) : (executable.edges[place]?.to ?? '')),
    structure,
  };
}

/** All that one primitive can do, given the edges that lead into it. */
export function transitionsOf(prim: Prim, into: readonly string[], structure: Structure): Transition[] {
  const node = prim.id;
  const base = { node, needs: [], choice: null, automatic: true };
  const here = [held(node)];
  const enter = (put: readonly Place[] = here): Transition[] =>
    into.map((edge): Transition => ({ ...base, kind: 'enter', take: [edge], put }));
  const finish = (choice: string | null, edge: string): Transition => ({
    ...base,
    kind: 'finish',
    take: here,
    put: [edge],
    choice,
    automatic: false,
  });
  const events = (): Transition[] =>
    boundariesOf(prim).flatMap((boundary): Transition[] => {
      const transition = boundaryTransition(prim, boundary);
      return transition ? [transition] : [];
    });
  switch (prim.type) {
    case 'start':
      return [{ ...base, kind: 'start', take: here, put: [prim.out], automatic: false }];
    case 'activity':
    case 'many':
      return [...enter(), ...prim.work.outcomes.map((outcome) => finish(outcome.id, outcome.edge)), ...events()];
    case 'wait':
      return [...enter(), ...prim.arms.map((arm) => finish(arm.id, arm.edge)), ...events()];
    case 'job':
      return [...enter(), finish(null, prim.out), ...failures(prim.id, structure), ...events()];
    case 'case':
      return [...enter(), ...prim.outcomes.map((outcome) => finish(outcome.id, outcome.edge)), ...events()];
    case 'scope':
      return [
        ...enter([...here, ...prim.inner]),
        { ...base, kind: 'done', take: here, put: [prim.out], empty: node },
        ...events(),
      ];
    case 'choice': {
      const edges = prim.branches.map((branch) => branch.edge);
      if (prim.otherwise !== null && !edges.includes(prim.otherwise)) edges.push(prim.otherwise);
      return into.flatMap((edge) =>
        edges.map((put): Transition => ({ ...base, kind: 'choice', take: [edge], put: [put], choice: put })),
      );
    }
    case 'some':
      return into.flatMap((edge) =>
        subsetsOf(prim).map((put): Transition => ({
          ...base,
          kind: 'choice',
          take: [edge],
          put,
          choice: put.join('+'),
        })),
      );
    case 'fork':
      return into.map((edge): Transition => ({ ...base, kind: 'fork', take: [edge], put: prim.out }));
    case 'join':
      return [{ ...base, kind: 'join', take: prim.in, put: [prim.out] }];
    case 'gather':
      return [{ ...base, kind: 'gather', take: [], put: [prim.out], gather: prim.in }];
    case 'compute':
      return into.map((edge): Transition => ({ ...base, kind: 'compute', take: [edge], put: [prim.out] }));
    case 'throw':
      return into.flatMap((edge) => thrown(prim, edge, structure));
    case 'end':
      return into.map((edge): Transition => ({ ...base, kind: 'end', take: [edge], put: [] }));
  }
}

/** Ways out of an inclusive fork: every set of branches that can hold together, or `otherwise` alone. */
export function subsetsOf(prim: Extract<Prim, { type: 'some' }>): string[][] {
  const always = prim.branches.filter((branch) => branch.when === null).map((branch) => branch.edge);
  const open = prim.branches.filter((branch) => branch.when !== null).map((branch) => branch.edge);
  let sets: string[][] = [always];
  for (const edge of open) sets = sets.flatMap((set) => [set, [...set, edge]]);
  const some = sets.filter((set) => set.length > 0);
  if (prim.otherwise !== null && always.length === 0) some.push([prim.otherwise]);
  return some;
}

/** What opens an attached event by itself; errors and escalations are opened by what throws them. */
function boundaryTransition(prim: Prim, boundary: Boundary): Transition | null {
  const { on, id, interrupting, edge, effect } = boundary;
  if (on.type === 'error' || on.type === 'escalation' || on.type === 'compensation') return null;
  const base = { node: prim.id, kind: on.type === 'timer' ? ('timer' as const) : ('event' as const), choice: id };
  const here = [held(prim.id)];
  if (effect?.type === 'complete') {
    const outcome = 'work' in prim ? prim.work.outcomes.find((one) => one.id === effect.outcome) : undefined;
    if (!outcome) throw new Error(`Expected outcome "${effect.outcome}" at "${prim.id}" for its timer "${id}"`);
    return { ...base, take: here, needs: [], put: [outcome.edge], automatic: false };
  }
  const put = edge === null ? [] : [edge];
  if (!interrupting) return put.length === 0 ? null : { ...base, take: [], needs: here, put, automatic: false };
  return { ...base, take: here, needs: [], put, clears: [prim.id], automatic: false };
}

function handlerTransitions(scope: string, handler: Handler): Transition[] {
  const base = { node: handler.id, choice: null };
  const inside = held(handler.id);
  const done: Transition = {
    ...base,
    kind: 'done',
    take: [inside],
    needs: [],
    put: [],
    empty: handler.id,
    automatic: true,
  };
  const { type } = handler.on;
  if (type === 'error' || type === 'escalation' || type === 'compensation') return [done];
  const opens: Transition = {
    ...base,
    kind: 'event',
    take: [],
    needs: [held(scope)],
    put: [inside, handler.edge],
    ...(handler.interrupting ? { clears: [scope] } : {}),
    automatic: false,
  };
  return [opens, done];
}

/** A job that fails for good: caught outwards, or an incident that leaves the token where it is. */
function failures(node: string, structure: Structure): Transition[] {
  const caught = caughtBy(node, 'error', JOB_FAILED, structure);
  const base = { node, kind: 'event' as const, needs: [], choice: JOB_FAILED, automatic: false };
  return caught ? [{ ...base, take: [held(node)], ...caught }] : [];
}

/** Error code of a job that could not be done. */
export const JOB_FAILED = 'jobFailed';

function caughtBy(
  node: string,
  type: 'error' | 'escalation',
  code: string,
  structure: Structure,
): Pick<Transition, 'put' | 'clears'> | null {
  const catcher = structure.catcherOf(node, type, code);
  if (!catcher) return null;
  if (catcher.by.type === 'handler') {
    const { handler } = catcher.by;
    const put = [held(handler.id), handler.edge];
    return handler.interrupting ? { put, clears: [catcher.scope] } : { put };
  }
  const { boundary, node: host } = catcher.by;
  const put = boundary.edge === null ? [] : [boundary.edge];
  // The host ends with all that it holds.
  return boundary.interrupting ? { put, clears: [`${HOST}${host}`] } : { put };
}

/** In `clears`: a holder together with everything inside it. */
export const HOST = '@';

function thrown(prim: Extract<Prim, { type: 'throw' }>, edge: string, structure: Structure): Transition[] {
  const { what } = prim;
  const base = { node: prim.id, kind: 'throw' as const, take: [edge], needs: [], choice: null, automatic: true };
  const out = prim.out === null ? [] : [prim.out];
  switch (what.type) {
    case 'error': {
      const caught = caughtBy(prim.id, 'error', what.code, structure);
      return [{ ...base, ...(caught ?? { put: [], clears: [CASE_SCOPE] }) }];
    }
    case 'escalation': {
      const caught = caughtBy(prim.id, 'escalation', what.code, structure);
      // Interrupted with the rest, the thrower does not go on.
      return [caught?.clears ? { ...base, ...caught } : { ...base, put: [...out, ...(caught?.put ?? [])] }];
    }
    case 'terminate':
      return [{ ...base, put: [], clears: [what.of === 'case' ? CASE_SCOPE : structure.scopeOf(prim.id)] }];
    default:
      return [{ ...base, put: out }];
  }
}

type Count = (place: Place) => number;

/**
 * Edges from which an inclusive join takes its tokens now; null when it has to wait: for a token elsewhere that can
 * come to an edge that has none, and by sequence flow to none that has one already (BPMN 2.0; ISO/IEC 19510).
 */
export function gathered(net: Net, node: string, marking: Iterable<Place>): Place[] | null {
  const reach = net.structure.reaches(node);
  const places = [...marking];
  const taken = [...reach.keys()].filter((edge) => places.includes(edge));
  if (taken.length === 0) return null;
  for (const place of places) {
    if (reach.has(place)) continue;
    const at = place.startsWith('@') ? place.slice(1) : place;
    if (taken.some((edge) => reach.get(edge)?.drawn.has(at))) continue;
    for (const [edge, { any }] of reach) if (!taken.includes(edge) && any.has(at)) return null;
  }
  return taken;
}

export function isEnabled(transition: Transition, tokens: Count): boolean {
  return transition.take.every((place) => tokens(place) > 0) && transition.needs.every((place) => tokens(place) > 0);
}

/**
 * Every transition that can happen in a marking, in a stable order. An inclusive join is given with the edges that it
 * takes from in this marking.
 */
export function enabled(net: Net, marking: Marking): Transition[] {
  const found = new Set<Transition>();
  const count: Count = (at) => marking[at] ?? 0;
  for (const place of Object.keys(marking)) {
    for (const transition of net.from.get(place) ?? []) {
      if (transition.gather || !isEnabled(transition, count)) continue;
      if (transition.empty === undefined || isEmpty(net, marking, transition)) found.add(transition);
    }
  }
  for (const transition of net.transitions) {
    if (!transition.gather) continue;
    const take = gathered(net, transition.node, Object.keys(marking));
    if (take) found.add({ ...transition, take });
  }
  return [...found];
}

/** Nothing is left inside the scope that this transition closes. */
function isEmpty(net: Net, marking: Marking, { empty, take }: Transition): boolean {
  return Object.keys(marking).every(
    (place) => take.includes(place) || !net.structure.holds(empty ?? CASE_SCOPE, net.scopeOf(place)),
  );
}

/** The marking after a transition; the caller has checked that it is enabled. */
export function step(net: Net, marking: Marking, transition: Transition): Marking {
  const next: Record<Place, number> = { ...marking };
  for (const place of transition.take) {
    const left = (next[place] ?? 0) - 1;
    if (left > 0) next[place] = left;
    else delete next[place];
  }
  for (const cleared of transition.clears ?? []) {
    const scope = cleared.startsWith(HOST) ? cleared.slice(1) : cleared;
    for (const place of Object.keys(next)) {
      const inside = place !== held(scope) && net.structure.holds(scope, net.scopeOf(place));
      if (inside || (cleared.startsWith(HOST) && place === held(scope))) delete next[place];
    }
  }
  for (const place of transition.put) next[place] = (next[place] ?? 0) + 1;
  return next;
}

/** All markings one transition away. */
export function successors(net: Net, marking: Marking): { readonly by: Transition; readonly marking: Marking }[] {
  return enabled(net, marking).map((by) => ({ by, marking: step(net, marking, by) }));
}
