import { describe, expect, it } from 'vitest';
import type { CaseView, FieldView, Runnable, Viewer } from './index.ts';
import { applicant, end, field, manual, netOfPrims, officer, person, Play, startCommand, task } from './testing.ts';
import { confidential, look, viewer } from './testing-view.ts';

const fieldsOf = (shown: CaseView | null): FieldView[] => shown?.sections.flatMap((section) => section.fields) ?? [];
/** The commands that a step's own powers and its state give; what people may do besides is in powers.test.ts. */
const DECIDING = ['claim', 'release', 'complete', 'askCorrection', 'return', 'reject'];
const deciding = (work: CaseView['work'][number] | undefined): string[] =>
  (work?.commands ?? []).filter((command) => DECIDING.includes(command));
const keysOf = (shown: CaseView | null): string[] => fieldsOf(shown).map((one) => one.key);

describe('view', () => {
  it('is nothing at all for a person who has nothing to do with the case', () => {
    const play = new Play(confidential({}, 'everyone'));
    play.start();
    expect(look(play, viewer('elsewhere'))).toBeNull();
    expect(look(play, viewer(null))).toBeNull();
    expect(look(play, viewer('office-e1'))).toBeNull();
    expect(look(play, viewer('office-first'))).not.toBeNull();
    expect(look(play, viewer('applying'))).not.toBeNull();
    expect(look(play, viewer('elsewhere', { roles: ['supervisor'] }))?.sections).toEqual([]);
  });

  it('gives the handler what the decision needs, and the commands that will be taken', () => {
    const play = new Play(confidential({ f: { start: 'write', first: 'required' } }, 'handlers'));
    play.start();
    const [open] = look(play, viewer('office-first'))?.work ?? [];
    expect(open).toMatchObject({
      node: 'first',
      mine: false,
      correctionNeedsReason: false,
      clock: { state: 'green' },
    });
    expect(deciding(open)).toEqual(['claim', 'complete', 'askCorrection', 'reject']);
    expect(open?.sections[0]?.fields[0]).toMatchObject({ key: 'f', access: 'required', required: true });
    play.do(officer('first'), { type: 'claim', activity: play.open('first') });
    const mine = look(play, viewer('office-first', { person: 'of-first' }))?.work[0];
    expect(mine?.mine).toBe(true);
    expect(deciding(mine)).toEqual(['release', 'complete', 'askCorrection', 'reject']);
    expect(look(play, viewer('office-first'))?.work[0]).toMatchObject({ commands: [], claimedByName: 'Name of-first' });
    for (const kind of deciding(mine)) {
      const activity = play.open('first');
      const remarks = { fields: {}, materials: {}, general: 'x' };
      const again = new Play(play.definition);
      again.start();
      again.do(officer('first'), { type: 'claim', activity });
      const command = {
        release: { type: 'release', activity },
        complete: { type: 'complete', activity, outcome: 'ok', opinion: '', patch: manual({ f: 'x' }) },
        askCorrection: { type: 'askCorrection', activity, remarks },
        reject: { type: 'reject', activity, reason: 'r' },
      } as const;
      const known = kind as keyof typeof command;
      expect(again.try(officer('first'), command[known]).ok).toBe(true);
    }
  });

  it('offers return targets only when they were done, and the elements that can be ticked', () => {
    const base = confidential({}, 'handlers');
    const all = base.executable.prims['all'];
    if (all?.type !== 'many') throw new Error('Expected a dispatch');
    const definition: Runnable = {
      identity: 'i',
      executable: {
        ...base.executable,
        fields: [field('ticks', { start: 'hidden', first: 'write' }, { kind: 'department' })],
        prims: { ...base.executable.prims, all: { ...all, choice: { mode: 'ticked', field: 'ticks' } } },
      },
    };
    const play = new Play(definition);
    play.start();
    const options = look(play, viewer('office-first'))?.work[0]?.tickable['ticks'];
    expect(options?.map((one) => one.name)).toEqual(['Body 1', 'Body 2']);
    play.complete('first', 'ok', { ticks: ['e2'] });
    const body = look(play, viewer('office-e2'))?.work[0];
    expect(deciding(body)).toEqual(['claim', 'complete', 'askCorrection', 'return', 'reject']);
    expect(body?.returnTargets).toEqual([{ node: 'first', name: 'first' }]);
    play.answer('all', 'e2');
    expect(look(play, viewer('office-review'))?.work[0]?.returnTargets.map((one) => one.node)).toEqual([
      'all',
      'first',
    ]);
  });

  it('masks ID numbers and phones for those who have no open task', () => {
    const definition = netOfPrims([task('a', 'b'), task('b', 'end'), end()], ['start>a', 'a>b', 'b>end'], {
      fields: [field('phone', { start: 'write', a: 'read', b: 'read' }, { kind: 'phone' })],
    });
    const play = new Play(definition);
    play.start({ phone: '13912345678' });
    const phone = (who: Viewer) => fieldsOf(look(play, who))[0];
    expect(phone(viewer('office-a'))).toMatchObject({ value: '13912345678', masked: false });
    expect(phone(viewer('applying'))).toMatchObject({ value: '13912345678', masked: false });
    play.complete('a');
    expect(phone(viewer('office-a'))?.masked).toBe(true);
    expect(JSON.stringify(look(play, viewer('office-a')))).not.toContain('13912345678');
    expect(phone(viewer('office-b'))?.masked).toBe(false);
  });

  it('computes computed fields and applies rules before it shows anything', () => {
    const definition = netOfPrims([task('a', 'end'), end()], ['start>a', 'a>end'], {
      fields: [
        field('n', { start: 'write', a: 'hidden' }, { kind: 'number' }),
        field(
          'twice',
          { start: 'read', a: 'read' },
          { kind: 'number', source: { type: 'computed', feel: 'form.n * 2' } },
        ),
        field(
          'shy',
          { start: 'write', a: 'read' },
          {
            visible: { type: 'compare', left: { type: 'field', id: 'n' }, op: 'gt', right: 5 },
          },
        ),
      ],
    });
    const play = new Play(definition);
    play.start({ n: 4 });
    expect(fieldsOf(look(play, viewer('office-a')))).toMatchObject([
      { key: 'twice', value: 8, origin: { type: 'computed' } },
    ]);
    const big = new Play(definition);
    big.start({ n: 6, shy: 'here' });
    const shown = fieldsOf(look(big, viewer('office-a')));
    expect(shown.map((one) => one.key)).toEqual(['twice', 'shy']);
    // The rule reads a field that this office does not see: it stays on the server.
    expect(shown[1]?.field.visible).toBeNull();
    expect(fieldsOf(look(big, viewer('applying')))[2]?.field.visible).not.toBeNull();
  });

  it('shows the applicant each open correction with the fields to correct, and the asking office its remark', () => {
    const play = new Play(
      confidential(
        { f: { start: 'write', first: 'read', review: 'read' }, g: { start: 'read', first: 'read' } },
        'handlers',
      ),
    );
    play.start({ f: 'x' });
    const remarks = { fields: { f: 'REMARK-F' }, materials: {}, general: 'GENERAL' };
    play.do(officer('first'), { type: 'askCorrection', activity: play.open('first'), remarks });
    const mine = look(play, viewer('applying'));
    expect(mine).toMatchObject({ status: 'correcting', commands: ['resubmit', 'withdraw'] });
    expect(mine?.corrections[0]).toMatchObject({ stepName: 'first', remarks: { general: 'GENERAL' } });
    const offered = mine?.corrections[0]?.sections.flatMap((section) => section.fields) ?? [];
    expect(offered.map((one) => [one.key, one.access, one.remark])).toEqual([
      ['f', 'write', 'REMARK-F'],
      ['g', 'read', null],
    ]);
    const asker = look(play, viewer('office-first'));
    expect(deciding(asker?.work[0])).toEqual(['claim', 'reject']);
    expect(asker?.work[0]?.correctionNeedsReason).toBe(true);
    expect(fieldsOf(asker)[0]?.remark).toBe('REMARK-F');
    expect(asker?.corrections).toEqual([]);
    expect(JSON.stringify(look(play, viewer(null, { roles: ['supervisor'] })))).not.toContain('REMARK-F');
    expect(look(play, viewer(null, { roles: ['supervisor'] }))?.steps[0]?.clock?.state).toBe('paused');
  });

  it('collects the answers of all departments for the office that reads them', () => {
    const play = new Play(confidential({ s: { start: 'hidden', all: 'own', review: 'read' } }, 'handlers'));
    play.start();
    play.complete('first');
    play.answer('all', 'e1', 'ok', { 's@e1': 'one' });
    play.answer('all', 'e2', 'no', { 's@e2': 'two' });
    expect(fieldsOf(look(play, viewer('office-review'))).map((one) => [one.key, one.element?.name, one.value])).toEqual(
      [
        ['s@e1', 'Body 1', 'one'],
        ['s@e2', 'Body 2', 'two'],
      ],
    );
    expect(keysOf(look(play, viewer('office-e1')))).toEqual(['s@e1']);
    expect(look(play, viewer('office-e1'))?.steps.map((one) => one.outcomeName)).toEqual([
      'OK',
      'OK',
      'OK',
      null,
      null,
    ]);
  });

  it('tells the history in order, and the reason of a return at both its ends only', () => {
    const play = new Play(confidential({}, 'everyone'));
    play.start();
    play.complete('first');
    const back = {
      type: 'return',
      activity: play.open('all', 'e1'),
      to: 'first',
      reason: 'REASON',
      mode: 'again',
    } as const;
    play.do(officer('e1'), back);
    const told = (who: Viewer) => look(play, who)?.timeline.map((one) => one.type) ?? [];
    expect(told(viewer('office-first'))).toEqual([
      'caseStarted',
      'activityStarted',
      'activityDecided',
      'activityStarted',
      'activityStarted',
      'returnedWithReason',
      'activityCancelled',
      'activityCancelled',
      'activityStarted',
    ]);
    expect(told(viewer('applying'))).toContain('returned');
    expect(JSON.stringify(look(play, viewer('applying')))).not.toContain('REASON');
    expect(JSON.stringify(look(play, viewer('office-e1')))).toContain('REASON');
  });

  it('offers an administrator to terminate, and applicant and handlers to dispute what is shared', () => {
    const shared = { type: 'shared', register: 'r', attribute: 'a' } as const;
    const definition = netOfPrims([task('a', 'end'), end()], ['start>a', 'a>end'], {
      fields: [field('s', { start: 'read', a: 'read' }, { source: shared })],
    });
    const play = new Play(definition);
    const origin = { type: 'shared', register: 'r', registerName: 'R', at: 1 } as const;
    play.do(applicant, startCommand(definition, { s: { value: 'v', origin } }));
    expect(look(play, viewer('applying'))?.commands).toEqual(['withdraw', 'dispute', 'urge']);
    expect(look(play, viewer('office-a'))?.commands).toEqual(['dispute']);
    expect(look(play, viewer(null, { roles: ['admin'] }))?.commands).toEqual(['urge', 'suspend', 'terminate']);
    play.do(officer('a'), { type: 'dispute', field: 's', comment: 'WRONG' });
    expect(fieldsOf(look(play, viewer('applying')))[0]?.disputed).toBe('WRONG');
    expect(JSON.stringify(look(play, viewer(null, { roles: ['supervisor'] })))).not.toContain('WRONG');
    play.do(person('root', null, { admin: true }), { type: 'terminate', reason: 'over' });
    expect(look(play, viewer('applying'))).toMatchObject({ commands: [], work: [], endReason: 'over' });
  });
});
