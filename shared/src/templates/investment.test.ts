import { expect, test } from 'vitest';
import { compile } from '../compiler/index.ts';
import { designSchema, type Design } from '../document/index.ts';
import catalog from './catalog.json' with { type: 'json' };
import { designOf } from './testing.ts';
import json from './investment/design.json' with { type: 'json' };

const design = designOf(json);
const context = { items: Object.fromEntries(catalog.map((item) => [item.id, item])) };
const dispatch = Object.values(design.flow.nodes).find((node) => node.kind === 'dispatch');
if (dispatch?.kind !== 'dispatch') throw new Error('Expected a dispatch in the design');
const bodies = Object.keys(dispatch.bodies);
const dimensionsOf = (body: string) =>
  Object.values(design.form.fields)
    .filter((field) => field.access[`${dispatch.id}/${body}`] === 'read')
    .map((field) => field.id);

/** The same scenario with more bodies: each further one reads what an earlier one reads. */
function withBodies(count: number): Design {
  const more = Array.from({ length: count - bodies.length }, (_, i) => ({ id: `more${i}`, like: bodies[i] ?? '' }));
  const fields = Object.entries(design.form.fields).map(([id, field]) => {
    const extra = more.filter(({ like }) => field.access[`${dispatch!.id}/${like}`] === 'read');
    const access = Object.fromEntries(extra.map((one) => [`${dispatch!.id}/${one.id}`, 'read']));
    return [id, { ...field, access: { ...field.access, ...access } }];
  });
  const added = more.map(({ id, like }) => [
    id,
    { ...(dispatch as { bodies: Record<string, object> }).bodies[like], id },
  ]);
  const node = { ...dispatch, bodies: { ...(dispatch as { bodies: object }).bodies, ...Object.fromEntries(added) } };
  return designSchema.parse({
    ...design,
    flow: { ...design.flow, nodes: { ...design.flow.nodes, [dispatch!.id]: node } },
    form: { ...design.form, fields: Object.fromEntries(fields) },
  });
}

test('the scenario can be published as it ships, in nine working days', () => {
  const { diagnostics, definition, time } = compile(design, context);
  expect(diagnostics.filter((one) => one.severity !== 'info')).toEqual([]);
  expect(definition).not.toBeNull();
  expect(time.criticalDays).toBe(9);
});

test('twenty bodies, each reading dimensions of its own', () => {
  expect(bodies).toHaveLength(20);
  for (const body of bodies) expect(dimensionsOf(body).length, body).toBeGreaterThan(0);
  expect(dimensionsOf('environment').sort()).toEqual(['energyUse', 'solidWaste', 'vocs', 'wastewater']);
  expect(dimensionsOf('taxation')).not.toContain('vocs');
});

test("scores are each body's own, and the joint review reads them all", () => {
  for (const id of ['score', 'terms']) {
    expect(design.form.fields[id]?.access).toMatchObject({ assess: 'own', jointReview: 'read', submit: 'hidden' });
  }
});

test('thirty-six bodies are as publishable as twenty', () => {
  const larger = compile(withBodies(36), context);
  expect(larger.diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
  const many = larger.definition?.executable.prims[dispatch.id];
  expect(many?.type === 'many' && many.elements.length).toBe(36);
});
