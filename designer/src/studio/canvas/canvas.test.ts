import { designSchema, SCHEMA_VERSION, type Design, type FlowNode } from '@tongban/shared/document';
import ELK from 'elkjs/lib/elk.bundled.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, type Arrangement } from '../../ui/flow/arrange.ts';
import { backEdges, columnsOf } from '../../ui/flow/columns.ts';
import { fitChips, fitName } from './chips.ts';
import { placeLabels, plusOf } from './labels.ts';
import { GAP_X, TRACK, type Box } from '../../ui/flow/geometry.ts';
import { makeRoom, placeAfter, placeAt, placeOnEdge } from './places.ts';
import { routeEdges, type Route } from '../../ui/flow/route.ts';
import { elkInput, layoutFromColumns, layoutFromElk } from '../../ui/flow/tidy.ts';
import { neighbour, readingOrder } from './walk.ts';

interface Sketch {
  /** `id:kind:lane`, in order. */
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  readonly lanes?: readonly string[];
}

function draw({ nodes, edges, lanes = ['a', 'b', 'c'] }: Sketch): Design {
  const rawNodes = nodes.map((text) => {
    const [id = '', kind = 'task', lane] = text.split(':');
    return [id, { id, name: id, kind, ...(lane ? { lane } : {}) }];
  });
  const rawEdges = edges.map((text, i) => {
    const [from, to] = text.split('>');
    return [`e${i}`, { id: `e${i}`, from, to, order: `a${i}` }];
  });
  const rawLanes = lanes.map((id, i) => [id, { id, order: `a${i}`, name: id, party: { kind: 'applicant' } }]);
  return designSchema.parse({
    schemaVersion: SCHEMA_VERSION,
    meta: { code: 'x', title: 'x', module: 'approval' },
    flow: {
      lanes: Object.fromEntries(rawLanes),
      nodes: Object.fromEntries(rawNodes),
      edges: Object.fromEntries(rawEdges),
    },
    form: {},
  });
}

const simple = draw({
  nodes: ['s:start:a', 't:task:b', 'g:exclusive', 'p:parallel', 'u:task:b', 'v:task:c', 'j:parallel', 'z:end:a'],
  edges: ['s>t', 't>g', 'g>p', 'p>u', 'p>v', 'u>j', 'v>j', 'j>z', 'g>s'],
});

function place(design: Design, layout = layoutFromColumns(design.flow)): Arrangement {
  return arrange(design.flow, layout);
}
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function noneOverlap(arrangement: Arrangement): void {
  const boxes = Object.entries(arrangement.boxes);
  for (const [a, boxA] of boxes) {
    for (const [b, boxB] of boxes) if (a < b && overlap(boxA, boxB)) throw new Error(`${a} lies over ${b}`);
  }
}
function crossings(routes: Readonly<Record<string, Route>>, arrangement: Arrangement, design: Design): string[] {
  const hits: string[] = [];
  for (const [id, route] of Object.entries(routes)) {
    const edge = design.flow.edges[id];
    for (const [node, box] of Object.entries(arrangement.boxes)) {
      if (node === edge?.from || node === edge?.to) continue;
      for (let i = 1; i < route.points.length; i++) {
        const [p, q] = [route.points[i - 1], route.points[i]];
        if (!p || !q) continue;
        const line = {
          x: Math.min(p.x, q.x),
          y: Math.min(p.y, q.y),
          width: Math.abs(p.x - q.x),
          height: Math.abs(p.y - q.y),
        };
        if (overlap(line, box)) hits.push(`${id} runs through ${node}`);
      }
    }
  }
  return hits;
}

