/**
 * The plan of the sample cases plays through the kernel without one refusal, whenever the product is first started, and
 * gives supervisors something of every colour and state.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { addWorkingMinutes, dayMinutes, defaultCalendar, readClock } from '@tongban/shared/calendar';
import { compile } from '@tongban/shared/compiler';
import type { Design } from '@tongban/shared/document';
import { execute, type Actor, type CaseState, type Command, type Patch, type Runnable } from '@tongban/shared/kernel';
import { describe, expect, test } from 'vitest';
import {
  casesSchema,
  catalogSchema,
  directorySchema,
  readData,
  registerRecordsSchema,
  templateSchema,
  type CasePlan,
  type CaseStep,
} from '../../runtime/src/demo/data-schema.ts';

const root = new URL('../../shared/src/templates/', import.meta.url);
function read<T>(path: string, schema: Parameters<typeof readData<T>>[2]): T {
  const found = readData(path, readFileSync(new URL(path, root), 'utf8'), schema);
  if (!found.ok) throw new Error(found.message);
  return found.value;
}
const plans = read('demo/cases.json', casesSchema);
const directory = read('demo/directory.json', directorySchema);
const items = Object.fromEntries(read('catalog.json', catalogSchema).map((item) => [item.id, item]));
const records = new Map(
  readdirSync(new URL('demo/registers', root)).map((name) => {
    const file = read(`demo/registers/${name}`, registerRecordsSchema);
    return [file.register, file.records];
  }),
);
const calendar = defaultCalendar();
const departmentOf = new Map(directory.departments.map((one) => [one.id, one]));

function actorOf(id: string): Actor {
  const person = directory.people.find((one) => one.id === id);
  if (!person) throw new Error(`Expected a person ${id}`);
  const department = person.department === null ? null : departmentOf.get(person.department);
  const { name, posts } = person;
  const admin = person.roles.includes('admin');
  return { person: id, name, department: person.department, departmentName: department?.name ?? null, posts, admin };
}

function runnableOf(design: Design): Runnable {
  const { definition } = compile(design, { items });
  if (!definition) throw new Error(`Expected ${design.meta.code} to compile`);
  return definition;
}

function bindingsOf(design: Design, applicant: string): Record<string, { department: string; name: string }> {
  const unit = departmentOf.get(actorOf(applicant).department ?? '');
  const office = (type: string) => directory.departments.find((one) => one.type === type);
  const bound = new Map<string, ReturnType<typeof office>>();
  for (const lane of Object.values(design.flow.lanes)) {
    if (lane.party.kind === 'department') bound.set(lane.id, office(lane.party.type));
    if (lane.party.kind === 'applicantSuperior') bound.set(lane.id, departmentOf.get(unit?.parent ?? ''));
  }
  for (const node of Object.values(design.flow.nodes)) {
    if (node.kind !== 'dispatch') continue;
    for (const { id, party } of Object.values(node.bodies)) {
      if (party.kind === 'department') bound.set(`${node.id}/${id}`, office(party.type));
    }
  }
  return Object.fromEntries(
    [...bound].flatMap(([key, one]) => (one ? [[key, { department: one.id, name: one.name }]] : [])),
  );
}

const typed = (values: Readonly<Record<string, string | number | boolean>>, key = (id: string) => id): Patch =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [key(id), { value, origin: { type: 'manual' } }]));

function fetched(design: Design, subject: string, at: number): Patch {
  const patch: Record<string, Patch[string]> = {};
  for (const { id, source } of Object.values(design.form.fields)) {
    if (source.type !== 'shared') continue;
    const value = records.get(source.register)?.[subject]?.[source.attribute];
    const origin = { type: 'shared', register: source.register, registerName: source.register, at } as const;
    if (value !== undefined) patch[id] = { value, origin };
  }
  return patch;
}

function commandOf(design: Design, state: CaseState, step: CaseStep): Command {
  if (step.do === 'resubmit') return { type: 'resubmit', patch: typed(step.values) };
  const open = Object.values(state.activities).find(
    (one) =>
      one.node === step.node && one.element === (step.element ?? null) && one.status === 'open' && one.kind === 'work',
  );
  if (!open) throw new Error(`Expected an open task at ${step.node}/${step.element ?? ''}`);
  const activity = open.id;
  const own = (id: string) =>
    design.form.fields[id]?.access[step.node] === 'own' && step.element !== undefined ? `${id}@${step.element}` : id;
  switch (step.do) {
    case 'claim':
      return { type: 'claim', activity };
    case 'complete':
      return {
        type: 'complete',
        activity,
        outcome: step.outcome,
        opinion: step.opinion,
        patch: typed(step.values, own),
      };
    case 'askCorrection':
      return {
        type: 'askCorrection',
        activity,
        remarks: step.remarks,
        ...(step.reason ? { reason: step.reason } : {}),
      };
    case 'return':
      return { type: 'return', activity, to: step.to, reason: step.reason, mode: step.mode };
    case 'reject':
      return { type: 'reject', activity, reason: step.reason };
  }
}

function play(design: Design, definition: Runnable, plan: CasePlan, now: number): CaseState {
  const day = dayMinutes(calendar);
  const startedAt = addWorkingMinutes(calendar, now, Math.round(-plan.startedWorkdaysAgo * day));
  const give = (state: CaseState | null, command: Command, as: string, at: number): CaseState => {
    const done = execute(definition, state, command, { now: at, actor: actorOf(as), calendar });
    if (!done.ok) throw new Error(`${plan.id} ${as} ${command.type}: ${JSON.stringify(done.rejection)}`);
    return done.state;
  };
  const bindings = bindingsOf(design, plan.applicant);
  const patch = { ...fetched(design, plan.subjectKey, startedAt), ...typed(plan.values) };
  const start = { type: 'start', caseId: plan.id, release: 'r', version: 1, number: plan.id, region: 'r' } as const;
  let state = give(null, { ...start, bindings, patch, trial: false }, plan.applicant, startedAt);
  for (const step of plan.steps) {
    const at = addWorkingMinutes(calendar, startedAt, Math.round(step.after.workdays * day));
    state = give(state, commandOf(design, state, step), step.as, at);
  }
  return state;
}

const designs = ['retirement', 'investment'].map((name) => read(`${name}/design.json`, templateSchema));
/** Every flow that sample data may be set to run on; the ones of before take longer than what is promised now. */
const flows = designs.flatMap((design) => [
  { name: `${design.meta.code} main`, design },
  ...Object.values(design.variants).map(({ id, flow }) => ({
    name: `${design.meta.code} ${id}`,
    design: { ...design, flow, policies: { ...design.policies, promise: { amount: 15, unit: 'workday' as const } } },
  })),
]);

