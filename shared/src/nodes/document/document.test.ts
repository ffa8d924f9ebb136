import { describe, expect, it } from 'vitest';
import { Drawn, flow, primOf } from '../testing.ts';
import { placesOf } from '../places.ts';

const drawing = () =>
  flow()
    .node('document', 'write', { title: 'Reply', template: 'To {who}: {sum}, {who}.', target: 'paper', seal: 'office' })
    .task('last')
    .chain('start', 'write', 'last', 'end')
    .field('who')
    .field('sum')
    .field('paper', { kind: 'file', access: { start: 'hidden' } });

describe('document', () => {
  it('is given the values that its text names, once each, and answers with one file', () => {
    expect(primOf(drawing(), 'write')).toMatchObject({
      type: 'job',
      job: {
        kind: 'document',
        settings: { title: 'Reply', template: 'To {who}: {sum}, {who}.', seal: 'office' },
        inputs: [
          { field: 'who', name: 'who' },
          { field: 'sum', name: 'sum' },
        ],
        into: [{ field: 'paper', name: 'file' }],
      },
    });
  });

  it('puts the file into its field', () => {
    const drawn = new Drawn(drawing());
    const file = [{ id: 'f1', name: 'reply.docx', bytes: 10 }];
    drawn.answer('write', { file });
    expect(drawn.value('paper')).toEqual(file);
    expect(drawn.open).toEqual(['last']);
  });

  it('finds places whatever the ids are written in', () => {
    expect(placesOf('{姓名} {f_1}{ } {} {a b}')).toEqual(['姓名', 'f_1']);
  });
});
