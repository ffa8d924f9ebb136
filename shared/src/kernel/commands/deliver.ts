/** Messages and signals from outside. Only the host brings them: whoever sent them was checked at its door. */
import { isPerson } from '../authorise.ts';
import { eventOf, hear, listeners } from '../listening.ts';
import { takeMapped, writeAs } from '../machines.ts';
import { hearSignal } from '../throwing.ts';
import { reject, type Handler } from './command.ts';

/** To the named activity, else to the oldest that waits for it; one that nobody waits for is refused. */
export const deliverMessage: Handler<'deliverMessage'> = (turn, { name, values, activity }) => {
  const { facts, state } = turn;
  if (isPerson(facts.actor)) return reject('notAllowed');
  if (state.status === 'ended') return reject('caseEnded');
  const listening = listeners(turn, (on) => on.type === 'message' && on.name === name);
  const found = activity === undefined ? listening[0] : listening.find((one) => one.activity === activity);
  if (!found) return reject('nobodyWaits', { name });
  const { on } = eventOf(found.heard);
  const origin = { type: 'shared', register: name, registerName: eventOf(found.heard).name, at: facts.now } as const;
  const taken = takeMapped(turn, on.type === 'message' ? on.into : [], values, origin);
  if (taken.problems.length > 0) return { code: 'fieldInvalid', problems: taken.problems };
  writeAs(turn, state.activities[found.activity]?.node ?? '', taken.values);
  return hear(turn, found, name);
};

/** To everyone in the case who listens for it; nobody does: nothing happens. */
export const deliverSignal: Handler<'deliverSignal'> = (turn, { name }) => {
  if (isPerson(turn.facts.actor)) return reject('notAllowed');
  if (turn.state.status === 'ended') return reject('caseEnded');
  return hearSignal(turn, name);
};
