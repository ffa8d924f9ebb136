import { describe, expect, it } from 'vitest';
import { Drawn, flow, primOf } from '../testing.ts';

const map = (field: string, name: string) => ({ m: { id: 'm', order: 'a0', field, name } });
const drawing = () =>
  flow()
    .node('connect', 'call', {
      method: 'PUT',
      url: '{registry}/cases',
      headers: { h: { id: 'h', order: 'a0', name: 'X-Token', value: '{token}' } },
      inputs: map('who', 'person.name'),
      into: map('answer', 'number'),
    })
    .task('last')
    .chain('start', 'call', 'last', 'end')
    .field('who')
    .field('answer', { access: { start: 'hidden' } });

describe('connect', () => {
  it('keeps address and headers as settings, without data of the case', () => {
    expect(primOf(drawing(), 'call')).toMatchObject({
      type: 'job',
      job: {
        kind: 'connect',
        settings: { method: 'PUT', url: '{registry}/cases', 'header.X-Token': '{token}' },
        inputs: [{ field: 'who', name: 'person.name' }],
        into: [{ field: 'answer', name: 'number' }],
        retries: 3,
        byHand: null,
      },
    });
  });

  it('goes another way when it fails for good', () => {
    const drawn = new Drawn(
      drawing().node('onError', 'down', { attachedTo: 'call' }).task('phone').chain('down', 'phone', 'end'),
    );
    drawn.fails('call');
    expect(drawn.open).toEqual(['phone']);
  });

  it('is an incident when nothing is drawn for it', () => {
    const drawn = new Drawn(drawing());
    expect(drawn.fails('call')).toContain('incidentRaised jobFailed');
    expect(drawn.holder('call')).not.toBe('');
    const answered = new Drawn(drawing());
    answered.answer('call', { number: '7' });
    expect(answered.value('answer')).toBe('7');
  });
});
