import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  adoptVariant,
  applySteps,
  connect,
  designToDoc,
  draftJson,
  draftRoot,
  emptyDesign,
  insertOnEdge,
  mergeEdit,
  migrateDesign,
  MIGRATIONS,
  nodeSchema,
  parseDesign,
  putNode,
  readDesignJson,
  readDraft,
  removeElements,
  removeNodeClosing,
  saveAsVariant,
  sameJson,
  SCHEMA_VERSION,
  sorted,
  orderAt,
  updateNode,
  writeDesign,
  type Design,
  type Json,
  type NodeOf,
} from './index.ts';

const fixtures = new URL('./fixtures/', import.meta.url);
const fixture = (version: number): string => readFileSync(new URL(`v${version}.json`, fixtures), 'utf8');

function sample(): Design {
  const parsed = parseDesign(fixture(1));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.design;
}

describe('saved documents', () => {
  it('every schema version ever released has a fixture that still opens', () => {
    expect(readdirSync(fixtures).sort()).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, i) => `v${i + 1}.json`));
    for (let version = 1; version <= SCHEMA_VERSION; version++) {
      const parsed = parseDesign(fixture(version));
      expect(parsed).toMatchObject({ ok: true, from: version });
    }
  });

  it('version 1 keeps its meaning', () => {
    const design = sample();
    expect(design.flow.nodes['review']).toMatchObject({ kind: 'task', mode: 'single', deadline: { amount: 3 } });
    expect(design.form.fields['f_name']?.access).toEqual({ review: 'read' });
    expect(design.policies).toMatchObject({ correctionPausesCase: true, amberBelow: 0.5, redBelow: 0.2 });
  });

  it('from version 1 to 2 nothing changes but the number', () => {
    const [step] = MIGRATIONS;
    expect(step).toMatchObject({ from: 1, name: 'every-node-kind' });
    const old = JSON.parse(fixture(1)) as Record<string, Json>;
    expect(step?.up(old)).toEqual(old);
    const { schemaVersion, ...content } = sample();
    expect(schemaVersion).toBe(2);
    expect(Object.values(content.flow.nodes).some((node) => 'group' in node || 'undoes' in node)).toBe(false);
    expect('tables' in content).toBe(false);
  });

  it('version 2 holds every kind of node that can be drawn', () => {
    const parsed = parseDesign(fixture(2));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { nodes } = parsed.design.flow;
    const all = nodeSchema.options.map((option) => option.shape.kind.value);
    const kinds = all.filter((kind) => kind !== 'foreign');
    expect(new Set(Object.values(nodes).map(({ kind }) => kind))).toEqual(new Set(kinds));
    expect(nodes['thaw']).toMatchObject({ group: 'part', undoes: 'freeze' });
    expect(nodes['any']).toMatchObject({ mode: 'any', overdue: { type: 'default', decision: 'ok' } });
    expect(parsed.design.tables?.['t_level']?.hitPolicy).toBe('first');
    expect(readDraft(designToDoc(parsed.design))).toEqual({ design: parsed.design, problems: [] });
  });

  it('steps run in order and a gap is a bug', () => {
    const steps = [
      { from: 1, name: 'first', up: (json: Record<string, Json>) => ({ ...json, a: 1 }) },
      { from: 2, name: 'second', up: (json: Record<string, Json>) => ({ ...json, b: json['a'] ?? null }) },
    ];
    expect(applySteps(steps, { schemaVersion: 1 }, 1, 3)).toEqual({ schemaVersion: 3, a: 1, b: 1 });
    expect(() => applySteps(steps.slice(1), { schemaVersion: 1 }, 1, 3)).toThrow('Expected a migration');
  });

  it('refuses what it cannot read, and says where', () => {
    expect(parseDesign('{\n  "a": }')).toMatchObject({ ok: false, problems: [{ code: 'invalidJson', where: '2:8' }] });
    expect(migrateDesign({ schemaVersion: SCHEMA_VERSION + 1 })).toMatchObject({ problems: [{ code: 'newerSchema' }] });
    expect(migrateDesign({})).toMatchObject({ problems: [{ code: 'unknownSchema' }] });
    expect(migrateDesign([])).toMatchObject({ ok: false, problems: [{ code: 'invalidDesign' }] });
    const broken = { ...(JSON.parse(fixture(1)) as Record<string, Json>), policies: { amberBelow: 7 } };
    expect(migrateDesign(broken)).toMatchObject({
      problems: [{ code: 'invalidDesign', where: 'policies.amberBelow' }],
    });
  });
});

