import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCalendar } from '../calendar/index.ts';
import type { Prim } from '../definition/types.ts';
import {
  enabled,
  evolve,
  held,
  netOf,
  project,
  replay,
  step,
  type CaseState,
  type Marking,
  type Runnable,
} from './index.ts';
import { applicant, edge, elements, end, field, manual, netOfPrims, officer, outcome, Play, work } from './testing.ts';

/** Block-structured flows: every one of them is sound, so every case of them must be able to end. */
type Block =
  | { readonly t: 'task'; readonly timer: 'none' | 'beside' | 'interrupting' }
  | { readonly t: 'many'; readonly n: number; readonly rerun: 'all' | 'changed' }
  | { readonly t: 'seq' | 'par' | 'xor'; readonly of: readonly Block[] };

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      t: fc.constant('task' as const),
      timer: fc.constantFrom('none' as const, 'none' as const, 'beside' as const, 'interrupting' as const),
    }),
    fc.record({
      t: fc.constant('many' as const),
      n: fc.integer({ min: 1, max: 3 }),
      rerun: fc.constantFrom('all' as const, 'changed' as const),
    }),
    fc.record({
      t: fc.constantFrom('seq' as const, 'seq' as const, 'par' as const, 'xor' as const),
      of: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}));

/** A first task that returns can go back to, then anything. */
const flow = fc
  .array(block, { minLength: 1, maxLength: 3 })
  .map((of): Block => ({ t: 'seq', of: [{ t: 'task', timer: 'none' }, ...of] }));

function build(root: Block): Runnable {
  const prims: Prim[] = [];
  const edges: string[] = [];
  const returnTargets: Record<string, string[]> = {};
  let count = 0;
  const connect = (from: string, to: string): string => {
    const id = edge(from, to);
    if (!edges.includes(id)) edges.push(id);
    return id;
  };
  /** Gives the entry and, when the block surely runs one work node of its own level, that node. */
  const add = (one: Block, next: string, before: readonly string[]): { entry: string; dominator: string | null } => {
    const id = `n${++count}`;
    const outcomes = () => {
      const way = connect(id, next);
      return [outcome('ok', way), outcome('alt', way, { tone: 'neutral' })];
    };
    switch (one.t) {
      case 'task': {
        returnTargets[id] = [...before];
        const timers = [];
        if (one.timer === 'interrupting') {
          // Both ways reach what follows by one edge, for a join takes one token from each.
          const other = `${id}late`;
          const merge = `${id}merge`;
          prims.push({ type: 'choice', id: merge, name: merge, branches: [], otherwise: connect(merge, next) });
          prims.push({ type: 'choice', id: other, name: other, branches: [], otherwise: connect(other, merge) });
          timers.push({
            id: `${id}t`,
            name: 't',
            after: { amount: 1, unit: 'workday' as const },
            interrupting: true,
            edge: connect(id, other),
          });
          const way = connect(id, merge);
          prims.push({ type: 'activity', id, work: work(id, [outcome('ok', way), outcome('alt', way)], { timers }) });
          return { entry: id, dominator: null };
        }
        if (one.timer === 'beside') {
          const aside = `${id}aside`;
          returnTargets[aside] = [];
          prims.push(end(`${id}end`));
          prims.push({ type: 'activity', id: aside, work: work(aside, [outcome('ok', connect(aside, `${id}end`))]) });
          timers.push({
            id: `${id}t`,
            name: 't',
            after: { amount: 1, unit: 'workday' as const },
            interrupting: false,
            edge: connect(id, aside),
          });
        }
        prims.push({ type: 'activity', id, work: work(id, outcomes(), { timers }) });
        return { entry: id, dominator: id };
      }
      case 'many':
        returnTargets[id] = [...before];
        prims.push({
          type: 'many',
          id,
          work: work(null, outcomes()),
          elements: elements(one.n),
          choice: { mode: 'fixed' },
          completion: 'all@1',
          rerun: one.rerun,
          role: 'dispatch',
        });
        return { entry: id, dominator: id };
      case 'seq': {
        // Later parts need to know the dominators before them, so ids are given front to back.
        const joints = one.of.map((_, i) => (i === one.of.length - 1 ? next : `${id}j${i}`));
        const known = [...before];
        let entry = '';
        one.of.forEach((part, i) => {
          const to = joints[i] ?? next;
          const added = add(part, to, known);
          if (i === 0) entry = added.entry;
          else
            prims.push({
              type: 'choice',
              id: `${id}j${i - 1}`,
              name: '',
              branches: [],
              otherwise: connect(`${id}j${i - 1}`, added.entry),
            });
          if (added.dominator) known.unshift(added.dominator);
        });
        return { entry, dominator: null };
      }
      case 'par': {
        const join = `${id}join`;
        const entries = one.of.map((part) => {
          const gate = `${id}g${++count}`;
          const added = add(part, gate, before);
          prims.push({ type: 'choice', id: gate, name: '', branches: [], otherwise: connect(gate, join) });
          return added.entry;
        });
        prims.push({ type: 'fork', id, name: id, out: entries.map((entry) => connect(id, entry)) });
        const into = edges.filter((name) => name.endsWith(`>${join}`));
        prims.push({ type: 'join', id: join, name: join, in: into, out: connect(join, next) });
        return { entry: id, dominator: null };
      }
      case 'xor': {
        returnTargets[id] = [...before];
        const known = [id, ...before];
        const ways = one.of.map((part, i) =>
          outcome(i === 0 ? 'ok' : `alt${i}`, connect(id, add(part, `${id}m`, known).entry)),
        );
        prims.push({ type: 'choice', id: `${id}m`, name: '', branches: [], otherwise: connect(`${id}m`, next) });
        prims.push({ type: 'activity', id, work: work(id, ways) });
        return { entry: id, dominator: id };
      }
    }
  };
  const { entry } = add(root, 'end', []);
  prims.push(end());
  return netOfPrims(prims, [edge('start', entry), ...edges], {
    returnTargets,
    fields: [
      field('f', { start: 'write', ...Object.fromEntries(Object.keys(returnTargets).map((node) => [node, 'read'])) }),
      field('g', { start: 'write' }),
    ],
  });
}

