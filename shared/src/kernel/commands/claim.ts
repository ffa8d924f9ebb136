/** 签收: the task is mine until it is done or given back. Claiming what is mine already changes nothing. */
import { mayAct } from '../authorise.ts';
import { reject, type Handler } from './command.ts';

export const claim: Handler<'claim'> = (turn, { activity }) => {
  const may = mayAct(turn.index, turn.state, activity, turn.facts);
  if (!may.ok) return may.rejection;
  if (!may.activity.claimedBy) turn.emit({ type: 'taskClaimed', activity });
  return null;
};

/** 放回: others of the office may take it. */
export const release: Handler<'release'> = (turn, { activity }) => {
  const may = mayAct(turn.index, turn.state, activity, turn.facts);
  if (!may.ok) return may.rejection;
  if (!may.activity.claimedBy) return reject('notYours');
  turn.emit({ type: 'taskReleased', activity });
  return null;
};