/** A Sunday, an afternoon in office hours, and the turn to a year without holiday data. */
const firstStarts = ['2026-11-22T16:00:00+08:00', '2026-11-25T15:20:00+08:00', '2026-12-28T09:00:00+08:00'];

describe.each(firstStarts)('first started at %s', (text) => {
  const now = Date.parse(text);
  const played = flows.map(({ name, design }) => {
    const definition = runnableOf(design);
    const mine = plans.filter((plan) => plan.scenario === design.meta.code);
    return { name, definition, states: mine.map((plan) => play(design, definition, plan, now)) };
  });

  test('no command of the plan is refused', () => {
    for (const { states } of played) expect(states.length).toBeGreaterThan(20);
  });

  test('about half of the cases have ended, in every way a case can end', () => {
    const states = played.filter(({ name }) => name.endsWith('main')).flatMap((one) => one.states);
    const ended = states.filter((state) => state.status === 'ended');
    expect(ended.length).toBeGreaterThanOrEqual(25);
    expect(states.length - ended.length).toBeGreaterThanOrEqual(25);
    expect(new Set(ended.map((state) => state.result))).toEqual(new Set(['approved', 'refused', 'rejected']));
  });

  test('the running ones show every colour, some are late, some wait for a correction', () => {
    const readings = played
      .filter(({ name }) => name.endsWith('main'))
      .flatMap(({ states, definition }) =>
        states
          .filter((state) => state.status === 'running' && state.clock !== null)
          .map((state) => readClock(state.clock!, now, calendar, definition.executable.policies)),
      );
    const count = (state: string) => readings.filter((one) => one.state === state).length;
    expect(count('red')).toBeGreaterThanOrEqual(3);
    expect(count('amber')).toBeGreaterThanOrEqual(6);
    expect(count('green')).toBeGreaterThanOrEqual(6);
    expect(count('paused')).toBeGreaterThanOrEqual(2);
    expect(readings.filter((one) => one.overdue).length).toBeGreaterThanOrEqual(1);
  });

  test('people are at work in every step of every flow', () => {
    for (const { name, states, definition } of played) {
      const open = new Set(
        states.flatMap((state) =>
          Object.values(state.activities)
            .filter((one) => one.status === 'open' || one.status === 'correcting')
            .map((one) => one.node),
        ),
      );
      const work = Object.values(definition.executable.prims).filter((prim) => 'work' in prim);
      expect(
        work.map((prim) => prim.id).filter((id) => !open.has(id)),
        name,
      ).toEqual([]);
    }
  });
});
