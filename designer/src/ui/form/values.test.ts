import type { FieldView, SectionView } from '@tongban/shared/kernel';
import { describe, expect, it } from 'vitest';
import { arrange, countFields, isMissing, valueOf } from './values.ts';

function field(
  id: string,
  change: Partial<FieldView> = {},
  source: FieldView['field']['source'] = { type: 'manual' },
): FieldView {
  return {
    field: {
      id,
      section: 's',
      kind: 'text',
      name: id,
      help: null,
      element: null,
      source,
      width: 'half',
      maxLength: null,
      min: null,
      max: null,
      decimals: null,
      unit: null,
      options: [],
      display: null,
      accept: null,
      maxBytes: null,
      maxCount: null,
      text: null,
      required: false,
      requiredWhen: null,
      visible: null,
      valid: null,
      message: null,
    },
    key: id,
    access: 'write',
    required: false,
    value: undefined,
    origin: null,
    masked: false,
    remark: null,
    disputed: null,
    ...change,
  };
}
const shared = (id: string, change: Partial<FieldView> = {}) =>
  field(id, { access: 'read', ...change }, { type: 'shared', register: 'r', attribute: id });
const section = (id: string, fields: readonly FieldView[]): SectionView => ({ id, name: id, help: null, fields });

const APPLYING = { mode: 'edit', byHand: 'by hand', fold: true } as const;

describe('an applicant finds what is left to type', () => {
  const sections = [
    section('person', [shared('name'), shared('birth'), field('phone')]),
    section('post', [shared('office'), shared('rank'), shared('since')]),
  ];

  it('first, pulled together, when it is little among much that is shared', () => {
    const [first, ...others] = arrange(sections, APPLYING);
    expect(first?.name).toBe('by hand');
    expect(first?.fields.map((one) => one.key)).toEqual(['phone']);
    expect(others.map((one) => [one.id, one.folded])).toEqual([
      ['person', true],
      ['post', true],
    ]);
  });

  it('in its own sections when there is as much to type as to look over', () => {
    const typed = [section('a', [shared('x')]), section('b', [field('p'), field('q')])];
    expect(arrange(typed, APPLYING).map((one) => one.id)).toEqual(['b', 'a']);
  });

  it('while those who decide read every section open', () => {
    expect(arrange(sections, { ...APPLYING, fold: false }).every((one) => !one.folded)).toBe(true);
    expect(arrange(sections, { ...APPLYING, mode: 'read' }).map((one) => one.id)).toEqual(['person', 'post']);
  });
});

describe('the counts in sight', () => {
  it('tell shared, computed and typed apart, notes left out', () => {
    const note = field('hint');
    const sections = [
      section('s', [
        shared('a'),
        shared('b'),
        field('c'),
        field('d', { access: 'read' }, { type: 'computed', feel: '1' }),
        { ...note, field: { ...note.field, kind: 'note' } },
      ]),
    ];
    expect(countFields(sections)).toEqual({ fields: 4, shared: 2, computed: 1, manual: 1 });
  });

  it('count a shared field as typed while its register is down', () => {
    expect(countFields([section('s', [shared('a', { access: 'write' }), shared('b')])])).toEqual({
      fields: 2,
      shared: 1,
      computed: 0,
      manual: 1,
    });
  });
});

describe('what a field holds', () => {
  it('is what was typed here, also when it was emptied on purpose', () => {
    const filled = field('a', { value: 'old', required: true });
    expect(valueOf(filled, {})).toBe('old');
    expect(valueOf(filled, { a: null })).toBe(null);
    expect(isMissing(filled, {})).toBe(false);
    expect(isMissing(filled, { a: null })).toBe(true);
    expect(isMissing({ ...filled, access: 'read' }, { a: null })).toBe(false);
  });
});