describe('drafts', () => {
  it('hold a design and give it back', () => {
    expect(readDraft(designToDoc(sample()))).toEqual({ design: sample(), problems: [] });
  });

  it('two people who change different properties of one step both keep their change', () => {
    const mine = designToDoc(sample(), 1);
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    writeDesign(mine, updateNode(sample(), 'review', { name: '复审' }), 'me');
    writeDesign(
      theirs,
      updateNode<NodeOf<'task'>>(sample(), 'review', { deadline: { amount: 2, unit: 'workday' } }),
      'them',
    );
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    for (const doc of [mine, theirs]) {
      expect(readDraft(doc).design.flow.nodes['review']).toMatchObject({ name: '复审', deadline: { amount: 2 } });
    }
  });

  it('of an older version are brought up in the reading', () => {
    const { design, problems } = readDesignJson(JSON.parse(fixture(1)) as Json);
    expect(problems).toEqual([]);
    expect(design).toEqual(sample());
  });

  it('an intent that changes nothing writes nothing', () => {
    const doc = designToDoc(sample());
    let updates = 0;
    doc.on('update', () => updates++);
    expect(writeDesign(doc, sample(), 'me')).toBe(false);
    expect(updates).toBe(0);
  });

  it('every edit can be undone and redone, own edits only', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 }), (choices) => {
        const doc = designToDoc(sample());
        const undo = new Y.UndoManager(draftRoot(doc), { trackedOrigins: new Set(['me']), captureTimeout: 0 });
        const history: Design[] = [readDraft(doc).design];
        choices.forEach((choice, i) => {
          const before = readDraft(doc).design;
          if (writeDesign(doc, INTENTS[choice]!(before, `n${i}`), 'me')) history.push(readDraft(doc).design);
        });
        for (let i = history.length - 1; i > 0; i--) {
          expect(readDraft(doc).design).toEqual(history[i]);
          undo.undo();
        }
        expect(readDraft(doc).design).toEqual(history[0]);
        for (let i = 1; i < history.length; i++) {
          undo.redo();
          expect(readDraft(doc).design).toEqual(history[i]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a draft may be wrong, never unreadable', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('meta', 'flow', 'form', 'policies', 'layout', 'variants', 'schemaVersion'),
        fc.jsonValue(),
        (key, value) => {
          const json = { ...(draftJson(designToDoc(sample())) as Record<string, Json>), [key]: value as Json };
          expect(() => readDesignJson(json)).not.toThrow();
        },
      ),
      { numRuns: 200 },
    );
  });

  it('leaves out the broken element only, repairs dangling references in the reading', () => {
    const json = draftJson(designToDoc(sample())) as {
      flow: { nodes: Record<string, Json>; edges: Record<string, Json> };
    };
    json.flow.nodes['bad'] = { id: 'bad', kind: 'unheard-of', name: 'x' };
    json.flow.edges['e3'] = { id: 'e3', from: 'review', to: 'nowhere' };
    const { design, problems } = readDesignJson(json as unknown as Json);
    expect(Object.keys(design.flow.nodes)).toEqual(['start', 'review', 'end']);
    expect(Object.keys(design.flow.edges)).toEqual(['e1', 'e2']);
    expect(problems).toEqual([
      { code: 'broken', path: ['flow', 'nodes', 'bad'] },
      { code: 'dangling', path: ['flow', 'edges', 'e3'] },
    ]);
  });
});

