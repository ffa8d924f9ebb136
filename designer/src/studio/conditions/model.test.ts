import { designSchema, SCHEMA_VERSION } from '@tongban/shared/document';
import { describe, expect, it } from 'vitest';
import { asGroup, factsOf, fromGroup, newClause, subjectsOf, withComparison } from './model.ts';

const design = designSchema.parse({
  schemaVersion: SCHEMA_VERSION,
  meta: { code: 'x', title: 'x', module: 'approval' },
  flow: {
    nodes: {
      t: { id: 't', kind: 'task', name: '审核', decisions: { ok: { id: 'ok', order: 'a0', name: '同意' } } },
      d: {
        id: 'd',
        kind: 'dispatch',
        name: '会商',
        bodies: { b1: { id: 'b1', order: 'a0', name: '甲局', party: { kind: 'department', type: 'x' } } },
        choice: { mode: 'ticked', field: 'offices' },
      },
    },
  },
  form: {
    sections: { s: { id: 's', order: 'a0', name: '基本情况' } },
    fields: {
      kind: {
        id: 'kind',
        order: 'a0',
        section: 's',
        kind: 'choice',
        name: '类型',
        options: { early: { id: 'early', order: 'a0', name: '提前' } },
      },
      note: { id: 'note', order: 'a1', section: 's', kind: 'note', name: '说明' },
      offices: { id: 'offices', order: 'a2', section: 's', kind: 'department', name: '部门' },
      sum: { id: 'sum', order: 'a3', section: 's', kind: 'money', name: '金额' },
    },
  },
});

describe('conditions as sentences', () => {
  it('offers the fields by section and the decisions of the steps, but no notes', () => {
    const groups = subjectsOf(design);
    expect(groups.map((group) => group.name)).toEqual(['基本情况', null]);
    expect(groups[0]?.options.map((option) => option.name)).toEqual(['类型', '部门', '金额']);
    expect(groups[1]?.options.map((option) => option.name)).toEqual(['审核', '会商']);
  });

  it('begins with the likely comparison and value', () => {
    expect(newClause(design, { type: 'field', id: 'kind' })).toMatchObject({ op: 'eq', right: 'early' });
    expect(newClause(design, { type: 'decision', node: 't' })).toMatchObject({ op: 'eq', right: 'ok' });
    expect(newClause(design, { type: 'field', id: 'sum' })).not.toHaveProperty('right');
  });

  it('offers the bodies of the dispatch where a field of departments has no options', () => {
    expect(factsOf(design, { type: 'field', id: 'offices' })?.values).toEqual([{ value: 'b1', label: '甲局' }]);
    expect(factsOf(design, { type: 'field', id: 'gone' })).toBeNull();
  });

  it('keeps the value through another comparison', () => {
    const clause = newClause(design, { type: 'field', id: 'kind' });
    expect(withComparison(clause, 'in').right).toEqual(['early']);
    expect(withComparison(withComparison(clause, 'in'), 'ne').right).toBe('early');
    expect(withComparison(clause, 'filled')).not.toHaveProperty('right');
  });

  it('stores a group of one as its clause, and nothing as nothing', () => {
    const clause = newClause(design, { type: 'field', id: 'kind' });
    expect(fromGroup(asGroup(clause))).toEqual(clause);
    expect(fromGroup({ type: 'any', of: [] })).toBeUndefined();
    expect(fromGroup({ type: 'any', of: [clause, clause] })).toEqual({ type: 'any', of: [clause, clause] });
  });
});
