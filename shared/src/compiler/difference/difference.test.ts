import { describe, expect, it } from 'vitest';
import {
  putNode,
  removeElements,
  updateEdge,
  updateField,
  updateNode,
  type Design,
  type NodeOf,
} from '../../document/index.ts';
import { newNode } from '../../nodes/index.ts';
import { DIFFERENCE_WORDS, differenceSentence } from '../../words/difference.ts';
import { placesIn } from '../../words/sentence.ts';
import { applyParallel } from '../parallel/apply.ts';
import { DesignBuilder } from '../testing.ts';
import { difference, differenceFor } from './difference.ts';

const base = (): Design =>
  new DesignBuilder()
    .lane('east')
    .lane('west')
    .node('start', 'start')
    .task('review', { days: 2, decides: ['ok', '-no'] })
    .task('a', { days: 1, lane: 'east' })
    .task('b', { days: 2, lane: 'west' })
    .node('end', 'end')
    .node('end', 'refused')
    .chain('start', 'review')
    .edge('review', 'a', { decision: 'ok' })
    .edge('review', 'refused', { decision: 'no' })
    .chain('a', 'b', 'end')
    .field('name')
    .field('size', { kind: 'number', access: { a: 'read', b: 'read' } })
    .with((design) => ({ ...design, form: { ...design.form, defaultAccess: 'hidden' } }))
    .build();

const zh = (before: Design | null, after: Design): string[] =>
  difference(before, after).map((one) => differenceSentence(one, 'zh'));
const task = (design: Design, id: string, change: Partial<NodeOf<'task'>>): Design => updateNode(design, id, change);

