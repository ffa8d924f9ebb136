/**
 * Soundness by brute force, for tests: two explorers that share nothing with the proof. One is a token game written
 * over the primitives; the other drives the kernel itself with commands, every outcome, branch, timer and return.
 */
import type { Executable, Prim } from '../../definition/index.ts';
import { defaultCalendar } from '../../calendar/index.ts';
import { execute, evolve, type CaseState, type Command, type Patch, type Runnable } from '../../kernel/index.ts';
import { steering } from './random-flow.ts';

export type Answer = 'sound' | 'unsound' | 'too large';

interface Explored {
  readonly next: Map<string, readonly string[]>;
  readonly broken: boolean;
}

/** Completion from everywhere, nothing broken. */
function judge({ next, broken }: Explored, completed: (key: string) => boolean): Answer {
  if (broken) return 'unsound';
  const before = new Map<string, string[]>();
  for (const [from, list] of next) {
    for (const to of list) {
      const known = before.get(to);
      if (known) known.push(from);
      else before.set(to, [from]);
    }
  }
  const leads = new Set([...next.keys()].filter(completed));
  for (const key of leads) for (const from of before.get(key) ?? []) leads.add(from);
  return leads.size === next.size ? 'sound' : 'unsound';
}

// ---------------------------------------------------------------- a token game

/** Marking: place → tokens. `!node` work in hand, `?timer` an armed timer, else an edge. */
type Tokens = Readonly<Record<string, number>>;

const keyOf = (tokens: Tokens): string =>
  Object.entries(tokens)
    .filter(([, count]) => count > 0)
    .map(([place, count]) => `${place}*${count}`)
    .sort()
    .join(' ');

const moved = (tokens: Tokens, take: readonly string[], put: readonly string[]): Tokens => {
  const next: Record<string, number> = { ...tokens };
  for (const place of take) next[place] = (next[place] ?? 0) - 1;
  for (const place of put) next[place] = (next[place] ?? 0) + 1;
  return next;
};

const edgesInto = new WeakMap<Executable, Map<string, string[]>>();

function into(executable: Executable, node: string): readonly string[] {
  let known = edgesInto.get(executable);
  if (!known) {
    known = new Map();
    for (const { id, to } of Object.values(executable.edges)) known.set(to, [...(known.get(to) ?? []), id]);
    edgesInto.set(executable, known);
  }
  return known.get(node) ?? [];
}

/** What happens by itself: every single move that is possible. */
function automatic(executable: Executable, tokens: Tokens): Tokens[] {
  const found: Tokens[] = [];
  for (const prim of Object.values(executable.prims)) {
    const waiting = into(executable, prim.id).filter((edge) => (tokens[edge] ?? 0) > 0);
    for (const edge of prim.type === 'join' ? [] : waiting) {
      if (prim.type === 'activity' || prim.type === 'many') {
        const timers = prim.work.timers.filter((timer) => !timer.interrupting).map((timer) => `?${timer.id}`);
        found.push(moved(tokens, [edge], [`!${prim.id}`, ...timers]));
      } else if (prim.type === 'fork') found.push(moved(tokens, [edge], prim.out));
      else if (prim.type === 'end') found.push(moved(tokens, [edge], []));
      else if (prim.type === 'choice') {
        const ways = [
          ...prim.branches.map((branch) => branch.edge),
          ...(prim.otherwise === null ? [] : [prim.otherwise]),
        ];
        for (const way of ways) found.push(moved(tokens, [edge], [way]));
      }
    }
    if (prim.type === 'join' && prim.in.every((edge) => (tokens[edge] ?? 0) > 0)) {
      found.push(moved(tokens, prim.in, [prim.out]));
    }
  }
  return found;
}

