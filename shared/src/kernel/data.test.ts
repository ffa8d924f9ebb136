import { describe, expect, it } from 'vitest';
import type { Condition } from '../document/index.ts';
import { replay } from './index.ts';
import type { Origin, Patch } from './index.ts';
import {
  applicant,
  end,
  field,
  manual,
  netOfPrims,
  officer,
  outcome,
  person,
  Play,
  startCommand,
  task,
} from './testing.ts';

const when = (id: string, value: string): Condition => ({
  type: 'compare',
  left: { type: 'field', id },
  op: 'eq',
  right: value,
});
const shared = { type: 'shared', register: 'population', attribute: 'x' } as const;
const fromRegister: Origin = { type: 'shared', register: 'population', registerName: 'Population', at: 1 };
const typedIn: Origin = { type: 'manualUnverified', register: 'population' };

const form = () =>
  netOfPrims([task('a', 'end'), end()], ['start>a', 'a>end'], {
    subject: { kind: 'person', keyField: 'key', nameField: 'name' },
    fields: [
      field('key', { start: 'required', a: 'read' }, { kind: 'idCard' }),
      field('name', { start: 'read', a: 'read' }, { source: shared }),
      field('job', { start: 'read', a: 'read' }, { source: shared, required: true }),
      field('kind', { start: 'write', a: 'read' }),
      field('army', { start: 'write', a: 'read' }, { visible: when('kind', 'soldier'), required: true }),
      field('why', { start: 'write', a: 'read' }, { requiredWhen: when('kind', 'other') }),
      field('sum', { start: 'write', a: 'write' }, { kind: 'number', min: 0, max: 10 }),
      field(
        'twice',
        { start: 'read', a: 'read' },
        {
          kind: 'number',
          source: { type: 'computed', feel: 'form.sum * 2' },
          valid: { type: 'compare', left: { type: 'field', id: 'twice' }, op: 'lt', right: 15 },
          message: 'too much',
        },
      ),
      field('verdict', { start: 'hidden', a: 'required' }),
    ],
  });
const KEY = '000000199001010014';
const key = (): string => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(KEY[i]), 0);
  return KEY.slice(0, 17) + '10X98765432'[sum % 11];
};
const start = (patch: Patch) => {
  const play = new Play(form());
  return { play, command: startCommand(play.definition, patch) };
};

