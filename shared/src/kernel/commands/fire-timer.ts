/** A boundary timer is due, by the calendar as it is now. Only the host says so, and it is checked again here. */
import { cancel, dropReturns, waitingFor } from '../activities.ts';
import { isPerson } from '../authorise.ts';
import { workOf } from '../index-of.ts';
import { branchEntry } from '../scope.ts';
import { timerDue } from '../timers.ts';
import { reject, type Handler } from './command.ts';

export const fireTimer: Handler<'fireTimer'> = (turn, { timer: id }) => {
  const { state, facts, index } = turn;
  if (isPerson(facts.actor)) return reject('notAllowed');
  const activity = Object.values(state.activities).find((one) => one.timers.some((timer) => timer.id === id));
  const armed = activity?.timers.find((timer) => timer.id === id);
  if (!activity || armed?.status !== 'armed') return reject('timerGone');
  const due = timerDue(state, activity, armed, facts.calendar);
  if (due === null || facts.now < due) return reject('timerEarly');

  turn.emit({ type: 'timerFired', timer: id, activity: activity.id, boundary: armed.boundary });
  const boundary = workOf(index, activity.node).timers.find((one) => one.id === armed.boundary);
  if (!boundary) throw new Error(`Expected timer "${armed.boundary}" at node "${activity.node}"`);
  const lineage = activity.token?.lineage ?? [];
  if (boundary.interrupting) {
    const elements = Object.values(state.activities).filter((one) => one.parent === activity.id);
    cancel(turn, [activity.id, ...elements.map((one) => one.id)], 'interrupted');
    const waiting = waitingFor(turn.state, activity);
    if (waiting) dropReturns(turn, waiting.lineage, 'interrupted');
    turn.move(activity.node, [], [{ edge: boundary.edge, lineage }]);
  } else if (index.executable.edges[boundary.edge]) {
    const beside = [...lineage, branchEntry(boundary.id, turn.nextSeq, 0)];
    turn.move(activity.node, [], [{ edge: boundary.edge, lineage: beside }]);
  }
  return null;
};
