import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/index.ts';
import { designSchema } from '../../document/index.ts';
import { NODE_KINDS } from '../index.ts';

describe('foreign', () => {
  const design = designSchema.parse({
    schemaVersion: 2,
    meta: { code: 'c', title: 't', module: 'approval' },
    form: {},
    flow: {
      lanes: { l: { id: 'l', order: 'a', name: 'L', party: { kind: 'applicant' } } },
      nodes: {
        s: { id: 's', kind: 'start', name: 'start', lane: 'l' },
        x: { id: 'x', kind: 'foreign', name: 'Book and pay', type: 'Transaction' },
        e: { id: 'e', kind: 'end', name: 'end' },
      },
      edges: {
        a: { id: 'a', order: 'a', from: 's', to: 'x' },
        b: { id: 'b', order: 'b', from: 'x', to: 'e' },
      },
    },
  });

  it('is refused by its name, and what holds it is not run', () => {
    const compiled = compile(design, { items: {}, elements: {}, registers: {} } as never);
    expect(compiled.diagnostics.find(({ code }) => code === 'foreign.notRun')).toMatchObject({
      severity: 'error',
      params: { name: 'Book and pay', type: 'Transaction' },
    });
    expect(compiled.executable).toBeNull();
  });

  it('is in no palette', () => {
    expect(NODE_KINDS).not.toContain('foreign');
  });
});
