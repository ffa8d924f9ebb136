import { connect, emptyDesign, putNode, type Design } from '@tongban/shared/document';
import { describe, expect, it } from 'vitest';
import { draw } from '../flow/palette.ts';
import { setPredecessors, stepRows } from './model.ts';

function drawn(): Design {
  let design = emptyDesign('x', 'x');
  for (const [id, entry] of [
    ['s', 'start'],
    ['t', 'task'],
    ['p', 'parallel'],
    ['u', 'task'],
    ['v', 'task'],
    ['j', 'parallel'],
    ['z', 'end'],
  ] as const) {
    design = putNode(design, { ...draw(entry, { id, language: 'zh-CN' }), name: id.toUpperCase() });
  }
  for (const line of ['s>t', 't>p', 'p>u', 'p>v', 'u>j', 'v>j', 'j>z']) {
    const [from = '', to = ''] = line.split('>');
    design = connect(design, { id: line, from, to });
  }
  return design;
}

describe('环节表', () => {
  it('lists the steps in order, with what comes before through gateways', () => {
    const rows = stepRows(drawn());
    expect(rows.map((row) => row.node.id)).toEqual(['s', 't', 'u', 'v', 'z']);
    expect(rows.map((row) => row.before.map((before) => before.name).join())).toEqual(['', 'S', 'T', 'T', 'U,V']);
    expect(rows[1]?.results).toEqual(['同意']);
  });

  it('changes what comes before, and leaves what leads through gateways', () => {
    let n = 0;
    const more = setPredecessors(drawn(), 'v', ['t', 'u'], () => `new${n++}`);
    expect(Object.keys(more.flow.edges)).toContain('new0');
    expect(more.flow.edges.new0).toMatchObject({ from: 'u', to: 'v' });
    const fewer = setPredecessors(more, 'v', ['t'], () => `new${n++}`);
    expect(Object.keys(fewer.flow.edges)).toEqual(Object.keys(drawn().flow.edges));
    const none = setPredecessors(drawn(), 't', [], () => 'x');
    expect(none.flow.edges['s>t']).toBeUndefined();
  });
});