describe('lanes as rows', () => {
  it('stacks the lanes, each as high as what stands in it, empty ones folded', () => {
    const arrangement = place(draw({ nodes: ['s:start:a', 'e:end:c'], edges: ['s>e'] }));
    expect(arrangement.lanes.map((lane) => lane.empty)).toEqual([false, true, false]);
    expect(arrangement.lanes[1]?.height).toBeLessThan(TRACK / 2);
    expect(arrangement.lanes[2]?.y).toBe((arrangement.lanes[1]?.y ?? 0) + (arrangement.lanes[1]?.height ?? 0));
  });

  it('lets a gateway stand where the flow comes from', () => {
    const arrangement = place(simple);
    expect(arrangement.laneOf.get('g')).toBe('b');
    expect(arrangement.laneOf.get('j')).toBe('b');
  });

  it('never draws one node over another, whatever the stored positions say', () => {
    const heap = Object.fromEntries(Object.keys(simple.flow.nodes).map((id) => [id, { x: 0, y: 0 }]));
    noneOverlap(arrange(simple.flow, heap));
    noneOverlap(arrange(simple.flow, {}));
    noneOverlap(place(simple));
  });

  it('opens a document without a layout in columns', () => {
    const { boxes } = arrange(simple.flow, {});
    expect(boxes.s?.x).toBeLessThan(boxes.t?.x ?? 0);
    expect(boxes.u?.x).toBe(boxes.v?.x);
    expect(boxes.j?.x).toBeGreaterThan(boxes.u?.x ?? Infinity);
  });

  it('keeps an attachment on the edge of its step', () => {
    const design = draw({ nodes: ['s:start:a', 't:task:b', 'z:end:a'], edges: ['s>t', 't>z', 'o>z'] });
    design.flow.nodes.o = {
      id: 'o',
      name: 'o',
      kind: 'onTime',
      attachedTo: 't',
      interrupting: false,
      after: { amount: 1, unit: 'workday' },
    };
    const { boxes, laneOf } = place(design);
    expect(laneOf.get('o')).toBe('b');
    expect((boxes.o?.y ?? 0) + (boxes.o?.height ?? 0) / 2).toBe((boxes.t?.y ?? 0) + (boxes.t?.height ?? 0));
  });

  it('tells what leads back from what leads on', () => {
    expect([...backEdges(simple.flow)]).toEqual(['g>s']);
    expect(columnsOf(simple.flow).get('j')).toBe(5);
    expect(place(simple).loops).toEqual(['e8']);
  });
});

describe('lines', () => {
  it('run at right angles and through no card', () => {
    const arrangement = place(simple);
    const routes = routeEdges(simple.flow, arrangement);
    for (const route of Object.values(routes)) {
      for (let i = 1; i < route.points.length; i++) {
        const [p, q] = [route.points[i - 1], route.points[i]];
        expect(p?.x === q?.x || p?.y === q?.y).toBe(true);
      }
    }
    expect(crossings(routes, arrangement, simple)).toEqual([]);
  });

  it('lead back above all lanes', () => {
    const arrangement = place(simple);
    const loop = routeEdges(simple.flow, arrangement).e8;
    expect(loop?.back).toBe(true);
    const highest = Math.min(...(loop?.points ?? []).map((dot) => dot.y));
    expect(highest).toBeLessThan(0);
    expect(highest).toBeGreaterThanOrEqual(arrangement.top);
  });

  it('go round what stands between two steps of one lane', () => {
    const design = draw({
      nodes: ['s:start:a', 't:task:a', 'u:task:a', 'z:end:a'],
      edges: ['s>t', 't>u', 'u>z', 's>z'],
    });
    const arrangement = place(design);
    expect(crossings(routeEdges(design.flow, arrangement), arrangement, design)).toEqual([]);
  });

  it('stay clear and quick with 140 steps in a dozen lanes', () => {
    const lanes = Array.from({ length: 12 }, (_, i) => `l${i}`);
    const nodes = ['s:start:l0', ...Array.from({ length: 140 }, (_, i) => `n${i}:task:l${(i * 5) % 12}`), 'z:end:l0'];
    const edges = ['s>n0', ...Array.from({ length: 139 }, (_, i) => `n${i}>n${i + 1}`), 'n139>z'];
    const design = draw({ nodes, edges, lanes });
    const before = performance.now();
    const arrangement = place(design);
    const routes = routeEdges(design.flow, arrangement);
    expect(performance.now() - before).toBeLessThan(1500);
    noneOverlap(arrangement);
    expect(Object.keys(routes)).toHaveLength(141);
    expect(crossings(routes, arrangement, design)).toEqual([]);
  });
});

