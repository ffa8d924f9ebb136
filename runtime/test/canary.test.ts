/**
 * A canary in every field, opinion, remark and file name. At every stage of the case, for every procedure and every
 * role, what the role may not see stands in none of the bytes it gets: lists, views, errors, live updates.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileRef } from '@tongban/shared/kernel';
import { appRouter } from '../src/api/router.ts';
import type { CaseCommand } from '../src/cases/types.ts';
import { openWeb, type Web } from './http.ts';
import {
  DESIGN,
  draftOf,
  ID_NUMBER,
  newKey,
  openWorld,
  PEOPLE,
  publish,
  typed,
  type PersonRole,
  type World,
} from './world.ts';

const ROLES = Object.keys(PEOPLE) as PersonRole[];
const FILE_NAME = 'canary-file.pdf';
const CANARIES = {
  name: 'canary-name',
  phone: 'canary-phone',
  forA: 'canary-forA',
  forB: 'canary-forB',
  idNumber: ID_NUMBER,
  file: FILE_NAME,
  amount: '918273645',
  note: 'canary-note',
  judgeA: 'canary-judge-a',
  judgeB: 'canary-judge-b',
  closing: 'canary-closing',
  remark: 'canary-remark',
  opinionReview: 'canary-opinion-review',
  opinionA: 'canary-opinion-a',
  opinionB: 'canary-opinion-b',
  opinionClose: 'canary-opinion-close',
} as const;
type Canary = keyof typeof CANARIES;
type Allowed = Partial<Record<PersonRole, readonly Canary[]>>;

const FORM: readonly Canary[] = ['name', 'phone', 'forA', 'forB', 'idNumber', 'file', 'amount'];
const REVIEWED: readonly Canary[] = ['name', 'phone', 'forA', 'file', 'amount'];
const LEADERS = { supervisor: ['name'], admin: ['name'] } as const;

/** What each role may see at most, stage by stage; roles that are not named see nothing. */
const STAGES: Readonly<Record<string, Allowed>> = {
  draft: { applicant: FORM },
  review: {
    ...LEADERS,
    applicant: FORM,
    colleague: FORM,
    checker: [...REVIEWED, 'idNumber'],
    withoutPost: ['name'],
  },
  correcting: {
    ...LEADERS,
    applicant: [...FORM, 'remark'],
    colleague: [...FORM, 'remark'],
    checker: [...REVIEWED, 'idNumber', 'remark'],
    withoutPost: ['name'],
  },
  side: {
    ...LEADERS,
    applicant: FORM,
    colleague: FORM,
    checker: [...REVIEWED, 'idNumber', 'note', 'opinionReview'],
    withoutPost: [...REVIEWED, 'idNumber', 'note', 'opinionReview'],
    closer: ['name', 'opinionReview'],
  },
  ended: {
    ...LEADERS,
    applicant: FORM,
    colleague: FORM,
    checker: [...REVIEWED, 'note', 'judgeA', 'opinionReview', 'opinionA', 'opinionB'],
    withoutPost: [...REVIEWED, 'note', 'judgeA', 'opinionReview', 'opinionA', 'opinionB'],
    closer: ['name', 'forB', 'judgeB', 'closing', 'opinionReview', 'opinionB', 'opinionClose'],
  },
};
/** What must be seen, so that an empty answer does not pass for a safe one. */
const MUST: Readonly<Record<string, Allowed>> = {
  draft: { applicant: FORM },
  review: { applicant: FORM, checker: [...REVIEWED, 'idNumber'], supervisor: ['name'] },
  correcting: { applicant: ['remark', 'phone'], checker: ['remark'] },
  side: { checker: ['note', 'opinionReview'], closer: ['name', 'opinionReview'] },
  ended: {
    checker: ['note', 'judgeA', 'opinionReview', 'opinionA', 'opinionB'],
    closer: ['forB', 'judgeB', 'closing', 'opinionClose'],
  },
};

let world: World;
let web: Web;
const ids = { application: '', caseId: 'none', release: '', design: '', file: '', activity: 'none' };

beforeAll(async () => {
  world = await openWorld({ subjectName: CANARIES.name });
  web = await openWeb(world);
  ids.design = await draftOf(world);
  ids.release = (await publish(world, ids.design)).release;
});
afterAll(async () => {
  await web.http.close();
  await world.close();
});