describe('the difference between two versions', () => {
  it('is nothing when only positions, notes and order keys differ', () => {
    const before = base();
    const after: Design = {
      ...task(before, 'a', { note: 'ask again' }),
      layout: { a: { x: 1, y: 2 } },
      form: {
        ...before.form,
        fields: Object.fromEntries(
          Object.entries(before.form.fields).map(([id, field]) => [id, { ...field, order: `z${field.order}` }]),
        ),
      },
    };
    expect(difference(before, after)).toEqual([]);
    expect(difference(before, before)).toEqual([]);
  });

  it('says that steps work side by side, and what that brings', () => {
    expect(zh(base(), applyParallel(base(), [['a', 'b']]))).toEqual([
      '全程 5 → 4 个工作日。',
      'east、west改为并联办理。',
    ]);
    expect(zh(applyParallel(base(), [['a', 'b']]), base())).toEqual([
      '全程 4 → 5 个工作日。',
      'east、west不再并联办理。',
    ]);
  });

  it('says what happened to steps', () => {
    const before = base();
    const faster = task(before, 'b', { deadline: { amount: 1, unit: 'workday' }, name: 'quick' });
    expect(zh(before, faster)).toEqual([
      '全程 5 → 4 个工作日。',
      '环节“b”改名为“quick”。',
      '“quick”时限由 2 个工作日改为 1 个工作日。',
    ]);
    expect(zh(before, task(before, 'a', { lane: 'west' }))).toEqual(['“a”由east改为west办理。']);
    expect(zh(before, task(before, 'a', { powers: { correct: true, return: false, reject: true } }))).toEqual([
      '“a”可以补正。',
      '“a”可以退件。',
    ]);
    const added = updateEdge(putNode(before, newNode('task', { id: 'c', name: 'c', lane: 'east' })), 'b>end', {
      to: 'c',
    });
    expect(zh(before, added)).toContain('新增环节“c”（east）。');
    expect(zh(before, removeElements(before, ['b']))).toContain('取消环节“b”（west）。');
  });

  it('says what happened to decisions and where they lead', () => {
    const before = base();
    const back = updateEdge(before, 'review>no>refused', { to: 'end' });
    expect(zh(before, back)).toEqual(['“review”选“no”后改到“end”。']);
    const renamed = task(before, 'a', {
      decisions: { ok: { id: 'ok', order: 'a0', name: 'agreed', tone: 'positive', opinionRequired: true } },
    });
    expect(zh(before, renamed)).toEqual(['“a”的办理结果“ok”改为“agreed”。', '“a”选“agreed”时必须写意见。']);
  });

  it('says what happened to fields and materials', () => {
    const before = base();
    const shared = updateField(before, 'size', { source: { type: 'shared', register: 'r', attribute: 'x' } });
    expect(zh(before, shared)).toEqual([
      '手填由 2 项变为 1 项。',
      '“size”改为共享获取，不用再填。',
      '“start”可查看 1 项：size。',
    ]);
    expect(zh(before, updateField(before, 'size', { access: { a: 'read', b: 'hidden' } }))).toEqual([
      '“b”不再看到 1 项：size。',
    ]);
    const material = (id: string, exempt: boolean) => ({ [id]: { id, order: 'a0', name: id, exempt } });
    const two = { ...before, materials: { ...material('m1', false), ...material('m2', false) } };
    expect(zh(two, { ...before, materials: material('m1', true) })).toEqual(['材料减少 2 份：m2、m1。']);
    const later = { ...two, materials: { ...two.materials, m2: { ...two.materials.m2!, deferrable: true } } };
    expect(zh(two, later)).toEqual(['材料“m2”可以容缺，承诺后补齐。']);
    expect(zh(later, two)).toEqual(['材料“m2”不再容缺，提交时必须齐备。']);
  });

  it('says what people may do with a task, and what the usual policies are changed to', () => {
    const before = base();
    const powers = { correct: false, return: false, reject: false };
    // What is usual is no change, whether it is said or not.
    expect(zh(before, task(before, 'a', { powers: { ...powers, consult: true } }))).toEqual([
      '细节有调整，不影响流程和表单的用法。',
    ]);
    expect(zh(before, task(before, 'a', { powers: { ...powers, handOver: false, addSigner: true } }))).toEqual([
      '“a”不能再转办。',
      '“a”可以加签。',
    ]);
    const policies = {
      ...before.policies,
      withdrawUntil: 'a',
      urgeEvery: { amount: 1, unit: 'workday' as const },
      curePeriod: { amount: 15, unit: 'workday' as const },
    };
    expect(zh(before, { ...before, policies })).toEqual([
      '“a”作出决定后，申请人不能再撤回。',
      '同一任务每 1 个工作日可以催办一次。',
    ]);
    expect(zh({ ...before, policies }, before)).toEqual([
      '办结前申请人随时可以撤回。',
      '同一任务每 4 个工作小时可以催办一次。',
    ]);
  });

  it('always says something when the meaning differs', () => {
    const before = base();
    const after = { ...before, baseline: { workdays: 30 } };
    expect(zh(before, after)).toEqual(['细节有调整，不影响流程和表单的用法。']);
  });

  it('sums up a first version', () => {
    expect(zh(null, base())).toEqual(['首次发布：3 个环节，表单 2 项（其中共享 0 项），全程 5 个工作日。']);
  });
});

describe('the part of one office', () => {
  it('holds only what concerns its steps', () => {
    const before = base();
    const after = task(task(before, 'a', { powers: { correct: true, return: false, reject: false } }), 'b', {
      deadline: { amount: 1, unit: 'workday' },
    });
    expect(differenceFor(before, after, ['west']).map(({ code }) => code)).toEqual(['step.deadline']);
    expect(differenceFor(before, after, ['east']).map(({ code }) => code)).toEqual(['power.added']);
    expect(differenceFor(before, after, ['nobody'])).toEqual([]);
  });

  it('of a first version is what the office does', () => {
    expect(differenceFor(null, base(), ['west']).map((one) => differenceSentence(one, 'en'))).toEqual([
      '"b" is handled by west within 2 working days.',
    ]);
  });
});

describe('words of a difference', () => {
  it('give the same facts in both languages', () => {
    for (const [code, words] of Object.entries(DIFFERENCE_WORDS)) {
      const [zhPlaces, enPlaces] = [new Set(placesIn(words.zh)), new Set(placesIn(words.en))];
      for (const place of enPlaces) expect(zhPlaces.has(place), `${code} ${place}`).toBe(true);
    }
  });
});
