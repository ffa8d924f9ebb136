/**
 * Several at one step: departments of a dispatch, signers of one office. The parent activity holds the token and the
 * plan (who takes part, in order); an element is started when it is its turn and no earlier opinion of it stands.
 * When the completion rule has decided, the others are cancelled, or stay open as notes that decide nothing.
 */
import type { Element } from '../definition/types.ts';
import { cancel, finish, NOBODY, officeOf, startActivity, type Office } from './activities.ts';
import { completionRule, type CompletionInput } from './completion.ts';
import { holds, readerOf } from './conditions.ts';
import { relevantTo } from './data.ts';
import { placeKey } from './index-of.ts';
import { descendantsOf, isLive } from './scope.ts';
import type { Activity, CaseState, PrimOf, Rejection, Token } from './types.ts';
import type { Turn } from './turn.ts';

export function enterMany(turn: Turn, prim: PrimOf<'many'>, token: Token): Rejection | null {
  const elements = chosenElements(turn, prim);
  if (elements.length === 0) return { code: 'nothingTicked', params: { node: prim.work.name } };
  const { work } = prim;
  const office = work.lane === null ? NOBODY : officeOf(turn, work.lane, work.lane);
  const earlier = prim.rerun === 'changed' ? latestAnswers(turn.state, prim.id) : null;
  const planned = prim.order === 'sequence' ? { planned: elements.map(({ id }) => id) } : {};
  const parent = startActivity(turn, prim, token, { ...office, post: null, kind: 'many', ...planned });
  for (const element of elements) {
    const answer = earlier?.get(element.id);
    if (answer && stands(turn, prim, element, answer)) {
      turn.emit({ type: 'opinionKept', parent, element: element.id, from: answer.id });
    } else if (prim.order !== 'sequence') startElement(turn, prim, element, parent);
  }
  return goOn(turn, parent);
}

function chosenElements(turn: Turn, prim: PrimOf<'many'>): readonly Element[] {
  const reader = readerOf({ index: turn.index, state: turn.state, data: turn.state.data });
  const needed = prim.elements.filter((element) => !element.when || holds(element.when.source, reader));
  if (prim.choice.mode === 'fixed') return needed;
  const ticked = turn.state.data[prim.choice.field]?.value;
  const ids: readonly unknown[] = Array.isArray(ticked) ? ticked : [ticked];
  return needed.filter((element) => ids.includes(element.id));
}

/** The last opinion of each element, whether given then or kept. */
function latestAnswers(state: CaseState, node: string): Map<string, Activity> {
  const found = new Map<string, Activity>();
  for (const activity of Object.values(state.activities)) {
    const answered = activity.status === 'done' || activity.status === 'kept';
    const { parent, element } = activity;
    // Who signs within an element gives its answer only together.
    const own = element !== null && parent !== null && !state.activities[parent]?.shared;
    if (activity.node === node && own && answered) found.set(element, activity);
  }
  return found;
}

/** Nothing that the element read has changed since. */
function stands(turn: Turn, prim: PrimOf<'many'>, element: Element, answer: Activity): boolean {
  return relevantTo(turn.index, prim.id, element.id).every(
    (field) => (answer.read[field.id] ?? 0) === (turn.state.data[field.id]?.version ?? 0),
  );
}

/** Starts the work of one element beside or after the others of its parent. */
export function startElement(turn: Turn, prim: PrimOf<'many'>, element: Element, parent: string): void {
  const { work } = prim;
  const office = element.party
    ? officeOfElement(turn, prim, element)
    : work.lane === null
      ? NOBODY
      : officeOf(turn, work.lane, work.lane);
  turn.emit({
    type: 'activityStarted',
    id: turn.nextId(),
    node: prim.id,
    element: element.id,
    parent,
    kind: 'work',
    name: prim.role === 'signers' ? element.name : work.name,
    department: office.department,
    departmentName: office.departmentName,
    post: element.post ?? work.post,
    token: null,
    budget: work.deadline,
    round: turn.state.activities[parent]?.round ?? 1,
    timers: [],
  });
}

function officeOfElement(turn: Turn, prim: PrimOf<'many'>, element: Element): Office {
  const bound = turn.state.bindings[placeKey(prim.id, element.id)];
  if (bound) return { department: bound.department, departmentName: bound.name };
  if (element.party?.kind !== 'applicant') return NOBODY;
  const { department, departmentName } = turn.state.applicant;
  return { department, departmentName };
}

/** Elements of a parent that count: those that were cancelled or taken out do not. */
export function elementsOf(state: CaseState, parent: string): Activity[] {
  const found: Activity[] = [];
  for (const id in state.activities) {
    const element = state.activities[id];
    if (element && element.parent === parent && element.status !== 'cancelled') found.push(element);
  }
  return found;
}

function manyOf(turn: Turn, parent: string): { readonly activity: Activity; readonly prim: PrimOf<'many'> } {
  const activity = turn.state.activities[parent];
  const prim = activity && turn.index.executable.prims[activity.node];
  if (!activity || prim?.type !== 'many') throw new Error(`Expected a many behind activity "${parent}"`);
  return { activity, prim };
}

/** Completes a `many` by its rule, or starts whose turn it is. A parent that is done has notes left at most. */
export function goOn(turn: Turn, parent: string): Rejection | null {
  const { activity, prim } = manyOf(turn, parent);
  if (!isLive(activity)) return null;
  const elements = elementsOf(turn.state, parent);
  const outcome = completionRule(prim.completion)(completionInput(prim, activity, elements));
  if (outcome) {
    if (prim.rest !== 'note') {
      cancel(
        turn,
        descendantsOf(turn.state, parent).map((one) => one.id),
        'decided',
      );
    }
    return finish(turn, activity, { outcome: outcome.id, opinion: '' });
  }
  const next = nextInTurn(activity, elements);
  const element = next === undefined ? undefined : prim.elements.find((one) => one.id === next);
  if (element) startElement(turn, prim, element, parent);
  return null;
}

/** In a sequence: the next of the plan, when nobody is at work. */
function nextInTurn({ planned }: Activity, elements: readonly Activity[]): string | undefined {
  if (!planned || elements.some(isLive)) return undefined;
  return planned.find((id) => elements.every((one) => one.element !== id));
}

/** What the completion rule is asked; kept elements of a plan that have not begun count as open. */
export function completionInput(
  prim: PrimOf<'many'>,
  parent: Pick<Activity, 'planned'>,
  elements: readonly Activity[],
): CompletionInput {
  const weightOf = (id: string | null): number => prim.elements.find((one) => one.id === id)?.weight ?? 1;
  const weightIn = ({ signer, element }: Activity): number => signer?.weight ?? weightOf(element);
  const done = elements
    .filter((one) => (one.status === 'done' || one.status === 'kept') && one.outcome !== null)
    .sort((a, b) => (a.endedSeq ?? 0) - (b.endedSeq ?? 0));
  const waiting = (parent.planned ?? []).filter((id) => elements.every((one) => one.element !== id));
  return {
    declared: prim.work.outcomes,
    votes: done.map((one) => ({ outcome: one.outcome ?? '', weight: weightIn(one) })),
    weights: [...elements.map(weightIn), ...waiting.map(weightOf)],
    params: prim.params ?? {},
  };
}
