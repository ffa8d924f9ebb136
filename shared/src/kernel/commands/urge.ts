/** 催办 by hand: whoever holds the task is told, and it is counted; at most once in a while on one task. */
import { isPerson } from '../authorise.ts';
import { askingOf, mayDo, refusalOf } from '../powers.ts';
import type { Activity, Rejection } from '../types.ts';
import type { Turn } from '../turn.ts';
import { reject, type Handler } from './command.ts';

export const urge: Handler<'urge'> = (turn, { activity: id, note }) => {
  if (id === null) return urgeAll(turn, note);
  const may = mayDo(turn, 'urge', id);
  if (!may.ok) return may.rejection;
  tell(turn, may.activity, note);
  return null;
};

/** Every task that may be urged now; refused as the first one when there is none. */
function urgeAll(turn: Turn, note: string): Rejection | null {
  const { actor } = turn.facts;
  if (!isPerson(actor)) return reject('notAllowed');
  const asking = askingOf(turn, actor);
  let first: Rejection | null = null;
  let told = 0;
  for (const activity of Object.values(turn.state.activities)) {
    if (activity.kind !== 'work' || activity.endedAt !== null) continue;
    const refused = refusalOf(asking, 'urge', activity);
    first ??= refused;
    if (refused) continue;
    tell(turn, activity, note);
    told++;
  }
  return told > 0 ? null : (first ?? reject(turn.state.status === 'ended' ? 'caseEnded' : 'notAllowed'));
}

function tell(turn: Turn, { id, urged }: Activity, note: string): void {
  turn.emit({ type: 'urged', activity: id, note: note.trim(), count: (urged?.count ?? 0) + 1 });
}