/** Inputs that name the real things; calls that would change the case are made to be refused. */
function inputs(): Readonly<Record<string, readonly unknown[]>> {
  const { application, caseId, release, design, activity } = ids;
  const key = 'key-canary';
  const act = (command: CaseCommand): unknown => ({ id: caseId, key: newKey(), command });
  return {
    'session.options': [undefined],
    'session.enter': [{ card: 'none' }],
    'session.signIn': [{ account: 'none', password: 'none' }],
    'session.signOut': [],
    'session.me': [undefined],
    'directory.departments': [{}],
    'directory.types': [undefined],
    'directory.posts': [undefined],
    'directory.regions': [undefined],
    'directory.people': [{}],
    'directory.addRegion': [{ name: 'R', parent: 'none' }],
    'directory.addType': [{ name: '' }],
    'directory.addPost': [{ name: '' }],
    'directory.addDepartment': [{ name: 'D', type: 'none', region: 'none', parent: null }],
    'directory.addPerson': [{ name: 'P', account: 'x', password: 'x', department: null, posts: [], roles: [] }],
    'directory.setPosts': [{ person: 'none', posts: [], roles: [] }],
    'catalog.items': [{}],
    'catalog.elements': [{}],
    'catalog.registers': [undefined],
    'catalog.templates': [undefined],
    'catalog.context': [undefined],
    'designs.list': [undefined],
    'designs.create': [{ title: 'T', module: 'party', template: 'none' }],
    'designs.load': [{ id: design }],
    'designs.push': [{ id: design, generation: 9, update: '', client: 'c' }],
    'designs.changes': [],
    'designs.importJson': [{ text: '{' }],
    'designs.exportJson': [{ id: design }],
    'designs.replaceJson': [{ id: design, base: DESIGN, next: '{' }],
    'releases.preview': [{ design, departments: ['superior'] }],
    'releases.publish': [{ design, stateVector: '', departments: ['superior'] }],
    'releases.list': [{}],
    'releases.audience': [{ design }],
    'releases.document': [{ release }],
    'releases.inbox': [undefined],
    'releases.answer': [{ release, answer: 'confirmed', comment: '' }],
    'releases.definition': [{ release }],
    'portal.modules': [undefined],
    'portal.scenarios': [{ search: CANARIES.name.slice(0, 3) }, {}],
    'portal.scenario': [{ code: 'leave' }],
    'portal.open': [{ code: 'leave' }],
    'portal.application': [{ id: application }],
    'portal.identify': [{ id: application, key: 'x' }],
    'portal.save': [{ id: application, values: {} }],
    'portal.submit': ids.caseId === 'none' ? [] : [{ id: application, key }],
    'portal.mine': [{}, { status: 'running' }],
    'portal.drafts': [undefined],
    'cases.view': [{ id: caseId }],
    'cases.next': [{ id: caseId }],
    'cases.act': [
      act({ type: 'complete', activity, outcome: 'none', opinion: '', patch: {} }),
      act({
        type: 'complete',
        activity,
        outcome: 'yes',
        opinion: '',
        patch: typed({ forA: 1, forB: 'x', judgement: 1 }),
      }),
      act({ type: 'return', activity, to: 'review', reason: 'r', mode: 'straight' }),
      act({
        type: 'askCorrection',
        activity,
        remarks: { fields: { forB: 'r', none: 'r' }, materials: {}, general: '' },
      }),
      act({ type: 'resubmit', patch: typed({ note: 'x' }) }),
      act({ type: 'dispute', field: 'forB', comment: '' }),
      act({ type: 'reject', activity, reason: '' }),
      act({ type: 'terminate', reason: '' }),
    ],
    'cases.office': [{}, { search: 'canary' }],
    'cases.changes': [],
    'desk.inbox': [{ scope: 'open' }, { scope: 'done' }, { scope: 'open', search: 'canary' }],
    'desk.phrases': [undefined],
    'desk.addPhrase': [{ text: '' }],
    'supervision.overview': [undefined],
    'supervision.cases': [{}, { department: 'a' }],
    'calendar.current': [undefined],
    'calendar.overview': [undefined],
    'calendar.year': [{ region: '', year: 2026 }],
    'calendar.preview': [
      {
        change: {
          kind: 'region',
          region: '',
          office: null,
          days: [{ name: '休', date: '2026-11-24', isOffDay: true }],
        },
      },
    ],
    'calendar.change': [{ change: { kind: 'year', text: '{' }, against: 'x' }],
    'calendar.changes': [{}],
    'sharing.status': [undefined],
    'sharing.setUp': [{ register: 'none', up: true }],
  };
}

/** Everything this role can get hold of, as text. */
async function everything(role: PersonRole): Promise<string> {
  const asked: string[] = [];
  const table = inputs();
  const procedures = appRouter._def.procedures as unknown as Readonly<Record<string, { _def: { type: string } }>>;
  for (const [path, procedure] of Object.entries(procedures)) {
    const calls = table[path];
    if (!calls) throw new Error(`no canary input for ${path}`);
    for (const input of calls) asked.push((await web.ask(role, path, procedure._def.type, input)).body);
  }
  asked.push((await web.download(role, ids.file)).body);
  return asked.join('\n');
}

