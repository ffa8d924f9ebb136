import { describe, expect, it } from 'vitest';
import { decisionTableSchema } from '../../decisions/index.ts';
import { Drawn, flow, primOf } from '../testing.ts';

const table = decisionTableSchema.parse({
  id: 't',
  order: 'a0',
  name: 'Level',
  hitPolicy: 'first',
  inputs: { i: { id: 'i', order: 'a0', name: 'Sum', source: { type: 'field', field: 'sum' } } },
  outputs: { o: { id: 'o', order: 'a0', name: 'Level', kind: 'text', field: 'level' } },
  rules: {
    r1: { id: 'r1', order: 'a0', when: { i: '> 1000' }, then: { o: '"high"' } },
    r2: { id: 'r2', order: 'a1', then: { o: '"low"' } },
  },
});
const drawing = () =>
  flow()
    .node('rule', 'judge', { table: 't' })
    .task('last')
    .chain('start', 'judge', 'last', 'end')
    .field('sum', { kind: 'number' })
    .field('level', { access: { start: 'hidden' } })
    .with((design) => ({ ...design, tables: { t: table } }));

describe('rule', () => {
  it('carries its table', () => {
    expect(primOf(drawing(), 'judge')).toEqual({
      type: 'compute',
      id: 'judge',
      name: 'judge',
      sets: [],
      table,
      out: 'judge>last',
    });
  });

  it('writes what the table says of the case', () => {
    const drawn = new Drawn(drawing(), { sum: 1500 });
    expect(drawn.value('level')).toBe('high');
    expect(new Drawn(drawing(), { sum: 1000 }).value('level')).toBe('low');
    expect(drawn.open).toEqual(['last']);
  });
});
