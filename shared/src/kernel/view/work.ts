/** Open tasks of the viewer's office, with what the decision pane needs and the commands that would be taken. */
import type { Option } from '../../document/index.ts';
import { checkSigner } from '../authorise.ts';
import { correctionsOfStep } from '../commands/correction.ts';
import { returnTarget } from '../commands/return.ts';
import { workOf, type ExecutableIndex } from '../index-of.ts';
import type { Activity, CaseState, CommandType } from '../types.ts';
import type { SectionView, WorkView } from '../view-types.ts';
import { workSections, type FieldScope } from './fields.ts';
import type { ReadClock } from './steps.ts';

export function workViews(scope: FieldScope, clock: ReadClock): WorkView[] {
  return scope.relation.open.map((activity) => workView(scope, activity, clock));
}

function workView(scope: FieldScope, activity: Activity, clock: ReadClock): WorkView {
  const { index, state, relation } = scope;
  const work = workOf(index, activity.node);
  const sections = workSections(scope, activity);
  const returnTargets = work.powers.return ? targetsOf(index, state, activity) : [];
  return {
    activity: activity.id,
    node: activity.node,
    element: activity.element,
    name: activity.name,
    instruction: work.instruction,
    claimedByName: activity.claimedBy?.name ?? null,
    mine: activity.claimedBy?.person === relation.viewer.person,
    outcomes: work.outcomes.map(({ id, name, tone, opinionRequired }) => ({ id, name, tone, opinionRequired })),
    commands: commandsOn(scope, activity, returnTargets.length > 0),
    returnTargets,
    clock: clock(activity.clock),
    sections,
    tickable: tickable(index, sections),
    correctionNeedsReason: correctionsOfStep(state, activity).length > 0,
  };
}

function targetsOf(index: ExecutableIndex, state: CaseState, activity: Activity): WorkView['returnTargets'] {
  const targets = index.executable.returnTargets[activity.node] ?? [];
  return targets
    .filter((node) => returnTarget({ index, state }, activity, node) !== undefined)
    .map((node) => ({ node, name: workOf(index, node).name }));
}

function commandsOn({ index, state, relation }: FieldScope, activity: Activity, canReturn: boolean): CommandType[] {
  const { person } = relation.viewer;
  const other = activity.claimedBy !== null && activity.claimedBy.person !== person;
  if (state.status === 'ended' || activity.status !== 'open' || other) return [];
  if (checkSigner(index, state, activity, person)) return [];
  const { powers } = workOf(index, activity.node);
  return [
    activity.claimedBy ? 'release' : 'claim',
    'complete',
    ...(powers.correct ? (['askCorrection'] as const) : []),
    ...(canReturn ? (['return'] as const) : []),
    ...(powers.reject ? (['reject'] as const) : []),
  ];
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
