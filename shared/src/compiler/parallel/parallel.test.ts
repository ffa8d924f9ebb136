import { describe, expect, it } from 'vitest';
import type { Design } from '../../document/index.ts';
import { compile } from '../compile.ts';
import { DesignBuilder, OPEN_CATALOG } from '../testing.ts';
import { applyParallel, forceParallel } from './apply.ts';
import { dependencies } from './dependencies.ts';
import { propose } from './propose.ts';

/** 2 + 5 + 1 + 1 + 2 + 2 = 13: a review, an approval that can refuse, and four that need its result. */
function series(): Design {
  const builder = new DesignBuilder()
    .node('start', 'start')
    .task('review', { days: 2, decides: ['ok', '-no'] })
    .task('approval', { days: 5, decides: ['ok', '-no'] })
    .node('end', 'refused', { result: 'refused' })
    .chain('start', 'review')
    .edge('review', 'approval', { decision: 'ok' })
    .edge('review', 'refused', { decision: 'no' })
    .edge('approval', 'refused', { decision: 'no' });
  for (const [id, days] of [
    ['a', 1],
    ['b', 1],
    ['c', 2],
    ['d', 2],
  ] as const)
    builder.lane(id).task(id, { days, lane: id });
  return builder
    .node('end', 'end')
    .edge('approval', 'a', { decision: 'ok' })
    .chain('a', 'b', 'c', 'd', 'end')
    .field('result', { access: { start: 'hidden', approval: 'required', a: 'read', b: 'read', c: 'read', d: 'read' } })
    .with((design) => ({
      ...design,
      form: { ...design.form, defaultAccess: 'hidden' },
      policies: { ...design.policies, promise: { amount: 10, unit: 'workday' } },
    }))
    .build();
}

/** Gives every element another id, name and department type. */
function renamed(design: Design): { design: Design; to: (id: string) => string } {
  const ids = [
    ...Object.keys(design.flow.nodes),
    ...Object.keys(design.flow.lanes),
    ...Object.keys(design.form.fields),
  ].sort();
  const to = (id: string): string => (ids.includes(id) ? `z${ids.length - ids.indexOf(id)}q` : id);
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return typeof value === 'string' ? to(value) : value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        if (key === 'kind') return [key, part];
        return [to(key), key === 'name' ? `n ${String(part).length}` : walk(part)];
      }),
    );
  };
  return { design: walk(design) as Design, to };
}

describe('改并联 of a series', () => {
  const design = series();

  it('proposes what may run side by side, and what it brings', () => {
    const proposal = propose(design);
    expect(proposal.groups).toEqual([['a', 'b', 'c', 'd']]);
    expect(proposal.before.criticalDays).toBe(13);
    expect(proposal.after.criticalDays).toBe(9);
    expect(proposal.after.sumDays).toBe(13);
  });

  it('says who needs what from whom', () => {
    expect(dependencies(design)).toContainEqual({ from: 'approval', to: 'c', fields: ['result'], decision: true });
    expect(dependencies(design)).toContainEqual({ from: 'review', to: 'approval', fields: [], decision: true });
    expect(dependencies(design).filter(({ from }) => 'abcd'.includes(from))).toEqual([]);
  });

  it('turns 13 days into 9 that can be published', () => {
    expect(compile(design, OPEN_CATALOG).diagnostics.map(({ code }) => code)).toEqual(['time.pathTooLong']);
    const parallel = applyParallel(design, propose(design).groups);
    const compiled = compile(parallel, OPEN_CATALOG);
    expect(compiled.diagnostics).toEqual([]);
    expect(compiled.definition).not.toBeNull();
    expect(compiled.time).toMatchObject({ criticalDays: 9, sumDays: 13 });
    for (const id of Object.keys(design.flow.edges)) expect(parallel.flow.edges[id]).toBeDefined();
    expect(propose(parallel).groups).toEqual([]);
  });

  it('gives the same proposal when everything has another name', () => {
    const other = renamed(design);
    expect(propose(other.design).groups.map((group) => [...group].sort())).toEqual(
      propose(design).groups.map((group) => group.map(other.to).sort()),
    );
  });
});

