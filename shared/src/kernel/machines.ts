/**
 * Work that a machine or another case does. The kernel asks (an event that the outbox carries out) and takes the
 * answer as a command; what is asked for again has another attempt number, so that a late answer is known as one.
 */
import { BY_HAND, type Mapping } from '../definition/index.ts';
import { officeOf } from './activities.ts';
import { nameSubject } from './commands/write.ts';
import { finishHeld, startHeld } from './holders.ts';
import { workOf } from './index-of.ts';
import { JOB_FAILED } from './net.ts';
import { isCaught, throwError, valuesOf } from './throwing.ts';
import type {
  Activity,
  CasePrim,
  DataValue,
  JobPrim,
  JobResult,
  Origin,
  Problem,
  Rejection,
  Token,
  Value,
} from './types.ts';
import type { Turn } from './turn.ts';
import { takeValue } from './values.ts';

const MINUTE = 60_000;

export function enterJob(turn: Turn, prim: JobPrim, token: Token): null {
  const held = startHeld(turn, { node: prim.id, name: prim.name, kind: 'job', token, listening: prim.boundaries });
  requestJob(turn, prim, held.id, 1);
  return null;
}

export function requestJob(turn: Turn, prim: JobPrim, activity: string, attempt: number): void {
  turn.emit({ type: 'jobRequested', activity, attempt, inputs: valuesOf(turn.state, prim.job.inputs) });
}

/** The answer to an attempt. A wrong answer is a failure like another. */
export function answerJob(turn: Turn, prim: JobPrim, activity: Activity, result: JobResult): Rejection | null {
  if (!result.ok) return failJob(turn, prim, activity, result);
  const { name } = prim;
  const taken = takeMapped(turn, prim.job.into, result.values, {
    type: 'shared',
    register: prim.id,
    registerName: name,
    at: turn.facts.now,
  });
  const [wrong] = taken.problems;
  if (wrong) return failJob(turn, prim, activity, { code: 'answerInvalid', message: wrong.field, final: true });
  writeAs(turn, prim.id, taken.values);
  finishHeld(turn, activity, { outcome: 'done', name: '', edge: prim.out });
  return null;
}

function failJob(
  turn: Turn,
  prim: JobPrim,
  activity: Activity,
  failure: { readonly code: string; readonly message: string; readonly final: boolean },
): Rejection | null {
  const attempt = activity.attempts ?? 1;
  const { retries, retryMinutes, byHand } = prim.job;
  const again = !failure.final && attempt <= retries;
  const retryAt = again ? turn.facts.now + retryMinutes * MINUTE * 2 ** (attempt - 1) : null;
  const { code, message } = failure;
  turn.emit({ type: 'jobFailed', activity: activity.id, attempt, code, message, retryAt });
  if (again) return null;
  if (byHand) {
    startByHand(turn, prim, activity, byHand);
    return null;
  }
  if (isCaught(turn, prim.id, JOB_FAILED)) {
    const lineage = activity.token?.lineage ?? [];
    return throwError(turn, { node: prim.id, lineage, code: JOB_FAILED, activity });
  }
  turn.emit({ type: 'incidentRaised', code: JOB_FAILED, node: prim.id, activity: activity.id });
  return null;
}

/** 人工转录: a person does what the machine could not, and types in its answer. */
function startByHand(
  turn: Turn,
  prim: JobPrim,
  activity: Activity,
  { lane, post }: NonNullable<JobPrim['job']['byHand']>,
): void {
  const work = workOf(turn.index, prim.id);
  turn.emit({
    type: 'activityStarted',
    id: turn.nextId(),
    node: prim.id,
    element: BY_HAND,
    parent: activity.id,
    kind: 'work',
    name: work.name,
    ...officeOf(turn, lane, lane),
    post,
    token: null,
    budget: work.deadline,
    round: activity.round,
    timers: [],
  });
}

