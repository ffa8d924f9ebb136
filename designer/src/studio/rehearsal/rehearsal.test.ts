import { defaultCalendar } from '@tongban/shared/calendar';
import { compile } from '@tongban/shared/compiler';
import { designSchema, emptyDesign, type Design } from '@tongban/shared/document';
import { describe, expect, it } from 'vitest';
import { castOf } from './cast.ts';
import { coverageOf, coveragePercent } from './coverage.ts';
import { createSession, type Session } from './session.ts';

const MORNING = Date.parse('2026-11-23T01:00:00Z');
const words = { applicant: 'Someone', handler: (office: string) => `Clerk of ${office}`, number: 'R-1' };

function drawn(): Design {
  const lane = (id: string, type: string | null) => ({
    id,
    order: id,
    name: `Lane ${id}`,
    party: type === null ? { kind: 'applicant' } : { kind: 'department', type },
  });
  const decision = (id: string, tone: string) => ({ id, order: tone === 'positive' ? 'a' : 'b', name: id, tone });
  const edge = (id: string, from: string, to: string, more: object = {}) => [id, { id, from, to, ...more }];
  return designSchema.parse({
    ...emptyDesign('t', 'T'),
    flow: {
      lanes: { who: lane('who', null), one: lane('one', 'a'), two: lane('two', 'b') },
      nodes: {
        begin: { id: 'begin', kind: 'start', name: 'Submit', lane: 'who' },
        check: {
          id: 'check',
          kind: 'task',
          name: 'Check',
          lane: 'one',
          post: 'clerk',
          deadline: { amount: 2, unit: 'workday' },
          powers: { correct: true, return: false, reject: true },
          decisions: { yes: decision('yes', 'positive'), no: decision('no', 'negative') },
        },
        ask: {
          id: 'ask',
          kind: 'dispatch',
          name: 'Opinions',
          decisions: { ok: decision('ok', 'positive') },
          bodies: {
            x: { id: 'x', order: 'a', name: 'Body X', party: { kind: 'department', type: 'b' } },
            y: { id: 'y', order: 'b', name: 'Body Y', party: { kind: 'department', type: 'c' } },
          },
        },
        good: { id: 'good', kind: 'end', name: 'Good', result: 'approved' },
        bad: { id: 'bad', kind: 'end', name: 'Bad', result: 'refused' },
      },
      edges: Object.fromEntries([
        edge('e1', 'begin', 'check'),
        edge('e2', 'check', 'ask', { decision: 'yes' }),
        edge('e3', 'check', 'bad', { decision: 'no' }),
        edge('e4', 'ask', 'good'),
      ]),
    },
    form: {
      sections: { s: { id: 's', order: 'a', name: 'S' } },
      fields: {
        name: { id: 'name', order: 'a', section: 's', kind: 'text', name: 'Name', rules: { required: true } },
        age: {
          id: 'age',
          order: 'b',
          section: 's',
          kind: 'number',
          name: 'Age',
          source: { type: 'shared', register: 'r', attribute: 'age' },
        },
      },
    },
  });
}

function session(design = drawn()): Session {
  const { executable, diagnostics } = compile(design, { items: {} });
  if (!executable) throw new Error(`Expected the design to lower: ${JSON.stringify(diagnostics)}`);
  return createSession({
    design,
    executable,
    calendar: defaultCalendar(),
    startAt: MORNING,
    words,
    registerName: () => 'Register',
    brought: { age: 40 },
  });
}
const turns = (one: Session) => one.turns().map((turn) => [turn.kind, turn.office, turn.step]);