describe('dependencies inside a series', () => {
  it('keep their order: each layer waits for the one it needs', () => {
    const design = new DesignBuilder()
      .node('start', 'start')
      .task('a', { days: 1 })
      .task('b', { days: 2 })
      .task('c', { days: 3 })
      .node('end', 'end')
      .chain('start', 'a', 'b', 'c', 'end')
      .field('number', { access: { start: 'hidden', a: 'write', b: 'read' } })
      .build();
    const proposal = propose(design);
    expect(proposal.groups).toEqual([['a', 'c']]);
    const parallel = applyParallel(design, proposal.groups);
    expect(compile(parallel, OPEN_CATALOG).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(proposal.after.path).toEqual(['start', 'fork', 'c', 'join', 'b', 'end']);
  });

  it('stay in their part: fork and join stand there too', () => {
    const design = new DesignBuilder()
      .node('start', 'start')
      .node('group', 'part')
      .task('a', { days: 1, group: 'part' })
      .task('b', { days: 2, group: 'part' })
      .node('end', 'over', { group: 'part' })
      .node('end', 'end')
      .chain('start', 'part', 'end')
      .chain('a', 'b', 'over')
      .build();
    const { groups, after } = propose(design);
    expect([groups, after.criticalDays]).toEqual([[['a', 'b']], 2]);
    const parallel = applyParallel(design, groups);
    expect(parallel.flow.nodes['fork']).toMatchObject({ group: 'part' });
    expect(parallel.flow.nodes['join']).toMatchObject({ group: 'part' });
    const shape = compile(parallel, OPEN_CATALOG).diagnostics.map(({ code }) => code);
    expect(shape).not.toContain('edge.crossesGroup');
  });

  it('read through computed fields and rules', () => {
    const design = new DesignBuilder()
      .node('start', 'start')
      .task('a')
      .task('b')
      .task('c')
      .node('end', 'end')
      .chain('start', 'a', 'b', 'c', 'end')
      .field('base', { kind: 'money', access: { start: 'hidden', a: 'write' } })
      .field('half', { kind: 'money', source: { type: 'computed', feel: 'form.base / 2' }, access: { b: 'read' } })
      .field('why', {
        access: { start: 'hidden', c: 'write' },
        rules: { requiredWhen: { type: 'compare', left: { type: 'field', id: 'base' }, op: 'gt', right: 5 } },
      })
      .build();
    expect(dependencies(design)).toEqual([
      { from: 'a', to: 'b', fields: ['base'], decision: false },
      { from: 'a', to: 'c', fields: ['base'], decision: false },
    ]);
    expect(propose(design).groups).toEqual([['b', 'c']]);
  });

  it('a step that can end the case guards those behind it, and waits for those before it', () => {
    const design = new DesignBuilder()
      .node('start', 'start')
      .task('a')
      .task('judge', { decides: ['ok', '-no'] })
      .task('c')
      .node('end', 'end')
      .node('end', 'refused')
      .chain('start', 'a', 'judge')
      .edge('judge', 'c', { decision: 'ok' })
      .edge('judge', 'refused', { decision: 'no' })
      .edge('c', 'end')
      .build();
    expect(propose(design).groups).toEqual([]);
  });
});

describe('a forced parallel', () => {
  it('names the missing datum, its reader and its writer, and cannot be published', () => {
    const forced = forceParallel(series(), ['approval', 'c']);
    const compiled = compile(forced, OPEN_CATALOG);
    expect(compiled.definition).toBeNull();
    expect(compiled.diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'data.missing',
        element: { kind: 'node', id: 'c' },
        params: expect.objectContaining({
          field: 'result',
          reader: 'c',
          writer: 'approval',
          readerLane: 'c',
          writerLane: 'office',
        }),
      }),
    );
  });

  it('does nothing with steps that are not of one series', () => {
    const design = series();
    expect(forceParallel(design, ['review'])).toBe(design);
    expect(forceParallel(design, ['review', 'nowhere'])).toBe(design);
  });
});