async function check(stage: string): Promise<void> {
  for (const role of ROLES) {
    const bytes = await everything(role);
    const allowed = STAGES[stage]?.[role] ?? [];
    for (const canary of Object.keys(CANARIES) as Canary[]) {
      if (!allowed.includes(canary))
        expect(bytes.includes(CANARIES[canary]), `${stage}: ${role} sees ${canary}`).toBe(false);
    }
    for (const canary of MUST[stage]?.[role] ?? []) {
      expect(bytes.includes(CANARIES[canary]), `${stage}: ${role} misses ${canary}`).toBe(true);
    }
  }
  expect(world.bugs).toEqual([]);
}

async function act(role: PersonRole, command: (activity: string) => CaseCommand): Promise<void> {
  const caller = await world.as(role);
  const view = await caller.cases.view({ id: ids.caseId });
  await caller.cases.act({ id: ids.caseId, key: newKey(), command: command(view.work[0]?.activity ?? '') });
}

describe('no canary leaves its cage', () => {
  test('while the form is a draft', async () => {
    const applicant = await world.as('applicant');
    ids.application = (await applicant.portal.open({ code: 'leave' })).id;
    const stored = await web.upload('applicant', `for=application&id=${ids.application}&field=paper`, {
      name: FILE_NAME,
      content: Buffer.from(`%PDF ${FILE_NAME}`),
    });
    const file = JSON.parse(stored.body) as FileRef;
    ids.file = file.id;
    await applicant.portal.identify({ id: ids.application, key: ID_NUMBER });
    const { phone, forA, forB } = CANARIES;
    const { problems } = await applicant.portal.save({
      id: ids.application,
      values: { phone, forA, forB, amount: Number(CANARIES.amount), paper: [file] },
    });
    expect(problems).toEqual([]);
    await check('draft');
  });

  test('while it is reviewed', async () => {
    const applicant = await world.as('applicant');
    ids.caseId = (await applicant.portal.submit({ id: ids.application, key: 'key-canary' })).caseId;
    const view = await (await world.as('checker')).cases.view({ id: ids.caseId });
    ids.activity = view.work[0]?.activity ?? '';
    await check('review');
  });

  test('while it is corrected', async () => {
    await act('checker', (activity) => ({
      type: 'askCorrection',
      activity,
      remarks: { fields: { phone: CANARIES.remark }, materials: {}, general: '' },
    }));
    await check('correcting');
    await act('applicant', () => ({ type: 'resubmit', patch: {} }));
  });

  test('while offices judge side by side', async () => {
    await act('checker', (activity) => ({
      type: 'complete',
      activity,
      outcome: 'yes',
      opinion: CANARIES.opinionReview,
      patch: typed({ note: CANARIES.note }),
    }));
    await check('side');
  });

  test('when it has ended', async () => {
    const judge =
      (element: string, value: string, opinion: string) =>
      (activity: string): CaseCommand => ({
        type: 'complete',
        activity,
        outcome: 'fine',
        opinion,
        patch: typed({ [`judgement@${element}`]: value }),
      });
    await act('checker', judge('a', CANARIES.judgeA, CANARIES.opinionA));
    await act('closer', judge('b', CANARIES.judgeB, CANARIES.opinionB));
    await act('closer', (activity) => ({
      type: 'complete',
      activity,
      outcome: 'done',
      opinion: CANARIES.opinionClose,
      patch: typed({ closing: CANARIES.closing }),
    }));
    await check('ended');
  });

  test('in live updates: ids only, and only to those who may know of the case', async () => {
    const ending = new AbortController();
    const heard = new Map<PersonRole, unknown[]>();
    const listening = ROLES.map(async (role) => {
      const session = await world.server.inner.directory.person(PEOPLE[role]);
      if (!session) throw new Error(role);
      const into: unknown[] = [];
      heard.set(role, into);
      for await (const change of world.app.cases.changes(session, ending.signal)) into.push(change);
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const applicant = await world.as('applicant');
    const { id } = await applicant.portal.open({ code: 'leave' });
    await applicant.portal.identify({ id, key: ID_NUMBER });
    await applicant.portal.save({ id, values: { phone: CANARIES.phone } });
    const { caseId } = await applicant.portal.submit({ id, key: 'key-canary-2' });
    await expect.poll(() => heard.get('applicant')?.length).toBe(1);
    ending.abort();
    await Promise.all(listening);
    const told = ROLES.filter((role) => (heard.get(role)?.length ?? 0) > 0).sort();
    expect(told).toEqual(['admin', 'applicant', 'checker', 'colleague', 'supervisor', 'withoutPost']);
    for (const role of told) expect(Object.keys(heard.get(role)?.[0] ?? {})).toEqual(['caseId', 'seq']);
    expect(heard.get('applicant')).toMatchObject([{ caseId }]);
  });
});