/** What people and the clock can do. */
function decided(executable: Executable, tokens: Tokens): Tokens[] {
  return Object.values(executable.prims).flatMap((prim): Tokens[] => {
    if ((prim.type !== 'activity' && prim.type !== 'many') || !tokens[`!${prim.id}`]) return [];
    const armed = prim.work.timers.map((timer) => `?${timer.id}`).filter((place) => (tokens[place] ?? 0) > 0);
    const leave = (edge: string): Tokens => moved(tokens, [`!${prim.id}`, ...armed], [edge]);
    return [
      ...prim.work.outcomes.map((outcome) => leave(outcome.edge)),
      ...prim.work.timers.filter((timer) => timer.interrupting).map((timer) => leave(timer.edge)),
      ...prim.work.timers
        .filter((timer) => armed.includes(`?${timer.id}`))
        .map((timer) => moved(tokens, [`?${timer.id}`], [timer.edge])),
    ];
  });
}

/** One token at once where tokens can stay: work, and edges into joins. */
function twice({ prims, edges }: Executable, tokens: Tokens): boolean {
  return Object.entries(tokens).some(
    ([place, count]) => count > 1 && (place.startsWith('!') || prims[edges[place]?.to ?? '']?.type === 'join'),
  );
}

export function tokenGame(executable: Executable, bound: number): Answer {
  if (turnsByItself(executable)) return 'unsound';
  const start = executable.prims[executable.start];
  if (start?.type !== 'start') return 'unsound';
  const next = new Map<string, readonly string[]>();
  const queue: Tokens[] = [{ [start.out]: 1 }];
  for (const tokens of queue) {
    const key = keyOf(tokens);
    if (next.has(key)) continue;
    if (twice(executable, tokens)) return 'unsound';
    if (next.size > bound) return 'too large';
    const byItself = automatic(executable, tokens);
    const following = byItself.length > 0 ? byItself : decided(executable, tokens);
    next.set(key, following.map(keyOf));
    queue.push(...following);
  }
  return judge({ next, broken: false }, (key) => key === '');
}

/** Gateways in a circle with no work between them. */
function turnsByItself(executable: Executable): boolean {
  const gateway = (prim: Prim | undefined): boolean =>
    prim?.type === 'choice' || prim?.type === 'fork' || prim?.type === 'join';
  const next = (id: string): string[] =>
    Object.values(executable.edges).flatMap(({ from, to }) =>
      from === id && gateway(executable.prims[to]) ? [to] : [],
    );
  return Object.values(executable.prims)
    .filter(gateway)
    .some(({ id }) => {
      const seen = new Set<string>(next(id));
      for (const at of seen) for (const to of next(at)) seen.add(to);
      return seen.has(id);
    });
}

// ---------------------------------------------------------------- the kernel itself

/** Ways to steer the branches that are tried at every step. */
const MOST_PATCHES = 12;
const DAY = 24 * 3_600_000;
const MONDAY = Date.parse('2026-11-23T09:00:00+08:00');
const applicant = { person: 'p', name: 'p', department: 'd', departmentName: 'd', posts: ['clerk'], admin: false };
const calendar = defaultCalendar();

interface Moment {
  readonly state: CaseState;
  readonly now: number;
}

export interface KernelAnswer {
  readonly answer: Answer;
  readonly states: number;
}

