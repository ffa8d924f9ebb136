import { describe, expect, it } from 'vitest';
import { Drawn, flow, primOf } from '../testing.ts';

const drawing = (more: Readonly<Record<string, unknown>> = {}) =>
  flow()
    .node('fetch', 'get', {
      register: 'people',
      into: { m: { id: 'm', order: 'a0', field: 'sex', name: 'sex' } },
      retries: 1,
      retryMinutes: 10,
      timeoutSeconds: 20,
      ...more,
    })
    .task('last')
    .chain('start', 'get', 'last', 'end')
    .field('number', { kind: 'idCard' })
    .field('other')
    .field('sex', { access: { start: 'hidden' } })
    .with((design) => ({
      ...design,
      parties: { ...design.parties, subject: { ...design.parties.subject, keyField: 'number' } },
    }));

describe('fetch', () => {
  it('asks the register by the key of the subject, or by a field of its own', () => {
    expect(primOf(drawing(), 'get')).toEqual({
      type: 'job',
      id: 'get',
      name: 'get',
      lane: null,
      boundaries: [],
      out: 'get>last',
      job: {
        kind: 'fetch',
        settings: { register: 'people' },
        inputs: [{ field: 'number', name: 'key' }],
        into: [{ field: 'sex', name: 'sex' }],
        retries: 1,
        retryMinutes: 10,
        timeoutSeconds: 20,
        byHand: null,
      },
    });
    expect(primOf(drawing({ key: 'other' }), 'get')).toMatchObject({ job: { inputs: [{ field: 'other' }] } });
  });

  it('holds the case until the answer has come, and keeps it', () => {
    const drawn = new Drawn(drawing());
    expect(drawn.open).toEqual([]);
    drawn.answer('get', { sex: 'male' });
    expect(drawn.open).toEqual(['last']);
    expect(drawn.value('sex')).toBe('male');
  });

  it('is done by hand when the register cannot be reached: the answer can be typed, what was asked read', () => {
    const byHand = { lane: 'office', post: 'clerk', instruction: 'Look it up', done: '' };
    const builder = drawing({ byHand, name: 'Sex' }).with((design) => ({
      ...design,
      form: { ...design.form, defaultAccess: 'hidden' as const },
    }));
    const drawn = new Drawn(builder);
    const { fields, prims } = drawn.play.definition.executable;
    const accessTo = (field: string) => fields.find(({ id }) => id === field)?.access['get/@byHand'];
    expect([accessTo('sex'), accessTo('number'), accessTo('other')]).toEqual(['write', 'read', undefined]);
    expect(prims['get']).toMatchObject({ job: { byHand: { ...byHand, done: 'Sex' } } });
    drawn.fails('get');
    expect(drawn.open).toEqual(['get/@byHand']);
    drawn.done('get', 'done', { element: '@byHand' });
    expect(drawn.open).toEqual(['last']);
  });
});