/** One thing that somebody does, chosen by a number among all that could be done. */
function act(play: Play, choice: number): void {
  const { state } = play;
  const pick = <T>(list: readonly T[], by: number): T | undefined => list[by % Math.max(1, list.length)];
  const activities = Object.values(state.activities).filter((one) => one.kind === 'work');
  const live = activities.filter((one) => one.status === 'open' || one.status === 'correcting');
  // Now and then an old task, which must be refused and change nothing.
  const target = choice % 7 === 0 ? pick(activities, choice >> 8) : pick(live, choice >> 8);
  const kind = (choice >> 3) % 9;
  play.now += (choice % 5) * 3_600_000;
  if (kind === 0) {
    play.try(applicant, { type: 'resubmit', patch: manual({ [choice % 2 ? 'f' : 'g']: `v${choice % 3}` }) });
    return;
  }
  if (kind === 1) {
    const timer = pick(project(play.definition, null, state, defaultCalendar()).timers, choice >> 8);
    if (!timer) return;
    play.now = Math.max(play.now, timer.dueAt);
    play.do('system', { type: 'fireTimer', timer: timer.timer });
    return;
  }
  if (!target) return;
  const actor = officer(target.element ?? target.node);
  const activity = target.id;
  const outcomes = outcomesAt(play.definition, target.node);
  if (kind === 2) play.try(actor, { type: 'claim', activity });
  else if (kind === 3) {
    const remarks = { fields: { f: 'r' }, materials: {}, general: '' };
    play.try(actor, { type: 'askCorrection', activity, remarks, reason: 'r' });
  } else if (kind <= 5) {
    const to = pick(play.definition.executable.returnTargets[target.node] ?? [], choice >> 12) ?? 'nowhere';
    play.try(actor, { type: 'return', activity, to, reason: 'r', mode: kind === 4 ? 'straight' : 'again' });
  } else {
    const chosen = pick(outcomes, choice >> 12) ?? 'ok';
    play.try(actor, { type: 'complete', activity, outcome: chosen, opinion: '', patch: {} });
  }
}

function outcomesAt(definition: Runnable, node: string): string[] {
  const prim = definition.executable.prims[node];
  return prim?.type === 'activity' || prim?.type === 'many' ? prim.work.outcomes.map((one) => one.id) : [];
}