/** `returns`: also every return that the executable allows. */
export function kernelGame(executable: Executable, bound: number, returns: boolean): KernelAnswer {
  if (turnsByItself(executable)) return { answer: 'unsound', states: 0 };
  const runnable: Runnable = { identity: 'x', executable };
  const patches = steer(executable);
  if (patches.length > MOST_PATCHES) return { answer: 'too large', states: 0 };
  const bindings = Object.fromEntries(executable.lanes.map((lane) => [lane.id, { department: 'd', name: 'd' }]));
  const next = new Map<string, readonly string[]>();
  const queue: Moment[] = [];
  let broken = false;
  const run = (from: Moment | null, command: Command): string[] => {
    const now = (from?.now ?? MONDAY) + 30 * DAY;
    const actor = command.type === 'fireTimer' ? 'system' : applicant;
    const done = execute(runnable, from?.state ?? null, command, { now, actor, calendar });
    if (!done.ok) {
      if (command.type === 'return') return [];
      throw new Error(`Expected ${command.type} to be taken but got ${JSON.stringify(done.rejection)}`);
    }
    let state = from?.state ?? null;
    for (const event of done.events) {
      state = evolve(state, event);
      if (standsTwice(executable, state)) broken = true;
    }
    if (done.state.incident) broken = true;
    queue.push({ state: done.state, now });
    return [caseKey(done.state)];
  };
  for (const patch of patches) {
    run(null, {
      type: 'start',
      caseId: 'c',
      release: 'r',
      version: 1,
      number: 'n',
      region: 'g',
      bindings,
      patch,
      trial: true,
    });
  }
  for (const moment of queue) {
    if (broken) return { answer: 'unsound', states: next.size };
    const key = caseKey(moment.state);
    if (next.has(key)) continue;
    if (next.size > bound) return { answer: 'too large', states: next.size };
    next.set(
      key,
      // A return leads on, but a case that can only return has no completion.
      commandsAt(executable, moment.state, patches, returns).flatMap((command) => {
        const reached = run(moment, command);
        return command.type === 'return' ? [] : reached;
      }),
    );
  }
  if (broken) return { answer: 'unsound', states: next.size };
  return { answer: judge({ next, broken }, (key) => key === 'ended'), states: next.size };
}

/** Every way to steer the branches. */
function steer({ prims }: Executable): Patch[] {
  let patches: Patch[] = [{}];
  for (const prim of Object.values(prims)) {
    if (prim.type !== 'choice') continue;
    const edges = [...prim.branches.map((branch) => branch.edge), prim.otherwise ?? ''];
    patches = patches.flatMap((patch) =>
      edges.map((value) => ({ ...patch, [steering(prim.id)]: { value, origin: { type: 'manual' as const } } })),
    );
  }
  return patches;
}

function live(state: CaseState): CaseState['activities'][string][] {
  return Object.values(state.activities).filter((one) => one.status === 'open' || one.status === 'correcting');
}

function standsTwice({ prims, edges }: Executable, state: CaseState): boolean {
  const places = [
    ...live(state).map((one) => `!${one.node}`),
    ...Object.values(state.tokens).flatMap(({ edge }) => (prims[edges[edge]?.to ?? '']?.type === 'join' ? [edge] : [])),
  ];
  return new Set(places).size < places.length;
}

function caseKey(state: CaseState): string {
  if (state.status === 'ended') return 'ended';
  const open = live(state).map((one) => {
    const armed = one.timers.filter((timer) => timer.status === 'armed').map((timer) => timer.boundary);
    return `!${one.node}(${armed.sort().join()})`;
  });
  return [...open, ...Object.values(state.tokens).map(({ edge }) => edge)].sort().join(' ');
}

function commandsAt(
  { prims, returnTargets }: Executable,
  state: CaseState,
  patches: readonly Patch[],
  returns: boolean,
): Command[] {
  return live(state).flatMap((activity): Command[] => {
    const prim = prims[activity.node];
    if (prim?.type !== 'activity') return [];
    return [
      ...prim.work.outcomes.flatMap(({ id }) =>
        patches.map((patch): Command => ({
          type: 'complete',
          activity: activity.id,
          outcome: id,
          opinion: 'x',
          patch,
        })),
      ),
      ...activity.timers
        .filter((timer) => timer.status === 'armed')
        .map((timer): Command => ({ type: 'fireTimer', timer: timer.id })),
      ...(returns ? (returnTargets[activity.node] ?? []) : []).map((to): Command => ({
        type: 'return',
        activity: activity.id,
        to,
        reason: 'again',
        mode: 'again',
      })),
    ];
  });
}
