import { describe, expect, it } from 'vitest';
import { Drawn, flow, primOf } from '../testing.ts';

describe('notify', () => {
  const drawing = () =>
    flow()
      .node('notify', 'tell', { to: { type: 'lane', lane: 'office' }, channels: ['inApp', 'sms'], text: 'Come' })
      .task('last')
      .chain('start', 'tell', 'last', 'end');

  it('tells and goes on', () => {
    expect(primOf(drawing(), 'tell')).toEqual({
      type: 'throw',
      id: 'tell',
      name: 'tell',
      what: { type: 'notify', to: { type: 'lane', lane: 'office' }, channels: ['inApp', 'sms'], text: 'Come' },
      out: 'tell>last',
    });
    expect(new Drawn(drawing()).open).toEqual(['last']);
  });
});