describe('the applicant’s form', () => {
  it('takes shared values from the server with their source, names the subject, and keeps them from being typed over', () => {
    const { play, command } = start({
      ...manual({ key: key(), kind: 'clerk', sum: 3 }),
      name: { value: 'Anna', origin: fromRegister },
      job: { value: 'cook', origin: fromRegister },
    });
    expect(play.do(applicant, command).slice(0, 3)).toEqual(['caseStarted', 'valuesWritten', 'subjectNamed']);
    expect(play.state.subject).toEqual({ name: 'Anna', key: key() });
    expect(play.state.data['job']).toMatchObject({ value: 'cook', origin: fromRegister, version: 1, by: 'ann' });

    const remarks = { fields: { job: 'wrong?', kind: 'check' }, materials: {}, general: '' };
    play.do(officer('a'), { type: 'askCorrection', activity: play.open('a'), remarks });
    const overwrite = { job: { value: 'boss', origin: fromRegister } };
    expect(play.refused(applicant, { type: 'resubmit', patch: overwrite }).code).toBe('fieldNotWritable');
    play.do(applicant, { type: 'resubmit', patch: { kind: { value: 'nurse', origin: fromRegister } } });
    expect(play.state.data['kind']).toMatchObject({ value: 'nurse', origin: { type: 'manual' }, version: 2 });
    expect(replay(play.events)).toEqual(play.state);
  });

  it('refuses shared values typed by hand while the register answers, and takes them marked while it does not', () => {
    const typed = manual({ key: key(), sum: 1, name: 'Anna', job: 'cook' });
    const { play, command } = start(typed);
    expect(play.refused(applicant, command)).toMatchObject({ code: 'fieldNotWritable' });
    const down = new Play(form(), play.now, { registersDown: ['population'] });
    down.do(applicant, command);
    expect(down.state.data['job']?.origin).toEqual(typedIn);
    const open = new Play(form());
    open.do(applicant, startCommand(form(), { ...manual({ key: key() }), job: { value: 'cook', origin: typedIn } }));
    const remarks = { fields: { job: 'check' }, materials: {}, general: '' };
    open.do(officer('a'), { type: 'askCorrection', activity: open.open('a'), remarks });
    open.do(applicant, { type: 'resubmit', patch: manual({ job: 'baker' }) });
    expect(open.state.data['job']).toMatchObject({ value: 'baker', origin: typedIn });
  });

  it('needs no field that a rule hides, and keeps nothing of it', () => {
    const { play, command } = start(manual({ key: key(), kind: 'clerk', army: 'navy' }));
    play.do(applicant, command);
    expect(play.state.data['army']).toBeUndefined();
    const soldier = start(manual({ key: key(), kind: 'soldier' }));
    expect(soldier.play.refused(applicant, soldier.command).problems).toEqual([
      { field: 'army', code: 'fieldRequired' },
    ]);
    const other = start(manual({ key: key(), kind: 'other' }));
    expect(other.play.refused(applicant, other.command).problems).toEqual([{ field: 'why', code: 'fieldRequired' }]);
  });

  it('names every problem at once, the gravest first', () => {
    const { play, command } = start(manual({ kind: 'other', sum: 'x', nothing: 'y', verdict: 'z', twice: 3 }));
    const rejection = play.refused(applicant, command);
    expect(rejection.code).toBe('fieldUnknown');
    expect(rejection.problems?.map((one) => [one.field, one.code])).toEqual([
      ['nothing', 'fieldUnknown'],
      ['verdict', 'fieldNotWritable'],
      ['twice', 'fieldNotWritable'],
      ['sum', 'wrongKind'],
      ['key', 'fieldRequired'],
      ['why', 'fieldRequired'],
    ]);
  });

  it('checks computed values by their rule', () => {
    const { play, command } = start(manual({ key: key(), sum: 8 }));
    expect(play.refused(applicant, command)).toEqual({
      code: 'fieldInvalid',
      problems: [{ field: 'twice', code: 'rule', params: { message: 'too much' } }],
    });
  });

  it('counts a version up only when the value changed', () => {
    const { play, command } = start(manual({ key: key(), sum: 1 }));
    play.do(applicant, command);
    expect(play.complete('a', 'ok', { verdict: 'fine', sum: 1 })[0]).toBe('valuesWritten');
    expect(play.state.data['sum']?.version).toBe(1);
    expect(play.state.data['verdict']).toMatchObject({ version: 1, by: 'of-a' });
  });
});

describe('a rule over the decision that is being given', () => {
  it('asks for a field with one decision and not with the other', () => {
    const granted: Condition = { type: 'compare', left: { type: 'decision', node: 'a' }, op: 'eq', right: 'ok' };
    const outcomes = [outcome('ok', 'a>end'), outcome('no', 'a>end')];
    const definition = netOfPrims([task('a', 'end', { outcomes }), end()], ['start>a', 'a>end'], {
      fields: [field('from', { start: 'hidden', a: 'write' }, { requiredWhen: granted })],
    });
    const begun = (): Play => {
      const play = new Play(definition);
      play.start();
      return play;
    };
    const [without, granting, refusing] = [begun(), begun(), begun()];
    expect(without.refused(officer('a'), without.completion('a', 'ok')).problems).toEqual([
      { field: 'from', code: 'fieldRequired' },
    ]);
    expect(granting.complete('a', 'ok', { from: 'May' })[0]).toBe('valuesWritten');
    expect(refusing.complete('a', 'no')[0]).toMatch('activityCompleted');
  });
});

describe('a dispute', () => {
  it('is raised on a shared value by who sees it, and leaves the value as it is', () => {
    const { play, command } = start({ ...manual({ key: key() }), job: { value: 'cook', origin: fromRegister } });
    play.do(applicant, command);
    const dispute = { type: 'dispute', field: 'job', comment: 'never was' } as const;
    expect(play.do(applicant, dispute)).toEqual(['disputeRaised']);
    expect(play.do(officer('a'), dispute)).toEqual(['disputeRaised']);
    expect(play.state.data['job']?.value).toBe('cook');
    expect(play.refused(applicant, { ...dispute, comment: '' }).code).toBe('reasonRequired');
    expect(play.refused(applicant, { ...dispute, field: 'verdict' }).code).toBe('fieldUnknown');
    expect(play.refused(applicant, { ...dispute, field: 'key' }).code).toBe('notAllowed');
    expect(play.refused(person('s', 'elsewhere'), dispute).code).toBe('notYours');
  });
});
