/** A timer is due, by the calendar as it is now. Only the host says so, and it is checked again here. */
import { isPerson } from '../authorise.ts';
import { find, happen } from '../listening.ts';
import { requestJob } from '../machines.ts';
import { materialTimer } from '../materials.ts';
import { timerDue } from '../timers.ts';
import { reject, type Handler } from './command.ts';
import { fireMaterialTimer } from './supplement.ts';

export const fireTimer: Handler<'fireTimer'> = (turn, { timer: id }) => {
  const { state, facts, index } = turn;
  if (isPerson(facts.actor)) return reject('notAllowed');
  const ofMaterial = materialTimer(id);
  if (ofMaterial) return fireMaterialTimer(turn, ofMaterial);
  const activity = Object.values(state.activities).find((one) => one.timers.some((timer) => timer.id === id));
  const armed = activity?.timers.find((timer) => timer.id === id);
  if (!activity || armed?.status !== 'armed') return reject('timerGone');
  const due = timerDue(state, activity, armed, facts.calendar);
  if (due === null || facts.now < due) return reject('timerEarly');

  turn.emit({ type: 'timerFired', timer: id, activity: activity.id, boundary: armed.boundary });
  const prim = index.executable.prims[activity.node];
  if (prim?.type === 'job' && armed.at !== undefined) {
    requestJob(turn, prim, activity.id, (activity.attempts ?? 0) + 1);
    return null;
  }
  const heard = find(turn, activity, armed.boundary);
  // An event sub-process that interrupted its scope has silenced the scope's other timers.
  return heard ? happen(turn, activity, heard) : null;
};
