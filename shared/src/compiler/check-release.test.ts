import { describe, expect, it } from 'vitest';
import { checkRelease } from './check-release.ts';
import { compile } from './compile.ts';
import { linearDesign, OPEN_CATALOG } from './testing.ts';

describe('a release', () => {
  const { executable } = compile(linearDesign({ a: 1 }).lane('idle').build(), OPEN_CATALOG);
  if (!executable) throw new Error('Expected an executable');
  const office = { id: 'd1', name: 'Office' };

  it('needs an office for every role that works', () => {
    expect(checkRelease(executable, { region: 'North', offices: {} })).toMatchObject([
      { code: 'release.unbound', element: { kind: 'lane', id: 'office' }, params: { name: 'office', region: 'North' } },
    ]);
    expect(checkRelease(executable, { region: 'North', offices: { office } })).toEqual([]);
  });

  it('warns when nobody there holds the post', () => {
    const facts = { region: 'North', offices: { office }, postNames: { clerk: 'Clerk' } };
    expect(checkRelease(executable, { ...facts, posts: { d1: ['clerk'] } })).toEqual([]);
    expect(checkRelease(executable, { ...facts, posts: { d1: [] } })).toMatchObject([
      { code: 'release.nobodyHolds', severity: 'warning', params: { name: 'a', department: 'Office', post: 'Clerk' } },
    ]);
  });
});
