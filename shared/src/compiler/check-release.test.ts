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

  it('needs an office for who does by hand, is told, or seals', () => {
    const machines = compile(
      linearDesign({ a: 1 })
        .lane('hand')
        .lane('told')
        .lane('seal')
        .node('connect', 'c', {
          url: 'https://example.org',
          byHand: { lane: 'hand', post: 'clerk', instruction: '', done: '' },
        })
        .node('notify', 'n', { to: { type: 'lane', lane: 'told' }, text: 'x' })
        .node('document', 'd', { template: 'x', target: 'paper', seal: 'seal' })
        .field('paper', { kind: 'file' })
        .with((design) => ({ ...design, flow: { ...design.flow, edges: {} } }))
        .chain('start', 'a', 'c', 'n', 'd', 'end')
        .build(),
      OPEN_CATALOG,
    ).executable;
    if (!machines) throw new Error('Expected an executable');
    const found = checkRelease(machines, { region: 'North', offices: { office, hand: office }, posts: { d1: [] } });
    expect(found.map(({ code, element }) => `${code} ${element.kind === 'design' ? '' : element.id}`)).toEqual([
      'release.unbound told',
      'release.unbound seal',
      'release.nobodyHolds a',
      'release.nobodyHolds c',
    ]);
  });

  it('warns when nobody there holds the post', () => {
    const facts = { region: 'North', offices: { office }, postNames: { clerk: 'Clerk' } };
    expect(checkRelease(executable, { ...facts, posts: { d1: ['clerk'] } })).toEqual([]);
    expect(checkRelease(executable, { ...facts, posts: { d1: [] } })).toMatchObject([
      { code: 'release.nobodyHolds', severity: 'warning', params: { name: 'a', department: 'Office', post: 'Clerk' } },
    ]);
  });
});
