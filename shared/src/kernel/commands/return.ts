/**
 * 退回上一环节: the case goes back to an earlier step of its own or an enclosing scope. What descends from that step
 * since it began is cancelled, and nothing else. `straight` lets the siblings of the returner's branch stand still
 * until the target came out as before; then the returner has its case again.
 */
import { cancel, dropReturns, enter, PAUSED_BY_RETURN, pause } from '../activities.ts';
import { isWork } from '../index-of.ts';
import { mayDo } from '../powers.ts';
import { returnTarget, timesDone } from '../return-target.ts';
import { descends, isLive, isWithin, lineageOf, rootOf, startSeq, type Lineage } from '../scope.ts';
import { CASE_SCOPE } from '../structure.ts';
import type { Activity, CaseState, Token } from '../types.ts';
import type { Turn } from '../turn.ts';
import { isBlank, reject, type Handler } from './command.ts';

export const returnTo: Handler<'return'> = (turn, command) => {
  const may = mayDo(turn, 'return', command.activity);
  if (!may.ok) return may.rejection;
  const { node } = may.activity;
  if (isBlank(command.reason)) return reject('reasonRequired');
  const target = returnTarget(turn, may.activity, command.to);
  const prim = turn.index.executable.prims[command.to];
  if (!target || !isWork(prim)) return reject('returnNotAllowed');
  const scope = target.token?.lineage ?? [];

  // An element returns all that it is part of.
  const returner = rootOf(turn.state, may.activity);
  const gone = sweep(turn.state, scope, returner, command);
  turn.emit({
    type: 'returned',
    from: returner.id,
    fromNode: node,
    to: command.to,
    reason: command.reason.trim(),
    mode: command.mode,
    taken: gone.tokens,
    ...(command.mode === 'straight'
      ? {
          straight: {
            lineage: scope,
            outcome: target.outcome ?? '',
            tokens: gone.heldTokens,
            activities: gone.heldActivities,
          },
        }
      : {}),
  });
  cancel(turn, gone.activities, 'returned');
  if (command.mode === 'again') dropReturns(turn, scope, 'returned');
  for (const id of gone.heldActivities) pause(turn, id, PAUSED_BY_RETURN);
  return enter(turn, prim, reentry(turn, target));
};

/** Number of the event with which the target began what now stands: a time that only went back began nothing. */
function begunAt(state: CaseState, lineage: Lineage, node: string): number {
  const onward = timesDone(state, lineage, node).filter((one) => !one.wentBack);
  return Math.max(0, ...onward.slice(-1).map(startSeq));
}

function reentry(turn: Turn, target: Activity): Token {
  const edge = target.token?.edge ?? '';
  return { id: `t${turn.nextSeq}.0`, edge, lineage: target.token?.lineage ?? [] };
}

interface Swept {
  readonly tokens: string[];
  readonly activities: string[];
  readonly heldTokens: string[];
  readonly heldActivities: string[];
}

function sweep(
  state: CaseState,
  scope: Lineage,
  returner: Activity,
  { to, mode }: { readonly to: string; readonly mode: 'straight' | 'again' },
): Swept {
  const swept: Swept = { tokens: [], activities: [], heldTokens: [], heldActivities: [] };
  const own = lineageOf(state, returner);
  const since = begunAt(state, own, to);
  const goes = (lineage: Lineage): 'cancel' | 'hold' | null => {
    if (!descends(scope, since, lineage)) return null;
    return mode === 'straight' && !isWithin(own, lineage) ? 'hold' : 'cancel';
  };
  for (const token of Object.values(state.tokens)) {
    const how = goes(token.lineage);
    if (how) (how === 'hold' ? swept.heldTokens : swept.tokens).push(token.id);
  }
  for (const activity of Object.values(state.activities)) {
    if (!isLive(activity) || activity.node === CASE_SCOPE) continue;
    const how = goes(lineageOf(state, activity));
    // What stands still already comes back with the return that it waits for.
    if (how === 'cancel') swept.activities.push(activity.id);
    else if (how === 'hold' && activity.status !== 'suspended') swept.heldActivities.push(activity.id);
  }
  return swept;
}
