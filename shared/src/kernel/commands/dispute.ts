/** 有误，提出异议: a shared value is never overwritten by hand; who sees that it is wrong says so (A3.8). */
import { isApplicant, isPerson, whoIs } from '../authorise.ts';
import { accessAt } from '../index-of.ts';
import { isBlank, reject, type Handler } from './command.ts';

export const dispute: Handler<'dispute'> = (turn, { field: id, comment }) => {
  const { index, state, facts } = turn;
  const { actor } = facts;
  if (!isPerson(actor)) return reject('notAllowed');
  const field = index.fields.get(id);
  const who = whoIs(actor);
  const applicant = isApplicant(index, state, who);
  const places = Object.values(state.activities).filter(
    (one) => one.kind === 'work' && one.department !== null && one.department === who.department,
  );
  if (!applicant && places.length === 0) return reject('notYours');
  const seen =
    field !== undefined &&
    ((applicant && accessAt(field, index.start.id, null) !== 'hidden') ||
      places.some((one) => accessAt(field, one.node, one.element) !== 'hidden'));
  // Hidden and unknown fields are refused alike: neither tells the other.
  if (!seen) return reject('fieldUnknown');
  if (state.status === 'ended') return reject('caseEnded');
  if (state.data[id]?.origin.type !== 'shared') return reject('notAllowed');
  if (isBlank(comment)) return reject('reasonRequired');
  turn.emit({ type: 'disputeRaised', field: id, comment: comment.trim() });
  return null;
};