describe('walking by keyboard', () => {
  const arrangement = place(simple);
  it('goes along the lines to the right and back to the left', () => {
    expect(neighbour(arrangement, 's', 'right')).toBe('t');
    expect(neighbour(arrangement, 't', 'right')).toBe('g');
    expect(neighbour(arrangement, 'g', 'right')).toBe('p');
    expect(neighbour(arrangement, 'j', 'left')).toBe('u');
    expect(neighbour(arrangement, 'z', 'right')).toBeNull();
  });
  it('goes up and down to what stands nearest in the next row', () => {
    expect(neighbour(arrangement, 'u', 'down')).toBe('v');
    expect(neighbour(arrangement, 'v', 'up')).toBe('u');
    expect(neighbour(arrangement, 't', 'up')).toBe('s');
    expect(neighbour(arrangement, 's', 'up')).toBeNull();
  });
  it('reaches every node by Tab, from left to right', () => {
    expect(readingOrder(arrangement)).toHaveLength(8);
    expect(readingOrder(arrangement)[0]).toBe('s');
    expect(readingOrder(arrangement).at(-1)).toBe('z');
  });
});

describe('places for new and moved nodes', () => {
  it('a drop in another row changes the lane and keeps the row', () => {
    const arrangement = place(simple);
    const row = arrangement.lanes[2];
    const at = placeAt(arrangement, 403, (row?.y ?? 0) + 20, { width: 208, height: 104 });
    expect(at.lane).toBe('c');
    expect(at.x % 8).toBe(0);
    const moved = arrange(
      { ...simple.flow, nodes: { ...simple.flow.nodes, u: { ...(simple.flow.nodes.u as FlowNode), lane: 'c' } } },
      { ...layoutFromColumns(simple.flow), u: { x: 2000, y: at.y } },
    );
    expect(moved.boxes.u?.y).toBe(moved.boxes.v?.y);
  });

  it('the next step stands right of its predecessor, a second one below the first', () => {
    const arrangement = place(simple);
    const first = placeAfter(arrangement, 't', { width: 208, height: 104 });
    expect(first.lane).toBe('b');
    expect(first.x).toBeGreaterThan((arrangement.boxes.t?.x ?? 0) + 208);
    expect(first.y).toBeGreaterThan(0);
  });

  it('a step put into a line makes itself room', () => {
    const arrangement = place(simple);
    const node = simple.flow.nodes.t as FlowNode;
    const { place: at, moved } = placeOnEdge(arrangement, simple.flow, 'e1', { ...node, id: 'new' });
    const gateway = moved.g?.x ?? arrangement.boxes.g?.x ?? 0;
    expect(at.x + 208).toBeLessThan(gateway);
    expect(moved.s).toBeUndefined();
    expect(Object.keys(makeRoom(arrangement, 0, 100))).toHaveLength(8);
  });
});

describe('整理布局', () => {
  it('puts everything into its lane and right of what leads to it', async () => {
    const output = await new ELK().layout(elkInput(simple.flow));
    const layout = layoutFromElk(simple.flow, output);
    const arrangement = arrange(simple.flow, layout);
    noneOverlap(arrangement);
    for (const [from, to] of [
      ['s', 't'],
      ['t', 'g'],
      ['g', 'p'],
      ['p', 'u'],
      ['p', 'v'],
      ['u', 'j'],
      ['j', 'z'],
    ]) {
      const a = arrangement.boxes[from ?? ''];
      const b = arrangement.boxes[to ?? ''];
      expect((b?.x ?? 0) - ((a?.x ?? 0) + (a?.width ?? 0))).toBeGreaterThanOrEqual(GAP_X - 16);
    }
    expect(crossings(routeEdges(simple.flow, arrangement), arrangement, simple)).toEqual([]);
  });
});

/** Any flow: every step is reached from one before it, and lines lead on, back and across as they like. */
const anyFlow = fc
  .record({
    steps: fc.integer({ min: 2, max: 14 }),
    lanes: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 15, maxLength: 15 }),
    reached: fc.array(fc.nat(), { minLength: 15, maxLength: 15 }),
    more: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 }),
    shuffled: fc.boolean(),
  })
  .map(({ steps, lanes, reached, more, shuffled }) => {
    // Ids say nothing about what comes first.
    const name = (i: number): string => `n${shuffled ? (i * 7 + 3) % 17 : i}`;
    const lane = (i: number): string => ['a', 'b', 'c'][lanes[i] ?? 0] ?? 'a';
    const edges = new Set(
      Array.from({ length: steps - 1 }, (_, i) => `${name((reached[i] ?? 0) % (i + 1))}>${name(i + 1)}`),
    );
    for (const [from, to] of more) {
      const [a, b] = [from % steps, to % steps];
      if (a !== b && b !== 0) edges.add(`${name(a)}>${name(b)}`);
    }
    return draw({
      nodes: Array.from({ length: steps }, (_, i) => `${name(i)}:${i === 0 ? 'start' : 'task'}:${lane(i)}`),
      edges: [...edges],
    });
  });