export function enterCase(turn: Turn, prim: CasePrim, token: Token): null {
  const held = startHeld(turn, { node: prim.id, name: prim.name, kind: 'case', token, listening: prim.boundaries });
  requestChild(turn, prim, held.id, 1);
  return null;
}

function requestChild(turn: Turn, prim: CasePrim, activity: string, attempt: number): void {
  const child = childId(activity, attempt);
  const inputs = valuesOf(turn.state, prim.inputs);
  turn.emit({ type: 'childRequested', activity, child, attempt, scenario: prim.scenario, inputs });
}

/** After a repair: another child of the same step. */
export function enterCaseAgain(turn: Turn, prim: CasePrim, activity: Activity): void {
  requestChild(turn, prim, activity.id, (activity.attempts ?? 1) + 1);
}

/** A nested scenario's case id derives from the activity that asks for it, and from how often it asked. */
export const childId = (activity: string, attempt: number): string => `${activity}c${attempt}`;

/** Error code of a nested scenario that ended with a result that the drawing has no way for. */
export const CHILD_FAILED = 'childFailed';

export function answerCase(
  turn: Turn,
  prim: CasePrim,
  activity: Activity,
  answer: { readonly result: string; readonly values: Readonly<Record<string, Value>> },
): Rejection | null {
  const origin: Origin = { type: 'shared', register: prim.id, registerName: prim.name, at: turn.facts.now };
  writeAs(turn, prim.id, takeMapped(turn, prim.outputs, answer.values, origin).values);
  // Withdrawn by its applicant: as good as terminated, where the drawing has no way of its own for it.
  const results = answer.result === 'withdrawn' ? ['withdrawn', 'terminated'] : [answer.result];
  const outcome = results.flatMap((id) => prim.outcomes.filter((one) => one.id === id))[0];
  if (outcome) {
    finishHeld(turn, activity, { outcome: outcome.id, name: outcome.name, edge: outcome.edge });
    return null;
  }
  if (isCaught(turn, prim.id, CHILD_FAILED)) {
    const lineage = activity.token?.lineage ?? [];
    return throwError(turn, { node: prim.id, lineage, code: CHILD_FAILED, activity });
  }
  turn.emit({ type: 'incidentRaised', code: CHILD_FAILED, node: prim.id, activity: activity.id });
  return null;
}

/** Values under outside names as values of fields; what was not sent stays, what does not fit is a problem. */
export function takeMapped(
  turn: Turn,
  mappings: readonly Mapping[],
  values: Readonly<Record<string, Value>>,
  origin: Origin,
): {
  readonly values: Readonly<Record<string, { value: Value; origin: Origin }>>;
  readonly problems: readonly Problem[];
} {
  const taken: Record<string, { value: Value; origin: Origin }> = {};
  const problems: Problem[] = [];
  for (const { field: id, name } of mappings) {
    const field = turn.index.fields.get(id);
    const sent = Object.hasOwn(values, name) ? values[name] : undefined;
    if (!field || sent === undefined || field.kind === 'note' || field.source.type === 'computed') continue;
    const checked = takeValue(field, id, sent);
    if (checked.problems.length > 0) problems.push(...checked.problems);
    else taken[id] = { value: checked.value, origin };
  }
  return { values: taken, problems };
}

/** Writes values by the system; what has not changed is not written again. */
export function writeAs(
  turn: Turn,
  node: string,
  values: Readonly<Record<string, { readonly value: Value; readonly origin: Origin }>>,
): void {
  const written: Record<string, DataValue> = {};
  for (const [key, { value, origin }] of Object.entries(values)) {
    const before = turn.state.data[key];
    if (before ? JSON.stringify(before.value) === JSON.stringify(value) : value === null) continue;
    written[key] = { value, origin, at: turn.facts.now, by: 'system', version: (before?.version ?? 0) + 1 };
  }
  if (Object.keys(written).length === 0) return;
  turn.emit({ type: 'valuesWritten', node, values: written });
  nameSubject(turn);
}
