/**
 * Soundness of a lowered flow: one token at a time everywhere, and from every marking that can be reached a completion
 * with no token left can still be reached, whatever people decide. Returns lead back to markings that were reachable
 * before (return-targets.ts), so they add none. A violation comes with a shortest trace.
 */
import type { Executable } from '../../definition/index.ts';
import { diagnose, nodeRef } from '../diagnostics.ts';
import type { Diagnostic } from '../types.ts';
import { explore, type Verdict } from './explore.ts';
import { buildModel, type Target } from './model.ts';
import { reduce } from './reduce.ts';
import { stepsOf } from './script.ts';
import { play } from './trace.ts';

/** Markings after which the proof gives up. */
export const MARKING_BOUND = 200_000;
/** Markings of the unreduced net that are searched for a shorter trace. */
const TRACE_BOUND = 20_000;

/** One problem at most: what comes after the first violation follows from it. */
export function proveSoundness(executable: Executable): Diagnostic[] {
  const built = buildModel(executable);
  if ('loop' in built) {
    return [
      diagnose('sound.loop', nodeRef(drawn(executable, built.loop)), {
        params: { name: nameOf(executable, built.loop) },
      }),
    ];
  }
  reduce(built.model);
  const verdict = explore(built.model, MARKING_BOUND);
  if (verdict.type === 'sound') return deadParts(executable, [...built.model.acts.keys()], verdict.seen);
  if (verdict.type === 'undecided') {
    return [diagnose('sound.undecided', { kind: 'design' }, { params: { markings: verdict.markings } })];
  }
  return [violation(executable, nearest(executable) ?? verdict)];
}

/** The same violation, or an earlier one, in the net as it is: its trace is the shortest. */
function nearest(executable: Executable): Verdict | null {
  const built = buildModel(executable);
  const verdict = 'loop' in built ? null : explore(built.model, TRACE_BOUND);
  return verdict && verdict.type !== 'undecided' && verdict.type !== 'sound' ? verdict : null;
}

function violation(executable: Executable, verdict: Verdict): Diagnostic {
  if (verdict.type === 'sound' || verdict.type === 'undecided') throw new Error('Expected a violation');
  const { trace, ended } = play(executable, stepsOf(verdict.script));
  if (verdict.type === 'twoTokens') {
    const id = nodeAt(executable, verdict.at);
    return diagnose('sound.twoTokens', nodeRef(drawn(executable, id)), {
      params: { name: nameOf(executable, id) },
      trace,
    });
  }
  const waiting = verdict.tokens.find((token) => token.startsWith('='));
  if (verdict.type === 'noCompletion' || waiting === undefined) {
    const id = nodeAt(executable, verdict.tokens[0] ?? '');
    return diagnose('sound.noCompletion', nodeRef(drawn(executable, id)), {
      params: { name: nameOf(executable, id) },
      trace,
    });
  }
  const id = nodeAt(executable, waiting);
  const join = executable.prims[id];
  const edges = join?.type === 'join' ? join.in : [];
  const missing = edges.find((edge) => !verdict.tokens.includes(`=${edge}`));
  const from = executable.edges[missing ?? '']?.from ?? '';
  return diagnose(ended ? 'sound.leftover' : 'sound.deadlock', nodeRef(drawn(executable, id)), {
    params: { name: nameOf(executable, id), missing: nameOf(executable, from) },
    related: [nodeRef(drawn(executable, from))],
    trace,
  });
}

/** Work that is connected but never reached. What was reduced away is reached with what it was reduced into. */
function deadParts(executable: Executable, acts: readonly string[], seen: ReadonlySet<Target>): Diagnostic[] {
  return acts
    .filter((id) => executable.prims[id] && !seen.has(`@${id}`))
    .map((id) => diagnose('sound.dead', nodeRef(id), { params: { name: nameOf(executable, id) } }));
}

/** Node at which a token stands or waits. */
function nodeAt(executable: Executable, target: Target): string {
  if (target.startsWith('=')) return executable.edges[target.slice(1)]?.to ?? '';
  return target.replace(/^(@|~\d+~)/, '');
}

/** A node that became two primitives is drawn once, under the first one's id. */
const drawn = (executable: Executable, id: string): string =>
  id.endsWith('/fork') && executable.prims[id.slice(0, -5)] ? id.slice(0, -5) : id;

function nameOf({ prims }: Executable, id: string): string {
  const prim = prims[id];
  return prim === undefined ? '' : prim.type === 'activity' || prim.type === 'many' ? prim.work.name : prim.name;
}
