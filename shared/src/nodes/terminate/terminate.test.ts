import { describe, expect, it } from 'vitest';
import { Drawn, flow, primOf } from '../testing.ts';

describe('terminate', () => {
  const drawing = (of: 'case' | 'group') =>
    flow()
      .node('group', 'part')
      .node('start', 'begin', { group: 'part' })
      .node('parallel', 'fork', { group: 'part' })
      .task('left', { group: 'part', decides: ['ok', '-no'] })
      .task('right', { group: 'part' })
      .node('terminate', 'stop', { group: 'part', of, result: 'refused' })
      .task('last')
      .chain('start', 'part', 'last', 'end')
      .chain('begin', 'fork', 'left')
      .chain('fork', 'right')
      .edge('left', 'stop', { decision: 'no' })
      .node('end', 'leftEnd', { group: 'part' })
      .edge('left', 'leftEnd', { decision: 'ok' });

  it('throws, and nothing follows it', () => {
    expect(primOf(drawing('case'), 'stop')).toEqual({
      type: 'throw',
      id: 'stop',
      name: 'stop',
      what: { type: 'terminate', of: 'case', result: 'refused' },
      out: null,
    });
  });

  it('of the case ends it with its result, whatever else is under way', () => {
    const drawn = new Drawn(drawing('case'));
    expect(drawn.open).toEqual(['left', 'right']);
    drawn.done('left', 'no');
    expect(drawn.result).toBe('refused');
    expect(drawn.open).toEqual([]);
  });

  it('of the group ends the group only', () => {
    const drawn = new Drawn(drawing('group'));
    drawn.done('left', 'no');
    expect(drawn.open).toEqual(['last']);
    drawn.done('last');
    expect(drawn.result).not.toBeNull();
  });
});
