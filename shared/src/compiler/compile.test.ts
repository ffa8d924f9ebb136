import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { DesignBuilder, linearDesign, OPEN_CATALOG } from './testing.ts';

describe('a simple line of steps', () => {
  const design = linearDesign({ review: 2, approve: 5 }).field('name').build();
  const compiled = compile(design, OPEN_CATALOG);

  it('compiles to a definition that can be published', () => {
    expect(compiled.diagnostics.map(({ code }) => code)).toEqual(['time.noPromise']);
    expect(compiled.definition?.identity).toMatch(/^[0-9a-f]{64}$/);
    expect(compiled.executable?.start).toBe('start');
    expect(Object.values(compiled.executable?.prims ?? {}).map(({ id, type }) => `${id}:${type}`)).toEqual([
      'approve:activity',
      'end:end',
      'review:activity',
      'start:start',
    ]);
  });

  it('tells the working days', () => {
    expect(compiled.time).toEqual({ criticalDays: 7, path: ['start', 'review', 'approve', 'end'], sumDays: 7 });
  });

  it('lets a later step send back to an earlier one', () => {
    expect(compiled.executable?.returnTargets).toEqual({ review: [], approve: ['review'] });
  });
});

describe('side by side', () => {
  const design = new DesignBuilder()
    .node('start', 'start')
    .task('first', { days: 1 })
    .node('parallel', 'fork')
    .task('left', { days: 2 })
    .task('leftAgain', { days: 1 })
    .task('right', { days: 1 })
    .node('parallel', 'join')
    .task('last', { days: 1 })
    .node('end', 'end')
    .chain('start', 'first', 'fork', 'left', 'leftAgain', 'join', 'last', 'end')
    .chain('fork', 'right', 'join')
    .build();
  const { executable, time } = compile(design, OPEN_CATALOG);

  it('counts the longest branch', () => {
    expect(time).toMatchObject({ criticalDays: 5, sumDays: 6 });
  });

  it('sends back within a branch or to before the fork, never into a branch that is over', () => {
    expect(executable?.returnTargets).toEqual({
      first: [],
      left: ['first'],
      leftAgain: ['left', 'first'],
      right: ['first'],
      last: ['first'],
    });
  });
});
