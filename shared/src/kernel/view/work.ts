/** Open tasks of the viewer's office, with what the decision pane needs and the commands that would be taken. */
import type { Option } from '../../document/index.ts';
import { correctionsOfStep } from '../commands/correction.ts';
import { workOf, type ExecutableIndex } from '../index-of.ts';
import { refusalOf, DESK_COMMANDS, type TaskCommand } from '../powers.ts';
import { returnTargetsOf } from '../return-target.ts';
import { signsOnly } from '../signers.ts';
import type { Activity, RejectionCode } from '../types.ts';
import type { SectionView, WorkView } from '../view-types.ts';
import { workSections, type FieldScope } from './fields.ts';
import { verifiable } from './materials.ts';
import type { ReadClock } from './steps.ts';

export function workViews(scope: FieldScope, clock: ReadClock): WorkView[] {
  return scope.relation.open.map((activity) => workView(scope, activity, clock));
}

function workView(scope: FieldScope, activity: Activity, clock: ReadClock): WorkView {
  const { index, state, relation } = scope;
  const work = workOf(index, activity.node);
  const sections = signsOnly(state, activity) ? readOnly(workSections(scope, activity)) : workSections(scope, activity);
  const returnTargets = work.powers.return ? returnTargetsOf({ index, state }, activity) : [];
  const { authority } = relation.who;
  const { delegation, prepared } = activity;
  const party = delegation?.owner.person === authority || delegation?.to.person === authority;
  return {
    activity: activity.id,
    node: activity.node,
    element: activity.element,
    name: activity.name,
    instruction: work.instruction,
    claimedByName: activity.claimedBy?.name ?? null,
    assigneeName: activity.assignee?.name ?? null,
    mine: activity.claimedBy?.person === authority,
    outcomes: work.outcomes.map(({ id, name, tone, opinionRequired }) => ({ id, name, tone, opinionRequired })),
    ...mayOn(scope, activity),
    returnTargets: returnTargets.map((node) => ({ node, name: workOf(index, node).name })),
    clock: clock(activity.clock),
    sections,
    tickable: tickable(index, sections),
    verifiable: verifiable(scope, activity),
    correctionNeedsReason: correctionsOfStep(state, activity).length > 0,
    delegation: delegation
      ? { ownerName: delegation.owner.name, toName: delegation.to.name, note: party ? delegation.note : '' }
      : null,
    prepared:
      prepared && activity.claimedBy?.person === authority
        ? { byName: prepared.by.name, at: prepared.at, opinion: prepared.opinion }
        : null,
    draft: draftOf(activity, authority),
    urged: activity.urged ?? null,
    hands: handsOf(activity),
  };
}

/** A signer who was added to a single task fills in nothing. */
function readOnly(sections: readonly SectionView[]): SectionView[] {
  return sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => ({ ...field, access: 'read', required: false })),
  }));
}

/** What would be taken, and what the step has the power for but would not be taken now. */
function mayOn({ asking }: FieldScope, activity: Activity): Pick<WorkView, 'commands' | 'refused'> {
  const commands: TaskCommand[] = [];
  const refused: WorkView['refused'][number][] = [];
  for (const command of DESK_COMMANDS) {
    // Claiming what one holds is taken, and changes nothing.
    if (command === 'claim' && activity.claimedBy?.person === asking.who.authority) continue;
    const rejection = refusalOf(asking, command, activity);
    if (!rejection) commands.push(command);
    else if (!SAYS_NOTHING.includes(rejection.code)) refused.push({ command, rejection });
  }
  return { commands, refused };
}

/** A power that the step was never given, or a state that the command does not belong to. */
const SAYS_NOTHING: readonly RejectionCode[] = ['powerMissing', 'notAllowed', 'notYours', 'returnNotAllowed'];

function handsOf({ hands = [] }: Activity): WorkView['hands'] {
  return hands.map(({ at, byName, departmentName, person, reason }) => ({
    at,
    byName,
    departmentName,
    personName: person?.name ?? null,
    reason,
  }));
}

/** Only its writer's. */
function draftOf({ draft }: Activity, viewer: string): WorkView['draft'] {
  if (!draft || draft.by !== viewer) return null;
  const { at, outcome, opinion, values } = draft;
  return { at, outcome, opinion, values };
}

/** What each writable `department` field offers: its own options, else the elements of the dispatch it decides. */
function tickable(index: ExecutableIndex, sections: readonly SectionView[]): Record<string, readonly Option[]> {
  const offered: Record<string, readonly Option[]> = {};
  for (const { field, key, access } of sections.flatMap((section) => section.fields)) {
    if (field.kind !== 'department' || access === 'read') continue;
    offered[key] = field.options.length > 0 ? field.options : elementsTickedBy(index, field.id);
  }
  return offered;
}

function elementsTickedBy(index: ExecutableIndex, field: string): Option[] {
  return Object.values(index.executable.prims).flatMap((prim) =>
    prim.type === 'many' && prim.choice.mode === 'ticked' && prim.choice.field === field
      ? prim.elements.map(({ id, name }, i) => ({ id, name, order: String(i).padStart(4, '0') }))
      : [],
  );
}