const INTENTS: ((design: Design, id: string) => Design)[] = [
  (design, id) => putNode(design, { id, kind: 'parallel', name: '并行' }, { x: 1, y: 2 }),
  (design, id) => insertOnEdge(design, 'e1', { id, kind: 'exclusive', name: '判断' }, `${id}-out`),
  (design) => removeNodeClosing(design, 'review'),
  (design) => removeElements(design, ['review']),
  (design, id) => connect(design, { id: `${id}-e`, from: 'start', to: 'end' }),
  (design, id) =>
    adoptVariant(saveAsVariant(design, { id, name: '另一方案' }), id, { id: `${id}-old`, name: '原方案' }),
];

describe('parts of a flow', () => {
  const parted = (): Design => {
    let design = putNode(sample(), { id: 'part', kind: 'group', name: '核查' });
    design = putNode(design, { id: 'inner', kind: 'group', name: '', group: 'part' });
    design = putNode(design, {
      id: 'stop',
      kind: 'terminate',
      name: '',
      group: 'inner',
      of: 'group',
      result: 'finished',
    });
    design = putNode(design, { id: 'boundary', kind: 'onError', name: '', attachedTo: 'part' });
    return putNode(design, { id: 'back', kind: 'group', name: '', undoes: 'part' });
  };

  it('go with all that stands in them, hangs on them or undoes them', () => {
    expect(Object.keys(removeElements(parted(), ['part']).flow.nodes)).toEqual(['start', 'review', 'end']);
  });

  it('that are gone, or stand in themselves, are left out in the reading', () => {
    const json = JSON.parse(JSON.stringify(parted())) as { flow: { nodes: Record<string, Record<string, Json>> } };
    json.flow.nodes['part']!['group'] = 'inner';
    json.flow.nodes['review']!['group'] = 'gone';
    json.flow.nodes['back']!['undoes'] = 'gone';
    const { design, problems } = readDesignJson(json as unknown as Json);
    expect(problems.map(({ path }) => path.slice(2).join('.')).sort()).toEqual([
      'back.undoes',
      'inner.group',
      'part.group',
      'review.group',
    ]);
    expect(design.flow.nodes['stop']?.group).toBe('inner');
  });
});

describe('intents', () => {
  it('a step put into a way keeps the way in, and taking it out closes the gap', () => {
    const inserted = insertOnEdge(sample(), 'e1', { id: 'x', kind: 'parallel', name: '' }, 'e9');
    expect(inserted.flow.edges['e1']).toMatchObject({ from: 'start', to: 'x' });
    expect(inserted.flow.edges['e9']).toMatchObject({ from: 'x', to: 'review' });
    expect(removeNodeClosing(inserted, 'x').flow.edges).toEqual(sample().flow.edges);
  });

  it('removing a step takes its access out of every field', () => {
    expect(removeElements(sample(), ['review']).form.fields['f_name']?.access).toEqual({});
  });

  it('elements go where they are put', () => {
    const lanes = sample().flow.lanes;
    const moved = { ...lanes, lane_b: { ...lanes['lane_b']!, order: orderAt(lanes, 0, 'lane_b') } };
    expect(sorted(moved).map((lane) => lane.id)).toEqual(['lane_b', 'lane_a']);
  });
});

describe('edits on a copy', () => {
  it('merge by id when they touch different things, else are refused by path', () => {
    const base = sample();
    const ours = updateNode(base, 'review', { name: '复审' });
    expect(mergeEdit(base, ours, updateNode(base, 'start', { name: '申请' }))).toMatchObject({
      ok: true,
      value: { flow: { nodes: { review: { name: '复审' }, start: { name: '申请' } } } },
    });
    expect(mergeEdit(base, ours, updateNode(base, 'review', { name: '终审' }))).toEqual({
      ok: false,
      conflicts: ['flow.nodes.review.name'],
    });
  });

  it('an absent key and an undefined one are the same', () => {
    expect(sameJson({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(sameJson(emptyDesign('a', 'b'), emptyDesign('a', 'c'))).toBe(false);
  });
});
