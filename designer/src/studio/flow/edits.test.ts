import { emptyDesign, putLane, type Design } from '@tongban/shared/document';
import { describe, expect, it } from 'vitest';
import { arrange } from '../../ui/flow/arrange.ts';
import { addStep, appendStep, beginWith, canConnect, drawLine, insertStep, moveSteps, nudgeStep } from './edits.ts';
import { draw } from './palette.ts';

const language = 'zh-CN';
const step = (id: string, entry: Parameters<typeof draw>[0] = 'task') => draw(entry, { id, language });

function blank(): Design {
  let design = emptyDesign('x', 'x');
  design = putLane(design, { id: 'a', name: 'A', party: { kind: 'applicant' } });
  design = putLane(design, { id: 'b', name: 'B', party: { kind: 'department', type: 'x', level: 'same' } });
  return addStep(design, step('s', 'start'), { x: 0, y: 10 });
}
const lines = (design: Design): string[] =>
  Object.values(design.flow.edges).map((edge) => `${edge.from}>${edge.to}${edge.decision ? `:${edge.decision}` : ''}`);

describe('drawing by clicking', () => {
  it('appends step after step in the lane of the one before, but asks who works after a submission', () => {
    let design = appendStep(blank(), step('t'), 's', 'e1');
    expect(design.flow.nodes.t?.lane).toBeUndefined();
    design = appendStep(design, step('z', 'end'), 't', 'e2');
    expect(lines(design)).toEqual(['s>t', 't>z']);
    const office = { ...design, flow: { ...design.flow, nodes: { ...design.flow.nodes } } };
    office.flow.nodes.t = { ...step('t'), lane: 'b' };
    expect(appendStep(office, step('u'), 't', 'e3').flow.nodes.u?.lane).toBe('b');
    const { boxes } = arrange(design.flow, design.layout);
    expect(boxes.z?.x).toBeGreaterThan(boxes.t?.x ?? Infinity);
    expect(boxes.z?.y).toBe(boxes.s?.y ?? 0);
  });

  it('begins a blank page with those who submit', () => {
    const design = beginWith(emptyDesign('x', 'x'), step('s', 'start'), { id: 'l', name: '申请单位' });
    expect(design.flow.lanes.l?.party).toEqual({ kind: 'applicant' });
    expect(design.flow.nodes.s?.lane).toBe('l');
    const again = beginWith(design, step('s2', 'start'), { id: 'm', name: 'M' });
    expect(Object.keys(again.flow.lanes)).toEqual(['l']);
  });

  it('puts a step in between when the way on is already drawn', () => {
    let design = appendStep(blank(), step('z', 'end'), 's', 'e1');
    design = appendStep(design, step('t'), 's', 'e2');
    expect(lines(design)).toEqual(['s>t', 't>z']);
    const { boxes } = arrange(design.flow, design.layout);
    expect((boxes.t?.x ?? 0) + 208).toBeLessThan(boxes.z?.x ?? 0);
  });

  it('gives the second way out of a step the refusal', () => {
    const task = step('t');
    if (task.kind !== 'task') throw new Error('expected a task');
    const no = { id: 'no', order: 'a9', name: '不同意', tone: 'negative' as const, opinionRequired: true };
    let design = appendStep(blank(), { ...task, decisions: { ...task.decisions, no } }, 's', 'e1');
    design = appendStep(design, step('z', 'end'), 't', 'e2');
    design = appendStep(design, step('y', 'end'), 't', 'e3');
    expect(lines(design)).toEqual(['s>t', 't>z', 't>y:no']);
    const { boxes } = arrange(design.flow, design.layout);
    expect(boxes.y?.y).toBeGreaterThan(boxes.z?.y ?? Infinity);
  });

  it('branches of a gateway stand below each other', () => {
    let design = appendStep(blank(), step('g', 'exclusive'), 's', 'e1');
    design = appendStep(design, step('t'), 'g', 'e2');
    design = appendStep(design, step('u'), 'g', 'e3');
    expect(lines(design)).toEqual(['s>g', 'g>t', 'g>u']);
    expect(design.layout.t?.y).not.toBe(design.layout.u?.y);
  });

  it('a step dropped into a line leaves the rest in order', () => {
    let design = appendStep(blank(), step('t'), 's', 'e1');
    design = appendStep(design, step('z', 'end'), 't', 'e2');
    design = insertStep(design, step('n'), 'e2', 'e3');
    expect(lines(design)).toEqual(['s>t', 't>n', 'n>z']);
  });

  it('a new countersigned step has its signers', () => {
    const node = draw('countersign', {
      id: 'c',
      language,
      signers: [
        { name: '甲', post: 'p' },
        { name: '乙', post: 'q' },
      ],
    });
    expect(node.kind === 'task' && node.mode === 'all' && Object.keys(node.signers)).toEqual(['signer1', 'signer2']);
  });
});

describe('moving', () => {
  const drawn = appendStep(appendStep(blank(), step('t'), 's', 'e1'), step('z', 'end'), 't', 'e2');

  it('a drop in another row changes the lane and nothing else moves', () => {
    const before = arrange(drawn.flow, drawn.layout);
    const rowB = before.lanes[1];
    const design = moveSteps(drawn, { t: { x: before.boxes.t?.x ?? 0, y: (rowB?.y ?? 0) + 4 } });
    expect(design.flow.nodes.t?.lane).toBe('b');
    const after = arrange(design.flow, design.layout);
    expect(after.boxes.s).toEqual(before.boxes.s);
    expect(after.boxes.z).toEqual(before.boxes.z);
  });

  it('by keyboard: sideways on the grid, up and down through the lanes', () => {
    expect(nudgeStep(drawn, 't', 'right').layout.t?.x).toBe((drawn.layout.t?.x ?? 0) + 24);
    const down = nudgeStep(drawn, 't', 'down');
    expect(down.flow.nodes.t?.lane).toBe('b');
    expect(nudgeStep(down, 't', 'down')).toEqual(down);
    expect(nudgeStep(down, 't', 'up').flow.nodes.t?.lane).toBe('a');
  });
});

describe('connecting', () => {
  const drawn = appendStep(appendStep(blank(), step('t'), 's', 'e1'), step('z', 'end'), 't', 'e2');
  it('refuses what can never run', () => {
    expect(canConnect(drawn, 't', 's')).toBe(false);
    expect(canConnect(drawn, 'z', 't')).toBe(false);
    expect(canConnect(drawn, 't', 't')).toBe(false);
    expect(canConnect(drawn, 's', 't')).toBe(false);
    expect(canConnect(drawn, 's', 'z')).toBe(true);
  });
  it('draws a line once', () => {
    const twice = drawLine(drawn, { id: 'e9', from: 't', to: 'z' });
    expect(twice).toBe(drawn);
  });
});
