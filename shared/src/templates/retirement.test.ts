import { expect, test } from 'vitest';
import { compile, propose } from '../compiler/index.ts';

import catalog from './catalog.json' with { type: 'json' };
import { designOf } from './testing.ts';
import json from './retirement/design.json' with { type: 'json' };
import source from './retirement/source-forms.json' with { type: 'json' };

const design = designOf(json);
const context = { items: Object.fromEntries(catalog.map((item) => [item.id, item])) };
const fields = Object.values(design.form.fields);
const readersOf = (id: string) =>
  Object.entries(design.form.fields[id]?.access ?? {})
    .filter(([, access]) => access !== 'hidden')
    .map(([node]) => node);

const main = compile(design, context);
const series = compile({ ...design, flow: design.variants.series?.flow ?? design.flow }, context);

test('the scenario can be published as it ships; the flow of before breaks the promise, and nothing else is wrong', () => {
  expect(main.diagnostics.filter((one) => one.severity !== 'info')).toEqual([]);
  expect(main.definition).not.toBeNull();
  const wrong = series.diagnostics.filter((one) => one.severity !== 'info');
  expect(wrong.map(({ code, params }) => ({ code, params }))).toEqual([
    { code: 'time.pathTooLong', params: { days: 13, limit: 10, kind: 'promise' } },
  ]);
});

test('thirteen working days one after another, nine side by side', () => {
  expect(series.time.criticalDays).toBe(13);
  expect(main.time).toMatchObject({ criticalDays: 9, sumDays: 13 });
});

test('the four offices after the approval may work side by side, and only they', () => {
  const proposal = propose({ ...design, flow: design.variants.series?.flow ?? design.flow });
  expect(proposal.groups.map((group) => [...group].sort())).toEqual([
    ['fundWithdrawal', 'medicalRetirement', 'payroll', 'quota'],
  ]);
  expect([proposal.before.criticalDays, proposal.after.criticalDays]).toEqual([13, 9]);
  expect(proposal.dependencies).toContainEqual(
    expect.objectContaining({ from: 'approval', to: 'medicalRetirement', fields: ['approvedDate'], decision: true }),
  );
});

test('the reasons are computed: whatever the fields and offices are called, the proposal is the same', () => {
  const flow = design.variants.series?.flow ?? design.flow;
  const renamed = (id: string) => `x${fields.findIndex((field) => field.id === id)}`;
  const disguised = {
    ...design,
    flow: {
      ...flow,
      lanes: Object.fromEntries(
        Object.values(flow.lanes).map((lane, i) => {
          const party = lane.party.kind === 'department' ? { ...lane.party, type: `type${i}` } : lane.party;
          return [lane.id, { ...lane, name: `第${i}家`, party }];
        }),
      ),
    },
    form: {
      ...design.form,
      fields: Object.fromEntries(
        fields.map((field) => [renamed(field.id), { ...field, id: renamed(field.id), name: renamed(field.id) }]),
      ),
    },
    parties: {
      ...design.parties,
      subject: { kind: 'person' as const, keyField: renamed('idNumber'), nameField: renamed('name') },
    },
  };
  const plain = propose({ ...design, flow });
  const found = propose(disguised);
  expect(found.groups).toEqual(plain.groups);
  expect(found.dependencies).toEqual(
    plain.dependencies.map((one) => ({ ...one, fields: one.fields.map((id) => renamed(id)) })),
  );
});

test('of 35 fields the applicant types two', () => {
  expect(main.counts).toEqual({ fields: 35, shared: 33, computed: 0, manual: 2 });
  expect(series.counts).toEqual(main.counts);
  const typed = fields.filter((field) => field.access.submit === 'required');
  expect(typed.map((field) => field.name)).toEqual(['联系电话', '收款账户']);
});

test('four forms with 140 rows become 35 fields, 94 % of them shared', () => {
  const rows = source.forms.flatMap((form) => form.rows);
  const merged = new Set(rows.map((row) => row.field));
  const seen = fields.filter((field) => field.access.submit !== 'hidden').map((field) => field.id);
  expect(source.forms).toHaveLength(4);
  expect(rows).toHaveLength(design.baseline.fields ?? 0);
  expect([...merged].sort()).toEqual([...seen].sort());
  const shared = [...merged].filter((id) => design.form.fields[id]?.source.type === 'shared').length;
  expect(Math.round((shared / merged.size) * 100)).toBe(94);
});

test('each office reads what it decides on and no more', () => {
  expect(readersOf('bankAccount')).toEqual(['submit', 'fundWithdrawal']);
  expect(readersOf('phone').sort()).toEqual([
    'approval',
    'fundWithdrawal',
    'medicalRetirement',
    'submit',
    'superiorReview',
  ]);
  expect(readersOf('pensionBalance')).toEqual(['submit', 'approval']);
  expect(readersOf('fundBalance')).toEqual(['submit', 'fundWithdrawal']);
  expect(readersOf('medicalYears')).toEqual(['submit', 'medicalRetirement']);
});

test('the approved date is written at approval and read by the four after it', () => {
  expect(design.form.fields.approvedDate?.access).toEqual({
    submit: 'hidden',
    approval: 'write',
    quota: 'read',
    payroll: 'read',
    medicalRetirement: 'read',
    fundWithdrawal: 'read',
  });
});

test('the drawing is tidy: every step stands on its row, no two on one place', () => {
  for (const { flow, layout } of [design, ...Object.values(design.variants)]) {
    const rows = Object.values(flow.lanes)
      .sort((a, b) => (a.order < b.order ? -1 : 1))
      .map((lane) => lane.id);
    expect(Object.keys(layout).sort()).toEqual(Object.keys(flow.nodes).sort());
    for (const node of Object.values(flow.nodes)) {
      expect(layout[node.id]?.y).toBe(rows.indexOf(node.lane ?? '') * 120 + 30);
    }
    expect(new Set(Object.values(layout).map(({ x, y }) => `${x},${y}`)).size).toBe(Object.keys(layout).length);
  }
});
