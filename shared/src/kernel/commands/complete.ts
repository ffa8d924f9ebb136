/** 办结环节: an outcome, an opinion where the outcome wants one, and the fields of the step. */
import { finish } from '../activities.ts';
import { outcomeOf, workOf } from '../index-of.ts';
import { mayDo } from '../powers.ts';
import { signsOnly } from '../signers.ts';
import { isBlank, reject, type Handler } from './command.ts';
import { writePatch } from './write.ts';

export const complete: Handler<'complete'> = (turn, command) => {
  const may = mayDo(turn, 'complete', command.activity);
  if (!may.ok) return may.rejection;
  const { activity } = may;
  const outcome = outcomeOf(workOf(turn.index, activity.node), command.outcome);
  if (!outcome) return reject('unknownOutcome');
  if (outcome.opinionRequired && isBlank(command.opinion)) return reject('opinionRequired', { outcome: outcome.name });
  if (signsOnly(turn.state, activity)) {
    const problems = Object.keys(command.patch).map((field) => ({ field, code: 'fieldNotWritable' }));
    if (problems.length > 0) return { code: 'fieldNotWritable', problems };
    return finish(turn, activity, { outcome: outcome.id, opinion: command.opinion.trim() });
  }
  const { node, element } = activity;
  const written = writePatch(turn, { node, element, patch: command.patch, giving: outcome.id });
  if (!written.ok) return written.rejection;
  return finish(turn, activity, { outcome: outcome.id, opinion: command.opinion.trim() });
};