/** Everyone does what lies in front of them; a sound flow comes to its end. */
function finishAll(play: Play): void {
  for (let i = 0; play.state.status === 'running' && i < 500; i++) {
    play.try(applicant, { type: 'resubmit', patch: {} });
    const open = Object.values(play.state.activities).find((one) => one.kind === 'work' && one.status === 'open');
    if (!open) return;
    play.do(officer(open.element ?? open.node), {
      type: 'complete',
      activity: open.id,
      outcome: 'ok',
      opinion: '',
      patch: {},
    });
  }
}

const commands = fc.array(fc.integer({ min: 0, max: 2 ** 30 }), { maxLength: 60 });

describe('any case of any sound flow', () => {
  it('replays to its live state, event by event and from a saved state', () => {
    fc.assert(
      fc.property(flow, commands, (root, choices) => {
        const play = new Play(build(root));
        play.start({ f: 'v0' });
        for (const choice of choices) act(play, choice);
        expect(replay(play.events)).toEqual(play.state);
        let state: CaseState | null = null;
        for (const event of play.events) {
          const stored: CaseState | null = state && (JSON.parse(JSON.stringify(state)) as CaseState);
          state = evolve(stored, JSON.parse(JSON.stringify(event)) as typeof event);
        }
        expect(state).toEqual(play.state);
        expect(play.events.map((event) => event.seq)).toEqual(play.events.map((_, i) => i + 1));
      }),
      { numRuns: 80 },
    );
  });

  it('never gets stuck, whatever is returned, corrected, timed out or claimed', () => {
    fc.assert(
      fc.property(flow, commands, (root, choices) => {
        const play = new Play(build(root));
        play.start();
        for (const choice of choices) act(play, choice);
        for (const activity of Object.values(play.state.activities)) {
          const { claimedBy } = activity;
          if (claimedBy && activity.status === 'open') {
            play.do(officer(activity.element ?? activity.node), { type: 'release', activity: activity.id });
          }
        }
        finishAll(play);
        expect(play.state.incident).toBeNull();
        expect(play.state.status).toBe('ended');
        expect(play.where()).toEqual([]);
        expect(play.state.clock?.stoppedAt).toBe(play.state.endedAt);
        for (const one of Object.values(play.state.activities)) {
          expect(['done', 'kept', 'cancelled']).toContain(one.status);
          expect(one.clock === null || one.clock.stoppedAt !== null).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('moves only as the net allows that the proof explores', () => {
    fc.assert(
      fc.property(flow, commands, (root, choices) => {
        const play = new Play(build(root));
        const net = netOf(play.definition.executable);
        const settle = (marking: Marking): Marking => {
          const automatic = enabled(net, marking).find((one) => one.automatic);
          return automatic ? settle(step(net, marking, automatic)) : marking;
        };
        play.start();
        let marking = settle(net.initial);
        expect(markingOf(play.state)).toEqual(marking);
        for (const choice of choices) {
          const open = Object.values(play.state.activities).filter(
            (one) => one.kind === 'work' && one.status === 'open',
          );
          const target = open[choice % Math.max(1, open.length)];
          if (!target) break;
          const outcomes = outcomesAt(play.definition, target.node);
          const chosen = outcomes[(choice >> 8) % outcomes.length] ?? 'ok';
          const before = markingOf(play.state);
          play.do(officer(target.element ?? target.node), {
            type: 'complete',
            activity: target.id,
            outcome: chosen,
            opinion: '',
            patch: {},
          });
          const holder = target.parent ?? target.id;
          const taken = play.state.activities[holder]?.outcome;
          if (taken === null || taken === undefined) {
            expect(markingOf(play.state)).toEqual(before);
            continue;
          }
          const move = net.transitions.find(
            (one) => one.node === target.node && one.kind === 'finish' && one.choice === taken,
          );
          if (!move) throw new Error('Expected the outcome among the transitions');
          marking = settle(step(net, marking, move));
          expect(markingOf(play.state)).toEqual(marking);
        }
      }),
      { numRuns: 80 },
    );
  });
});

function markingOf(state: CaseState): Marking {
  const marking: Record<string, number> = {};
  const add = (place: string): void => {
    marking[place] = (marking[place] ?? 0) + 1;
  };
  for (const token of Object.values(state.tokens)) add(token.edge);
  for (const one of Object.values(state.activities))
    if (one.parent === null && one.status === 'open') add(held(one.node));
  return marking;
}
