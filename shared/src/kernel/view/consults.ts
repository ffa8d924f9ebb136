/** 征求意见 and 抄送 as a viewer may read of them: those who ask and are asked, and whoever reads the step's opinion. */
import { consultStatus, isRecipient, recipientName } from '../consults.ts';
import type { ExecutableIndex } from '../index-of.ts';
import type { CaseState, Consult } from '../types.ts';
import type { ConsultView, CopyView } from '../view-types.ts';
import { readsOpinion, type Relation } from './relation.ts';
import type { ReadClock } from './steps.ts';

interface Looking {
  readonly index: ExecutableIndex;
  readonly state: CaseState;
  readonly relation: Relation;
}

export function readsConsult({ index, state, relation }: Looking, consult: Consult): boolean {
  if (relation.consults.includes(consult)) return true;
  if (relation.own.some((one) => one.id === consult.activity)) return true;
  const asker = state.activities[consult.activity];
  const handles = relation.own.length > 0 || relation.lead;
  return handles && asker !== undefined && asker.endedSeq !== null && readsOpinion(index, relation, asker);
}

export function consultViews(looking: Looking, clock: ReadClock): ConsultView[] {
  const { state, relation } = looking;
  return (state.consults ?? [])
    .filter((one) => readsConsult(looking, one))
    .map((one) => {
      const status = consultStatus(state, one);
      const asker = relation.own.some((activity) => activity.id === one.activity);
      return {
        id: one.id,
        activity: one.activity,
        stepName: state.activities[one.activity]?.name ?? '',
        departmentName: state.activities[one.activity]?.departmentName ?? null,
        askedByName: one.askedBy.name,
        askedAt: one.askedAt,
        toName: recipientName(one.to),
        question: one.question,
        wait: one.wait,
        status,
        answer: one.answer && { at: one.answer.at, byName: one.answer.by.name, text: one.answer.text },
        clock: clock(one.clock),
        mayAnswer: status === 'open' && isRecipient(one.to, relation.who),
        mayCancel: status === 'open' && (asker || one.askedBy.person === relation.who.authority || relation.admin),
      };
    });
}

export function copyViews({ state, relation }: Looking): CopyView[] {
  return (state.copies ?? [])
    .filter((one) => relation.copies.includes(one) || relation.own.some((activity) => activity.id === one.activity))
    .map((one) => ({
      id: one.id,
      activity: one.activity,
      stepName: state.activities[one.activity]?.name ?? '',
      byName: one.byName,
      at: one.at,
      toName: recipientName(one.to),
      note: one.note,
      read: one.read && { at: one.read.at, byName: one.read.by.name },
      mayMarkRead: one.read === null && isRecipient(one.to, relation.who),
    }));
}
