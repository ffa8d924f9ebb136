import { expect, test } from 'vitest';
import { compile } from '../compiler/index.ts';

import { designOf } from './testing.ts';
import json from './budget/design.json' with { type: 'json' };
import catalog from './catalog.json' with { type: 'json' };

const design = designOf(json);
const compiled = compile(design, { items: Object.fromEntries(catalog.map((item) => [item.id, item])) });

test('the scenario can be published as it ships', () => {
  expect(compiled.diagnostics.filter((one) => one.severity !== 'info')).toEqual([]);
  expect(compiled.definition).not.toBeNull();
  expect(compiled.time.criticalDays).toBe(5);
});

test('the amount decides who approves: one section, the leader, or several people together', () => {
  const edges = Object.values(design.flow.edges).filter((edge) => edge.from === 'tier');
  const limits = edges.map(({ to, condition, isDefault }) => [
    to,
    condition?.type === 'compare' ? condition.right : isDefault,
  ]);
  expect(limits).toEqual([
    ['singleApproval', 50_000],
    ['leaderApproval', 500_000],
    ['jointApproval', true],
  ]);
  const joint = design.flow.nodes.jointApproval;
  expect(joint?.kind === 'task' && joint.mode === 'all' && Object.keys(joint.signers)).toHaveLength(3);
});
