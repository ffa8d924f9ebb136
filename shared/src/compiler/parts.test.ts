/** What the compiler knows of time and data across groups, asides, machines and events. */
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { concurrencyOf } from './concurrency.ts';
import { dataFlowOf } from './data-flow.ts';
import { graphOf } from './graph.ts';
import { DesignBuilder, OPEN_CATALOG } from './testing.ts';

const flow = (): DesignBuilder => new DesignBuilder().node('start', 'start').node('end', 'end');
const told = (builder: DesignBuilder): string[] =>
  compile(builder.build(), OPEN_CATALOG)
    .diagnostics.map(({ code }) => code)
    .filter((code) => code.startsWith('data.') || code.startsWith('field.'));
const message = { type: 'message', name: 'm', into: {} };
const map = (field: string, name: string) => ({ m: { id: 'm', order: 'a0', field, name } });

describe('time', () => {
  it('takes the longest way through a group, and waits that the clock does not stand for', () => {
    const design = flow()
      .node('group', 'part')
      .task('short', { group: 'part', days: 2 })
      .task('long', { group: 'part', days: 3 })
      .task('longer', { group: 'part', days: 4 })
      .node('wait', 'notice', { on: { type: 'timer', after: { amount: 7, unit: 'day' } }, outsideClock: true })
      .node('wait', 'rest', { on: { type: 'timer', after: { amount: 7, unit: 'day' } } })
      .task('last', { days: 1 })
      .chain('start', 'part', 'notice', 'rest', 'last', 'end')
      .chain('long', 'longer')
      .build();
    expect(compile(design, OPEN_CATALOG).time).toEqual({
      criticalDays: 13,
      path: ['start', 'part', 'long', 'longer', 'notice', 'rest', 'last', 'end'],
      sumDays: 15,
    });
  });

  it('does not count what runs aside', () => {
    const design = flow()
      .task('a', { days: 2 })
      .task('back', { undoes: 'a', days: 50 })
      .node('group', 'recall', { event: { on: message, interrupting: false } })
      .task('look', { group: 'recall', days: 30 })
      .chain('start', 'a', 'end')
      .build();
    expect(compile(design, OPEN_CATALOG).time.criticalDays).toBe(2);
  });
});

describe('what runs side by side', () => {
  const time = (builder: DesignBuilder) => concurrencyOf(graphOf(builder.build().flow));

  it('the beginnings of a group, until it is done', () => {
    const { sideBySide, before } = time(
      flow()
        .task('first')
        .node('group', 'part')
        .task('a', { group: 'part' })
        .task('b', { group: 'part' })
        .task('last')
        .chain('start', 'first', 'part', 'last', 'end'),
    );
    expect([sideBySide('a', 'b'), sideBySide('a', 'last'), sideBySide('first', 'a')]).toEqual([true, false, false]);
    expect([before('a', 'last'), before('a', 'b'), before('first', 'b')]).toEqual([true, false, true]);
  });

  it('a part that an event opens and what is around it; either may have come first', () => {
    const { sideBySide, before } = time(
      flow()
        .task('a')
        .node('group', 'recall', { event: { on: message, interrupting: false } })
        .task('look', { group: 'recall' })
        .chain('start', 'a', 'end'),
    );
    expect(sideBySide('a', 'look')).toBe(true);
    expect([before('a', 'look'), before('look', 'a')]).toEqual([true, true]);
  });

  it('the way of an attachment that does not interrupt and what follows its host', () => {
    const { sideBySide } = time(
      flow()
        .task('a')
        .task('b')
        .chain('start', 'a', 'b', 'end')
        .node('onMessage', 'on', { attachedTo: 'a', on: message })
        .task('beside')
        .chain('on', 'beside', 'end'),
    );
    expect([sideBySide('a', 'beside'), sideBySide('b', 'beside'), sideBySide('a', 'b')]).toEqual([true, true, false]);
  });

  it('the ways of an inclusive fork', () => {
    const { sideBySide } = time(
      flow()
        .node('inclusive', 'split')
        .node('inclusive', 'meet')
        .task('a')
        .task('b')
        .task('last')
        .chain('start', 'split', 'a', 'meet', 'last', 'end')
        .chain('split', 'b', 'meet'),
    );
    expect([sideBySide('a', 'b'), sideBySide('a', 'last')]).toEqual([true, false]);
  });
});

describe('data', () => {
  it('is written by machines, rules, messages and nested cases', () => {
    const design = flow()
      .node('fetch', 'get', { register: 'r', into: map('f1', 'x') })
      .node('connect', 'call', { url: 'https://example.org', inputs: map('f1', 'x'), into: map('f2', 'y') })
      .node('set', 'compute', { sets: { s: { id: 's', order: 'a0', field: 'f3', feel: 'form.f2' } } })
      .node('wait', 'w', { on: { ...message, into: map('f4', 'z') } })
      .node('scenario', 'child', { scenario: 'other', inputs: map('f4', 'a'), outputs: map('f5', 'b') })
      .node('document', 'write', { template: '{f5}', target: 'f6' })
      .field('f1')
      .field('f2')
      .field('f3')
      .field('f4')
      .field('f5')
      .field('f6', { kind: 'file' })
      .build();
    const data = dataFlowOf(design, graphOf(design.flow));
    const writers = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6'].map((field) => [...data.writers(field)].at(-1));
    expect(writers).toEqual(['get', 'call', 'compute', 'w', 'child', 'write']);
    const needs = ['call', 'compute', 'child', 'write'].map((node) => [...data.needs(node)]);
    expect(needs).toEqual([['f1'], ['f2'], ['f4'], ['f5']]);
  });

  it('that a machine needs must be there before', () => {
    const drawing = (writer: 'before' | 'after') =>
      flow()
        .task('before')
        .node('connect', 'call', { url: 'https://example.org', inputs: map('sum', 'sum') })
        .task('after')
        .chain('start', 'before', 'call', 'after', 'end')
        .field('sum', { access: { start: 'hidden', [writer]: 'write' } });
    expect(told(drawing('before'))).toEqual([]);
    expect(told(drawing('after'))).toEqual(['data.missing']);
  });

  it('that only a machine writes is nobody else’s to fill in', () => {
    const drawing = (sets: object) =>
      flow()
        .node('set', 'compute', { sets })
        .task('last')
        .chain('start', 'compute', 'last', 'end')
        .field('sum', { kind: 'number', rules: { required: true }, access: { start: 'hidden', last: 'read' } });
    expect(told(drawing({ s: { id: 's', order: 'a0', field: 'sum', feel: '1' } }))).toEqual([]);
    expect(told(drawing({}))).toEqual(['field.nobodyWrites']);
  });

  it('that a part opened at any time writes beside the flow is written twice at once', () => {
    const drawing = (interrupting: boolean) =>
      flow()
        .task('a')
        .node('group', 'recall', { event: { on: message, interrupting } })
        .task('look', { group: 'recall' })
        .chain('start', 'a', 'end')
        .field('word', { access: { start: 'hidden', a: 'write', look: 'write' } });
    expect(told(drawing(false))).toEqual(['data.concurrentWriters']);
    expect(told(drawing(true))).toEqual([]);
  });
});
