/**
 * Plays the plan of the sample cases through the host, as people would: every value, task and clock comes from the
 * kernel, at instants relative to the first start. All steps run in the order of time.
 */
import { addWorkingMinutes, dayMinutes, type Calendar } from '@tongban/shared/calendar';
import type { Executable } from '@tongban/shared/definition';
import type { Actor, CaseState, Command, Patch, Value } from '@tongban/shared/kernel';
import { actorOf } from '../cases/people.ts';
import type { Directory } from '../directory/directory.ts';
import type { Host, Submitted } from '../hosts/host.ts';
import { newId } from '../ids.ts';
import { fillShared, patchOf, registersOf, takeTyped } from '../portal/form.ts';
import { allotNumber } from '../portal/numbers.ts';
import type { Portal } from '../portal/portal.ts';
import type { ReleaseRecord, ReleaseRecords } from '../releases/records.ts';
import type { SharingArea } from '../sharing/types.ts';
import type { Db } from '../storage/database.ts';
import type { CasePlan, CaseStep } from './data-schema.ts';
import { workdaysBefore } from './seed.ts';

export interface PlayDeps {
  readonly db: Db;
  readonly host: Host;
  readonly directory: Directory;
  readonly records: ReleaseRecords;
  readonly portal: Pick<Portal, 'bind'>;
  readonly sharing: SharingArea;
  readonly calendar: () => Calendar;
}

interface Move {
  readonly at: number;
  readonly plan: CasePlan;
  /** Null: the start. */
  readonly step: CaseStep | null;
}
interface Running {
  readonly caseId: string;
  readonly record: ReleaseRecord;
}

/** Returns what the kernel refused, one line each: a plan that fits its scenario gives none. */
export async function playCases(deps: PlayDeps, plans: readonly CasePlan[], now: number): Promise<readonly string[]> {
  const refusals: string[] = [];
  const running = new Map<string, Running>();
  for (const { at, plan, step } of movesOf(plans, deps.calendar(), now)) {
    const known = running.get(plan.id);
    if (step === null) {
      const begun = await begin(deps, plan, at);
      if (typeof begun === 'string') refusals.push(`${plan.id}: ${begun}`);
      else running.set(plan.id, begun);
    } else if (known) {
      const refusal = await move(deps, known, step, at);
      if (refusal === null) continue;
      refusals.push(`${plan.id} ${step.do} ${step.node}: ${refusal}`);
      running.delete(plan.id);
    }
  }
  if (deps.host.importing) await deps.host.endImport();
  return refusals;
}

function movesOf(plans: readonly CasePlan[], calendar: Calendar, now: number): readonly Move[] {
  const moves = plans.flatMap((plan): Move[] => {
    const start = workdaysBefore(calendar, now, plan.startedWorkdaysAgo);
    const steps = plan.steps.map((step) => ({
      at: addWorkingMinutes(calendar, start, Math.round(step.after.workdays * dayMinutes(calendar))),
      plan,
      step,
    }));
    return [{ at: start, plan, step: null }, ...steps];
  });
  return moves.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
}

async function begin(deps: PlayDeps, plan: CasePlan, at: number): Promise<Running | string> {
  const { db, host, directory, records, portal, sharing, calendar } = deps;
  const session = await directory.person(plan.applicant);
  if (!session) return `nobody is called ${plan.applicant}`;
  const book = await directory.book();
  const offered = await records.inForce(session.department ? book.chain(session.department.id) : []);
  const record = offered.find((one) => one.code === plan.scenario);
  if (!record) return `${plan.scenario} is not offered to ${plan.applicant}`;
  const { executable } = record.definition;
  const answers = await sharing.lookup(registersOf(executable), plan.subjectKey);
  const { keyField } = executable.subject;
  const filled = fillShared(
    executable,
    {},
    answers.map((answer) => ({ ...answer, at })),
    { keyField, key: plan.subjectKey },
  );
  const typed = takeTyped(executable, filled, plan.values);
  const problem = typed.problems[0];
  if (problem) return `${problem.field} ${problem.code}`;
  const caseId = newId();
  const number = await allotNumber(db, record.document, at, calendar().offsetMinutes);
  const { bindings, region } = await portal.bind(session, record);
  const submitted = await host.playAt(at, {
    caseId,
    actor: actorOf(session),
    command: {
      type: 'start',
      caseId,
      release: record.release,
      version: record.version,
      number,
      region,
      bindings,
      patch: patchOf(executable, typed.data),
      trial: false,
    },
  });
  return wordsOf(submitted) ?? { caseId, record };
}

async function move({ host, directory }: PlayDeps, known: Running, step: CaseStep, at: number): Promise<string | null> {
  const session = await directory.person(step.as);
  if (!session) return `nobody is called ${step.as}`;
  const loaded = await host.load(known.caseId);
  if (!loaded) return 'the case is not there';
  const actor: Actor = actorOf(session);
  const command = commandOf(known.record.definition.executable, loaded.state, step);
  if (typeof command === 'string') return command;
  return wordsOf(await host.playAt(at, { caseId: known.caseId, actor, command }));
}

function commandOf(executable: Executable, state: CaseState, step: CaseStep): Command | string {
  const element = step.element ?? null;
  if (step.do === 'resubmit') return { type: 'resubmit', patch: patchAt(executable, step, step.values) };
  const open = Object.values(state.activities).find(
    (one) => one.node === step.node && one.element === element && one.kind === 'work' && one.status === 'open',
  );
  if (!open) return `no open task${state.status === 'ended' ? ', the case has ended' : ''}`;
  const activity = open.id;
  switch (step.do) {
    case 'claim':
      return { type: 'claim', activity };
    case 'complete': {
      const { outcome, opinion, values } = step;
      return { type: 'complete', activity, outcome, opinion, patch: patchAt(executable, step, values) };
    }
    case 'askCorrection': {
      const { remarks, reason } = step;
      return { type: 'askCorrection', activity, remarks, ...(reason === undefined ? {} : { reason }) };
    }
    case 'return':
      return { type: 'return', activity, to: step.to, reason: step.reason, mode: step.mode };
    case 'reject':
      return { type: 'reject', activity, reason: step.reason };
  }
}

/** By data key: an answer of one's own carries its element. */
function patchAt(
  executable: Executable,
  step: { readonly node: string; readonly element?: string | undefined },
  values: Readonly<Record<string, Value>>,
): Patch {
  const { node, element } = step;
  const fields = new Map(executable.fields.map((field) => [field.id, field]));
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => {
      const access = fields.get(id)?.access;
      const own = element !== undefined && (access?.[`${node}/${element}`] ?? access?.[node]) === 'own';
      return [own ? `${id}@${element}` : id, { value, origin: { type: 'manual' } as const }];
    }),
  );
}

function wordsOf(submitted: Submitted): string | null {
  if (submitted.ok) return null;
  const { rejection } = submitted;
  if (!rejection) return 'keyReused';
  const problem = rejection.problems?.[0];
  const params = rejection.params ? ` ${JSON.stringify(rejection.params)}` : '';
  return `${rejection.code}${params}${problem ? ` (${problem.field} ${problem.code})` : ''}`;
}
