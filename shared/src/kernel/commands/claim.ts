/** 签收: the task is mine until it is done or given back. Claiming what is mine already changes nothing. */
import { mayDo } from '../powers.ts';
import type { Handler } from './command.ts';

export const claim: Handler<'claim'> = (turn, { activity }) => {
  const may = mayDo(turn, 'claim', activity);
  if (!may.ok) return may.rejection;
  if (!may.activity.claimedBy) turn.emit({ type: 'taskClaimed', activity });
  return null;
};

/** 放回: others of the office may take it. */
export const release: Handler<'release'> = (turn, { activity }) => {
  const may = mayDo(turn, 'release', activity);
  if (!may.ok) return may.rejection;
  turn.emit({ type: 'taskReleased', activity });
  return null;
};
