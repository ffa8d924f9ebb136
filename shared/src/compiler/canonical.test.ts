import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decisionTableSchema, type DecisionTable } from '../decisions/index.ts';
import { parseDesign, type Design } from '../document/index.ts';
import { canonicalJson, identityOf } from './canonical.ts';
import { compile } from './compile.ts';
import { linearDesign, OPEN_CATALOG } from './testing.ts';

const base = (): Design => linearDesign({ a: 1, b: 2 }).field('f').field('g').build();
const withNode = (design: Design, id: string, change: object): Design => ({
  ...design,
  flow: { ...design.flow, nodes: { ...design.flow.nodes, [id]: { ...design.flow.nodes[id], ...change } as never } },
});

describe('the identity of a version', () => {
  it('does not change with positions, notes, alternatives or the order of keys', () => {
    const design = base();
    const shuffled = JSON.parse(JSON.stringify(design), (_, value: unknown) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as Design;
    expect(identityOf(shuffled)).toBe(identityOf(design));
    expect(identityOf({ ...design, layout: { a: { x: 9, y: 9 } } })).toBe(identityOf(design));
    expect(identityOf(withNode(design, 'a', { note: 'look again' }))).toBe(identityOf(design));
    const variant = { id: 'v', order: 'a0', name: 'v', flow: design.flow, layout: {} };
    expect(identityOf({ ...design, variants: { v: variant } })).toBe(identityOf(design));
  });

  it('follows the order of fields, not the keys that hold it', () => {
    const design = base();
    const { f, g } = design.form.fields;
    if (!f || !g) throw new Error('Expected two fields');
    const ordered = (first: string, second: string): Design => ({
      ...design,
      form: { ...design.form, fields: { f: { ...f, order: first }, g: { ...g, order: second } } },
    });
    expect(identityOf(ordered('b', 'c'))).toBe(identityOf(design));
    expect(identityOf(ordered('c', 'b'))).not.toBe(identityOf(design));
  });

  it('changes with a deadline, a pinned item, a name', () => {
    const design = base();
    const item = design.items['i1'];
    if (!item) throw new Error('Expected an item');
    const others = [
      withNode(design, 'a', { deadline: { amount: 3, unit: 'workday' } }),
      withNode(design, 'a', { name: 'other' }),
      { ...design, items: { i1: { ...item, version: 2 } } },
    ];
    for (const other of others) expect(identityOf(other)).not.toBe(identityOf(design));
  });

  it('of what was drawn before the document had more kinds is what it was then', () => {
    const parsed = parseDesign(readFileSync(new URL('../document/fixtures/v1.json', import.meta.url), 'utf8'));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    // Computed when version 1 was the only one.
    expect(identityOf(parsed.design)).toBe('c9a2520848330def6e723dc00bb68f940a9c326af2b0c6e8969143a63f6984a9');
  });

  it('changes with a decision table, not with its keys or an empty list of them', () => {
    const table = (order: string, cell: string): DecisionTable =>
      decisionTableSchema.parse({
        id: 't',
        order: 'a0',
        name: 't',
        rules: { r: { id: 'r', order, then: { o: cell } } },
      });
    const ruled = (order: string, cell: string): string => identityOf({ ...base(), tables: { t: table(order, cell) } });
    expect(ruled('a0', '1')).toBe(ruled('b7', '1'));
    expect(ruled('a0', '1')).not.toBe(ruled('a0', '2'));
    expect(identityOf({ ...base(), tables: {} })).toBe(identityOf(base()));
  });

  it('and the artefact are the same in two compilations', () => {
    const [first, second] = [compile(base(), OPEN_CATALOG), compile(base(), OPEN_CATALOG)];
    expect(second.definition).toEqual(first.definition);
    expect(first.definition?.artefact).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('canonical JSON', () => {
  it('sorts keys and leaves out what is absent', () => {
    expect(canonicalJson({ b: [1, null, 'x"'], a: undefined, c: { z: true, y: 0.5 } })).toBe(
      '{"b":[1,null,"x\\""],"c":{"y":0.5,"z":true}}',
    );
  });
});
