import { emptyDesign, type Condition, type Design } from '@tongban/shared/document';
import { checkValue, fieldKinds } from '@tongban/shared/fields';
import { describe, expect, it } from 'vitest';
import { viewersOf } from '../form/access.ts';
import { addField, addSection, setAccess } from '../form/edits.ts';
import { fillSamples, sampleValue, type SampleField, type SampleSetting } from './sample-values.ts';
import { sectionsFor, tickableOf } from './sections.ts';

const setting: SampleSetting = {
  today: '2026-11-22',
  words: { text: (name) => `Sample of ${name}`, longText: (name) => `About ${name}`, file: (name) => name },
};
const field = (rules: Partial<SampleField> & Pick<SampleField, 'kind'>): SampleField => ({
  id: 'f',
  name: 'Field',
  ...rules,
});
const own = (op: 'ge' | 'gt' | 'lt' | 'le' | 'eq', right: string | number): Condition => ({
  type: 'compare',
  left: { type: 'field', id: 'f' },
  op,
  right,
});

describe('sample values', () => {
  it('fit their field, whatever its kind', () => {
    const options = [{ id: 'one', order: 'a0', name: 'One' }];
    for (const { kind } of fieldKinds) {
      for (const display of ['radio', 'multiple'] as const) {
        const one = field({ kind, options, display, accept: ['docx'] });
        expect(checkValue(one, sampleValue(one, setting)), kind).toEqual([]);
      }
    }
  });

  it('stay inside length, range and decimals', () => {
    expect(sampleValue(field({ kind: 'text', maxLength: 4 }), setting)).toBe('Samp');
    expect(sampleValue(field({ kind: 'number', min: 100 }), setting)).toBe(100);
    expect(sampleValue(field({ kind: 'number', max: 1.25, decimals: 1 }), setting)).toBe(1.2);
    expect(sampleValue(field({ kind: 'money', min: 0.15, max: 0.25, decimals: 1 }), setting)).toBe(0.2);
  });

  it('obey what the field demands of itself', () => {
    expect(sampleValue(field({ kind: 'number', valid: own('gt', 60) }), setting)).toBe(61);
    expect(sampleValue(field({ kind: 'date', valid: own('lt', '2026-01-01') }), setting)).toBe('2025-12-31');
    const both: Condition = { type: 'all', of: [own('ge', 1), own('le', 5)] };
    expect(sampleValue(field({ kind: 'number', valid: both }), setting)).toBe(5);
  });

  it('tick every department that can be ticked', () => {
    expect(sampleValue(field({ kind: 'department' }), { ...setting, tickable: ['a', 'b'] })).toEqual(['a', 'b']);
    expect(sampleValue(field({ kind: 'department' }), setting)).toBeUndefined();
  });

  it('leave alone what somebody typed', () => {
    const fields = [field({ kind: 'text' }), field({ kind: 'yesNo', id: 'g' })];
    expect(fillSamples(fields, { f: 'typed', g: undefined }, setting)).toEqual({ f: 'typed', g: true });
  });
});

function design(): Design {
  let next = addSection(addSection(emptyDesign('t', 'T'), 's1', 'One', 0), 's2', 'Two', 1);
  next = addField(next, { id: 'a', section: 's1', index: 0, kind: 'text', name: 'A' });
  next = addField(next, { id: 'b', section: 's2', index: 0, kind: 'text', name: 'B' });
  const work = {
    decisions: {},
    opinionVisibleTo: 'handlers' as const,
    powers: { correct: false, return: false, reject: false },
  };
  const body = (id: string, name: string) => ({ id, order: id, name, party: { kind: 'several' as const } });
  return {
    ...next,
    flow: {
      ...next.flow,
      nodes: {
        begin: { id: 'begin', kind: 'start', name: 'Submit' },
        ask: {
          ...work,
          id: 'ask',
          kind: 'dispatch',
          name: 'Opinions',
          bodies: { x: body('x', 'Office X'), y: body('y', 'Office Y') },
          choice: { mode: 'ticked', field: 'a' },
          join: 'all',
          rerun: 'all',
        },
      },
    },
  };
}
const seen = (place: string) => ({ place, registerName: () => 'Register', at: 0 });

describe('the form as a role sees it', () => {
  it('leaves out what the role may not see, and sections that are empty then', () => {
    const hidden = setAccess(design(), 'b', 'begin', 'hidden');
    expect(sectionsFor(hidden, seen('begin')).map((section) => section.id)).toEqual(['s1']);
  });

  it('gives each body of a dispatch its own answer', () => {
    const shown = sectionsFor(setAccess(design(), 'b', 'ask', 'own'), seen('ask/x'));
    expect(shown.flatMap((section) => section.fields).map(({ key, access }) => [key, access])).toEqual([
      ['a', 'read'],
      ['b@x', 'own'],
    ]);
  });

  it('marks what registers brought, with their name', () => {
    const base = design();
    const a = base.form.fields.a;
    if (!a) throw new Error('Expected field a');
    const shared: Design = {
      ...base,
      form: {
        ...base.form,
        fields: { ...base.form.fields, a: { ...a, source: { type: 'shared', register: 'r', attribute: 'n' } } },
      },
    };
    const [first] = sectionsFor(shared, { ...seen('begin'), brought: { a: 'From there' } });
    expect(first?.fields[0]).toMatchObject({
      access: 'read',
      value: 'From there',
      origin: { type: 'shared', registerName: 'Register' },
    });
  });

  it('offers the departments of a dispatch as roles, not the dispatch itself', () => {
    expect(viewersOf(design()).map((place) => place.id)).toEqual(['begin', 'ask/x', 'ask/y']);
  });

  it('knows which departments can be ticked', () => {
    expect(tickableOf(design()).a?.map((option) => option.name)).toEqual(['Office X', 'Office Y']);
  });
});