describe('rehearsal', () => {
  it('asks one office after the other, and the departments of a dispatch side by side', () => {
    const one = session();
    expect(turns(one)).toEqual([['start', 'Lane who', 'Submit']]);
    expect(one.start({ name: 'Li' })).toEqual({ ok: true });
    expect(turns(one)).toEqual([['work', 'Lane one', 'Check']]);
    const [check] = one.turns();
    const work = one.work(check?.key ?? '');
    expect(work?.outcomes.map((outcome) => outcome.id)).toEqual(['yes', 'no']);
    expect(
      one.act(check?.key ?? '', {
        type: 'complete',
        activity: check?.key ?? '',
        outcome: 'yes',
        opinion: '',
        patch: {},
      }),
    ).toEqual({ ok: true });
    expect(one.turns().map((turn) => turn.office)).toEqual(['Body X', 'Body Y']);
    for (const turn of one.turns()) {
      const done = one.act(turn.key, { type: 'complete', activity: turn.key, outcome: 'ok', opinion: '', patch: {} });
      expect(done).toEqual({ ok: true });
    }
    expect(one.turns()).toEqual([]);
    expect(one.state()?.result).toBe('approved');
    expect([...one.walked()].sort()).toEqual(['e1', 'e2', 'e4']);
    expect([...one.done()].sort()).toEqual(['ask', 'begin', 'check']);
  });

  it('tells at the field what is missing, and keeps the case where it was', () => {
    const one = session();
    const result = one.start({});
    expect(result).toMatchObject({ ok: false, rejection: { code: 'fieldRequired' } });
    expect(turns(one)).toEqual([['start', 'Lane who', 'Submit']]);
  });

  it('shows shared data with its source, and a correction as the applicant meets it', () => {
    const one = session();
    one.start({ name: 'Li' });
    const key = one.turns()[0]?.key ?? '';
    const fields = one.work(key)?.sections.flatMap((section) => section.fields) ?? [];
    expect(fields.find((field) => field.key === 'age')).toMatchObject({
      value: 40,
      origin: { type: 'shared', registerName: 'Register' },
    });
    const remarks = { fields: { name: 'Not the full name' }, materials: {}, general: '' };
    expect(one.act(key, { type: 'askCorrection', activity: key, remarks })).toEqual({ ok: true });
    expect(turns(one)).toEqual([['correction', 'Lane who', 'Check']]);
    expect(one.correction(key)?.remarks.fields).toEqual({ name: 'Not the full name' });
    expect(one.resubmit({ name: 'Li Four' })).toEqual({ ok: true });
    expect(turns(one)).toEqual([['work', 'Lane one', 'Check']]);
    expect(one.timeline().map((entry) => entry.type)).toContain('correctionAnswered');
  });

  it('runs its clock to the next limit and no further', () => {
    const one = session();
    expect(one.nextDue()).toBeNull();
    one.start({ name: 'Li' });
    const due = one.nextDue() ?? 0;
    expect(new Date(due).toISOString()).toBe('2026-11-25T09:31:00.000Z');
    one.advance(due);
    const work = one.work(one.turns()[0]?.key ?? '');
    expect(work?.clock?.overdue).toBe(true);
    expect(one.nextDue()).toBeNull();
  });

  it('knows the same role as the same office', () => {
    const { executable } = compile(drawn(), { items: {} });
    if (!executable) throw new Error('Expected the design to lower');
    const { bindings } = castOf(executable, words);
    expect(bindings['ask/x']?.department).toBe(bindings['two']?.department);
    expect(bindings['ask/y']?.department).not.toBe(bindings['two']?.department);
    expect(bindings['who']).toBeUndefined();
  });

  it('counts ways, and never rounds up to all of them', () => {
    const { flow } = drawn();
    expect(coverageOf(flow, new Set(['e1', 'gone']))).toMatchObject({ walked: 1, total: 4, open: ['e2', 'e3', 'e4'] });
    const nearly = { walked: 999, total: 1000, share: 0.999, open: ['x'] };
    expect(coveragePercent(nearly)).toBe(99);
    expect(coveragePercent({ ...nearly, open: [] })).toBe(100);
    expect(coveragePercent(coverageOf(emptyDesign('t', 'T').flow, new Set()))).toBe(0);
  });
});
