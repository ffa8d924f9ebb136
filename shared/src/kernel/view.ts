/**
 * view(definition, state, viewer, facts) → CaseView: the only way case data leaves. Whatever the viewer may not see is
 * absent: every value, opinion, remark and sentence below passes through view/relation.ts and view/fields.ts.
 */
import { openCorrections } from './activities.ts';
import { remarkedFields } from './commands/correction.ts';
import { mayWithdraw } from './commands/withdraw.ts';
import { accessAt, indexOf, workOf, type ExecutableIndex, type Runnable } from './index-of.ts';
import { applicantName, caseStatus } from './project.ts';
import { refusalOf } from './powers.ts';
import type { Activity, CaseState, CommandType } from './types.ts';
import type { CaseView, SectionView, ViewFacts, Viewer } from './view-types.ts';
import { consultViews, copyViews } from './view/consults.ts';
import { dispatchViews } from './view/dispatches.ts';
import { correctionSections, fieldScope, readSections, type FieldScope } from './view/fields.ts';
import { materialViews } from './view/materials.ts';
import { relationOf } from './view/relation.ts';
import { clockReader, stepViews } from './view/steps.ts';
import { timelineOf } from './view/timeline.ts';
import { workViews } from './view/work.ts';

/** null: this person has nothing to do with the case, and may not even know that it is there. */
export function view(definition: Runnable, state: CaseState, viewer: Viewer, facts: ViewFacts): CaseView | null {
  const index = indexOf(definition.executable);
  const relation = relationOf(index, state, viewer);
  if (!relation) return null;
  const scope = fieldScope(index, state, relation, facts);
  const clock = clockReader(index, facts.now, facts.calendar);
  const sections = readSections(scope);
  return {
    caseId: state.caseId,
    number: state.number,
    code: state.code,
    title: state.title,
    release: state.release,
    version: state.version,
    identity: state.identity,
    subjectName: state.subject?.name ?? '',
    applicantName: applicantName(state),
    status: caseStatus(state),
    suspension: state.suspension ?? null,
    result: state.result,
    endReason: state.endReason,
    startedAt: state.startedAt,
    endedAt: state.endedAt,
    promisedAt: state.promisedAt,
    clock: clock(state.clock),
    sections,
    materials: materialViews(scope),
    steps: stepViews(scope, clock),
    work: state.status === 'ended' ? [] : workViews(scope, clock),
    corrections: correctionViews(scope),
    dispatches: dispatchViews(scope),
    consults: consultViews(scope, clock),
    copies: copyViews(scope),
    timeline: timelineOf(index, state, relation),
    counts: fieldCounts(index),
    commands: caseCommands(scope, sections),
    paperTitle: index.executable.paperTitle,
  };
}

/** For the applicant only: each open correction with the fields that an answer may change. */
function correctionViews(scope: FieldScope): CaseView['corrections'] {
  const { index, state, relation } = scope;
  if (!relation.applicant || state.status === 'ended') return [];
  const open = openCorrections(state);
  const remarked = remarkedFields(index, open);
  return open.map((one) => {
    const activity = state.activities[one.activity];
    return {
      id: one.id,
      stepName: workOf(index, one.node).name,
      departmentName: activity?.departmentName ?? null,
      askedByName: one.askedByName,
      askedAt: one.askedAt,
      remarks: one.remarks,
      reason: one.reason,
      sections: correctionSections(scope, remarked),
    };
  });
}

/** What the applicant's form is made of, as the compiler counts it: notes are text, not fields. */
function fieldCounts(index: ExecutableIndex): CaseView['counts'] {
  const fields = index.executable.fields.filter(
    (field) => field.kind !== 'note' && accessAt(field, index.start.id, null) !== 'hidden',
  );
  const from = (type: string): number => fields.filter((field) => field.source.type === type).length;
  return { fields: fields.length, shared: from('shared'), computed: from('computed'), manual: from('manual') };
}

function caseCommands({ index, state, relation, asking }: FieldScope, sections: readonly SectionView[]): CommandType[] {
  if (state.status === 'ended') return [];
  const commands: CommandType[] = [];
  if (relation.applicant && openCorrections(state).length > 0 && !state.suspension) commands.push('resubmit');
  if (mayWithdraw(index, state, asking.who) === null) commands.push('withdraw');
  const shared = sections.some((section) => section.fields.some((field) => field.origin?.type === 'shared'));
  if (shared && (relation.applicant || relation.own.length > 0)) commands.push('dispute');
  const urged = (one: Activity): boolean => one.kind === 'work' && refusalOf(asking, 'urge', one) === null;
  if (Object.values(state.activities).some(urged)) commands.push('urge');
  if (relation.admin) commands.push(state.suspension ? 'resume' : 'suspend', 'terminate');
  return commands;
}
