/**
 * 补正: a step asks the applicant, once and completely, to correct named fields and materials. The step's clock
 * stands, its siblings run; the case's clock follows the policy. The answer goes to the asking steps only.
 */
import { CASE_CLOCK, openCorrections, pause, PAUSED_BY_CORRECTION, resumeCase, resumeIfFree } from '../activities.ts';
import { isApplicant, isPerson, whoIs } from '../authorise.ts';
import { accessAt, type ExecutableIndex } from '../index-of.ts';
import { mayDo } from '../powers.ts';
import type { Activity, CaseState, Problem, Remarks } from '../types.ts';
import { reject, type Handler } from './command.ts';
import { writePatch } from './write.ts';

export const askCorrection: Handler<'askCorrection'> = (turn, command) => {
  const may = mayDo(turn, 'askCorrection', command.activity);
  if (!may.ok) return may.rejection;
  const { activity } = may;
  const remarks = trimmed(command.remarks);
  const count = Object.keys(remarks.fields).length + Object.keys(remarks.materials).length;
  if (count === 0 && remarks.general === '') return reject('remarksRequired');
  const problems = unknownRemarks(turn.index, activity, remarks);
  if (problems.length > 0) return { code: 'fieldUnknown', problems };
  const earlier = correctionsOfStep(turn.state, activity).length;
  const reason = command.reason?.trim() ?? '';
  if (earlier > 0 && reason === '') return reject('reasonRequired');

  turn.emit({
    type: 'correctionAsked',
    correction: turn.nextId(),
    activity: activity.id,
    round: earlier + 1,
    remarks,
    reason: reason === '' ? null : reason,
  });
  for (const id of clocksOf(turn.state, activity)) pause(turn, id, PAUSED_BY_CORRECTION);
  if (turn.index.executable.policies.correctionPausesCase) pause(turn, CASE_CLOCK, PAUSED_BY_CORRECTION);
  return null;
};

/** Corrections that the same step, the same element of a dispatch, asked for before: in this round or an earlier one. */
export function correctionsOfStep(state: CaseState, activity: Activity): CaseState['corrections'] {
  return state.corrections.filter((one) => {
    const asker = state.activities[one.activity];
    return asker?.node === activity.node && asker.element === activity.element;
  });
}

/** Where others sign around it (加签), the timers of the step run on the group's ledger. */
function clocksOf(state: CaseState, { id, parent }: Activity): string[] {
  return parent !== null && state.activities[parent]?.shared ? [id, parent] : [id];
}

function trimmed(remarks: Remarks): Remarks {
  const clean = (texts: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(texts)
        .map(([id, text]) => [id, text.trim()] as const)
        .filter(([, text]) => text !== ''),
    );
  return { fields: clean(remarks.fields), materials: clean(remarks.materials), general: remarks.general.trim() };
}

/** A remark must be on something that both the step and the applicant see. */
function unknownRemarks(index: ExecutableIndex, activity: Activity, remarks: Remarks): Problem[] {
  const seenByBoth = (id: string): boolean => {
    const field = index.fields.get(id);
    if (!field || field.kind === 'note') return false;
    const asker = accessAt(field, activity.node, activity.element);
    return asker !== 'hidden' && accessAt(field, index.start.id, null) !== 'hidden';
  };
  const known = (id: string): boolean => index.executable.materials.some((material) => material.id === id);
  return [
    ...Object.keys(remarks.fields).filter((id) => !seenByBoth(id)),
    ...Object.keys(remarks.materials).filter((id) => !known(id)),
  ].map((field) => ({ field, code: 'fieldUnknown' }));
}

/** Fields that an answer may change although the applicant could not write them before. */
export function remarkedFields(index: ExecutableIndex, corrections: CaseState['corrections']): Set<string> {
  const fields = new Set<string>();
  for (const { remarks } of corrections) {
    for (const id of Object.keys(remarks.fields)) fields.add(id);
    for (const material of index.executable.materials) {
      if (remarks.materials[material.id] !== undefined && material.field !== null) fields.add(material.field);
    }
  }
  return fields;
}

/** The applicant's one answer to every correction that is open. */
export const resubmit: Handler<'resubmit'> = (turn, { patch }) => {
  const { actor } = turn.facts;
  if (!isPerson(actor) || !isApplicant(turn.index, turn.state, whoIs(actor))) return reject('notApplicant');
  if (turn.state.status === 'ended') return reject('caseEnded');
  if (turn.state.suspension) return reject('caseSuspended');
  const open = openCorrections(turn.state);
  if (open.length === 0) return reject('noCorrectionOpen');
  const also = remarkedFields(turn.index, open);
  const written = writePatch(turn, { node: turn.index.start.id, element: null, patch, also, whole: true });
  if (!written.ok) return written.rejection;
  for (const correction of open) {
    const asked = remarkedFields(turn.index, [correction]);
    const changed = written.changed.filter((key) => asked.has(key) || !also.has(key));
    turn.emit({ type: 'correctionAnswered', correction: correction.id, changed });
    const asker = turn.state.activities[correction.activity];
    if (asker) for (const id of clocksOf(turn.state, asker)) resumeIfFree(turn, id);
  }
  resumeCase(turn);
  return null;
};
