/** Waits: a token stands until the first of several events happens. Outside the clock (公示) the case's clock stands. */
import { CASE_CLOCK, pause, PAUSED_BY_WAIT } from './activities.ts';
import { startHeld } from './holders.ts';
import type { Token, WaitPrim } from './types.ts';
import type { Turn } from './turn.ts';

export function enterWait(turn: Turn, prim: WaitPrim, token: Token): null {
  startHeld(turn, {
    node: prim.id,
    name: prim.name,
    kind: 'wait',
    token,
    listening: [...prim.arms, ...prim.boundaries],
  });
  if (prim.outsideClock) pause(turn, CASE_CLOCK, PAUSED_BY_WAIT);
  return null;
}
