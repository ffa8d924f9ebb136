/**
 * 暂存: a half-filled form is put by with its task. Only where it is written is checked, not what; it is not the case's
 * data, and only its writer sees it. Saving takes the task, so that there is one writer.
 */
import { authorOf } from '../authorise.ts';
import { draftedValues } from '../data.ts';
import { mayDo } from '../powers.ts';
import type { TaskDraft } from '../types.ts';
import { sameValue } from '../values.ts';
import type { Handler } from './command.ts';

export const saveDraft: Handler<'saveDraft'> = (turn, { activity: id, outcome, opinion, patch }) => {
  const may = mayDo(turn, 'saveDraft', id);
  if (!may.ok) return may.rejection;
  const { activity, actor } = may;
  const drafted = draftedValues(turn.index, activity, patch);
  if (!drafted.ok) return drafted.rejection;
  const by = authorOf(actor).person;
  const draft: TaskDraft = { by, at: turn.facts.now, outcome, opinion, values: drafted.values };
  if (activity.draft && isSame(activity.draft, draft)) return null;
  if (!activity.claimedBy) turn.emit({ type: 'taskClaimed', activity: id });
  turn.emit({ type: 'draftSaved', activity: id, draft });
  return null;
};

function isSame(a: TaskDraft, b: TaskDraft): boolean {
  if (a.by !== b.by || a.outcome !== b.outcome || a.opinion !== b.opinion) return false;
  const keys = Object.keys(a.values);
  return keys.length === Object.keys(b.values).length && keys.every((key) => sameValue(a.values[key], b.values[key]));
}
