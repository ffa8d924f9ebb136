/**
 * 拿回: whoever just completed a step has it back as it was, its clock and timers running on, as long as nobody has
 * begun what followed. The marking is exactly the one before; the data that was written stays in the form.
 */
import { authorOf } from '../authorise.ts';
import { cancel, CASE_CLOCK, pause, PAUSED_BY_WAIT } from '../activities.ts';
import { isPaused } from '../../calendar/clock.ts';
import { mayDo } from '../powers.ts';
import { unwind } from '../unwind.ts';
import { reject, type Handler } from './command.ts';

export const takeBack: Handler<'takeBack'> = (turn, { activity: id }) => {
  const may = mayDo(turn, 'takeBack', id);
  if (!may.ok) return may.rejection;
  const { activity, actor } = may;
  const { past, now } = turn.facts;
  if (!past) throw new Error(`Expected the past of case "${turn.state.caseId}" as a fact but there is none`);
  const unwound = unwind(turn.index, turn.state, activity, past);
  if (!unwound) return reject('nextBegun');

  const author = authorOf(actor);
  const { outcome, opinion } = activity;
  const mine = {
    claimedBy: { ...author, at: now },
    draft: { by: author.person, at: now, outcome, opinion, values: {} },
  };
  turn.emit({
    type: 'tookBack',
    activity: id,
    outcomeName: activity.outcomeName ?? '',
    taken: unwound.taken,
    put: unwound.put,
    activities: unwound.restored.map((one) => (one.id === id ? { ...one, ...mine } : one)),
    returns: unwound.returns,
    reached: unwound.reached,
    repaired: unwound.repaired,
  });
  cancel(turn, unwound.gone, 'takenBack');
  const { clock } = past.before;
  if (clock && isPaused(clock)) pause(turn, CASE_CLOCK, PAUSED_BY_WAIT);
  return null;
};