describe('整理布局 of any flow', () => {
  const leftOfPredecessor = (design: Design, layout: ReturnType<typeof layoutFromColumns>): string[] => {
    const { boxes } = arrange(design.flow, layout);
    const back = backEdges(design.flow);
    return Object.values(design.flow.edges).flatMap(({ from, to }) => {
      const [a, b] = [boxes[from], boxes[to]];
      return back.has(`${from}>${to}`) || !a || !b || b.x >= a.x + a.width ? [] : [`${to} stands left of ${from}`];
    });
  };
  it('puts no step left of its predecessor, loops or not', async () => {
    const elk = new ELK();
    await fc.assert(
      fc.asyncProperty(anyFlow, async (design) => {
        const output = await elk.layout(elkInput(design.flow));
        expect(leftOfPredecessor(design, layoutFromElk(design.flow, output))).toEqual([]);
        expect(leftOfPredecessor(design, layoutFromColumns(design.flow))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('long names and many chips', () => {
  it('a long name loses its middle, so that names that begin alike stay apart', () => {
    const names = [1, 2].map((i) => `机关事业单位工作人员养老保险关系转移接续资格复核第${i}环节`);
    const shown = names.map((name) => fitName(name, 155, 2, 14));
    expect(shown[0]).not.toBe(shown[1]);
    expect(shown[0]).toMatch(/^机关事业.*….*第1环节$/);
    expect([...(shown[0] ?? '')].length).toBeLessThanOrEqual(22);
    expect(fitName('退休核准', 155, 2, 14)).toBe('退休核准');
  });
  it('chips that do not fit are counted, none is lost', () => {
    const chips = ['5 个工作日', '补正', '退上一环节', '退件'].map((text) => ({ text, title: text }));
    const { shown, hidden } = fitChips(chips, 184);
    expect([...shown, ...hidden]).toEqual(chips);
    expect(hidden.length).toBeGreaterThan(0);
    expect(fitChips(chips.slice(0, 2), 184).hidden).toEqual([]);
  });
});

describe('labels of lines', () => {
  const route = (spots: readonly { x: number; y: number; width: number }[]): Route => ({
    points: [],
    back: false,
    spots,
    plus: { x: 0, y: 0 },
  });
  const shared = { x: 100, y: 0, width: 80 };
  const own = { x: 100, y: 200, width: 80 };
  it('that say the same beside each other are said once', () => {
    const places = placeLabels(
      new Map([
        ['a', '同意'],
        ['b', '同意'],
      ]),
      { a: route([shared]), b: route([{ ...shared, x: 110 }]) },
    );
    expect([...places.keys()]).toEqual(['a']);
  });
  it('that say different things move to another stretch', () => {
    const places = placeLabels(
      new Map([
        ['a', '同意'],
        ['b', '不同意'],
      ]),
      { a: route([shared]), b: route([shared, own]) },
    );
    expect(places.get('b')).toEqual(own);
  });
  it('are never lost where there is only one place', () => {
    const places = placeLabels(
      new Map([
        ['a', '同意'],
        ['b', '不同意'],
      ]),
      { a: route([shared]), b: route([shared]) },
    );
    expect(places.size).toBe(2);
  });
  it('are never covered by the “+” of their own line', () => {
    const short = { ...route([{ x: 52, y: 0, width: 90 }]), plus: { x: 46, y: 0 } };
    const label = short.spots[0] ?? null;
    for (const text of ['同意', '申请金额大于 100,000 元']) {
      const plus = plusOf(short, label, text);
      expect(Math.abs(plus.y)).toBeGreaterThanOrEqual(text.length > 4 ? 25 : 17);
    }
    expect(plusOf(short, null, '')).toEqual(short.plus);
    const far = { ...short, plus: { x: 300, y: 0 } };
    expect(plusOf(far, label, '同意')).toEqual(far.plus);
  });
});
