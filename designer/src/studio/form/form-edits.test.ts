import { emptyDesign, fieldsOf, sorted, type Design } from '@tongban/shared/document';
import { describe, expect, it } from 'vitest';
import { accessAt, placesOf } from './access.ts';
import {
  addElement,
  addField,
  addOption,
  addSection,
  copyField,
  removeField,
  removeSection,
  setAccess,
  setRule,
  stepOption,
} from './edits.ts';
import { formFigures } from './figures.ts';
import { fieldsInOrder, moveField, stepField, stepSection, toNeighbour } from './placement.ts';

/** Two sections, three fields in the first and one in the second. */
function sample(): Design {
  let design = emptyDesign('t', 'A form');
  design = addSection(design, 's1', 'First', 0);
  design = addSection(design, 's2', 'Second', 1);
  for (const [index, id] of ['a', 'b', 'c'].entries()) {
    design = addField(design, { id, section: 's1', index, kind: 'text', name: id });
  }
  return addField(design, { id: 'd', section: 's2', index: 0, kind: 'money', name: 'd' });
}
const ids = (design: Design, section: string) => fieldsOf(design, section).map((field) => field.id);

function withFlow(design: Design): Design {
  const flow = {
    ...design.flow,
    lanes: {
      l1: { id: 'l1', order: 'a0', name: 'Applicant', party: { kind: 'applicant' as const } },
      l2: {
        id: 'l2',
        order: 'a1',
        name: 'Office',
        party: { kind: 'department' as const, type: 'x', level: 'same' as const },
      },
    },
    nodes: {
      begin: { id: 'begin', kind: 'start' as const, name: 'Submit', lane: 'l1' },
      late: { ...task('late', 'Second step'), lane: 'l2' },
      early: { ...task('early', 'First step'), lane: 'l2' },
    },
    edges: {
      e1: { id: 'e1', order: 'a0', from: 'begin', to: 'early' },
      e2: { id: 'e2', order: 'a0', from: 'early', to: 'late' },
    },
  };
  return { ...design, flow };
}
const task = (id: string, name: string) => ({
  id,
  name,
  kind: 'task' as const,
  mode: 'single' as const,
  signers: {},
  decisions: {},
  opinionVisibleTo: 'handlers' as const,
  powers: { correct: false, return: false, reject: false },
});

describe('building a form', () => {
  it('puts a field where the "+" was, and moves it one place at a time', () => {
    let design = addField(sample(), { id: 'x', section: 's1', index: 1, kind: 'date', name: 'x' });
    expect(ids(design, 's1')).toEqual(['a', 'x', 'b', 'c']);
    design = stepField(design, 'x', 1);
    expect(ids(design, 's1')).toEqual(['a', 'b', 'x', 'c']);
    design = stepField(stepField(design, 'x', -1), 'x', -1);
    expect(ids(design, 's1')).toEqual(['x', 'a', 'b', 'c']);
  });

  it('moves a field past the end of its section into the next, and back to where it came from', () => {
    const there = stepField(sample(), 'c', 1);
    expect([ids(there, 's1'), ids(there, 's2')]).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    const back = stepField(there, 'c', -1);
    expect([ids(back, 's1'), ids(back, 's2')]).toEqual([['a', 'b', 'c'], ['d']]);
    expect(ids(toNeighbour(sample(), 'a', 1), 's2')).toEqual(['a', 'd']);
  });

  it('says nothing changed when a move leads nowhere', () => {
    const design = sample();
    expect(stepField(design, 'a', -1)).toBe(design);
    expect(stepField(design, 'd', 1)).toBe(design);
    expect(moveField(design, 'b', 's1', 1)).toBe(design);
    expect(moveField(design, 'b', 'nowhere', 0)).toBe(design);
    expect(stepSection(design, 's2', 1)).toBe(design);
  });

  it('reads the fields as they stand on the page after sections change places', () => {
    expect(fieldsInOrder(stepSection(sample(), 's2', -1)).map((field) => field.id)).toEqual(['d', 'a', 'b', 'c']);
  });

  it('takes kind, element and source of a field from the dictionary', () => {
    const entry = { id: 'de-1', name: 'Born', kind: 'date' as const, register: 'r', attribute: 'born', config: {} };
    const design = addElement(sample(), entry, { section: 's2', index: 1 }, 'born');
    expect(design.form.fields.born).toMatchObject({
      kind: 'date',
      name: 'Born',
      element: 'de-1',
      source: { type: 'shared', register: 'r', attribute: 'born' },
    });
  });

  it('deletes a field with what pointed at it', () => {
    let design = sample();
    design = {
      ...design,
      materials: { m: { id: 'm', order: 'a0', name: 'Proof', exempt: false, field: 'a' } },
      parties: { applicant: 'person', subject: { kind: 'person', keyField: 'a', nameField: 'b' } },
    };
    const next = removeField(design, 'a');
    expect(next.form.fields.a).toBeUndefined();
    expect(next.materials.m).not.toHaveProperty('field');
    expect(next.parties.subject).toEqual({ kind: 'person', nameField: 'b' });
  });

  it('keeps the fields of a deleted section in the section before it', () => {
    const next = removeSection(sample(), 's2');
    expect(ids(next, 's1')).toEqual(['a', 'b', 'c', 'd']);
    expect(next.form.sections.s2).toBeUndefined();
  });

  it('copies a field right behind itself', () => {
    expect(ids(copyField(sample(), 'a', 'a2', 'Copy'), 's1')).toEqual(['a', 'a2', 'b', 'c']);
  });

  it('orders the options of a choice', () => {
    const design = addField(sample(), {
      id: 'q',
      section: 's1',
      index: 0,
      kind: 'choice',
      name: 'q',
      options: [
        { id: 'o1', name: 'One' },
        { id: 'o2', name: 'Two' },
      ],
    });
    const field = design.form.fields.q;
    if (!field) throw new Error('Expected the field that was just added');
    const moved = stepOption(addOption(field, 'o3', 'Three'), 'o3', -1);
    expect(sorted(moved.options).map((option) => option.id)).toEqual(['o1', 'o3', 'o2']);
  });

  it('removes a rule without leaving an empty one behind', () => {
    const ruled = setRule(sample(), 'a', 'required', true);
    expect(ruled.form.fields.a?.rules).toEqual({ required: true });
    expect(setRule(ruled, 'a', 'required', undefined).form.fields.a?.rules).toEqual({});
  });
});

describe('who sees and fills', () => {
  it('lists the steps as the flow reaches them, with their offices', () => {
    expect(placesOf(withFlow(sample())).map((place) => [place.name, place.office])).toEqual([
      ['Submit', 'Applicant'],
      ['First step', 'Office'],
      ['Second step', 'Office'],
    ]);
  });

  it('inherits: typed at the start, read elsewhere, until a step says otherwise', () => {
    const design = withFlow(sample());
    const field = (d: Design) => {
      const found = d.form.fields.a;
      if (!found) throw new Error('Expected field a');
      return found;
    };
    expect(accessAt(design, field(design), 'begin')).toBe('write');
    expect(accessAt(design, field(design), 'early')).toBe('read');
    const stated = setAccess(design, 'a', 'early', 'hidden');
    expect(accessAt(stated, field(stated), 'early')).toBe('hidden');
    expect(accessAt(stated, field(stated), 'early/body')).toBe('hidden');
    const back = setAccess(stated, 'a', 'early', null);
    expect(accessAt(back, field(back), 'early')).toBe('read');
  });

  it('counts what the applicant meets, by where it comes from, and apart what officials fill later', () => {
    let design = withFlow(sample());
    design = { ...design, form: { ...design.form, fields: { ...design.form.fields } } };
    const b = design.form.fields.b;
    if (!b) throw new Error('Expected field b');
    design.form.fields.b = { ...b, source: { type: 'shared', register: 'r', attribute: 'x' } };
    design = addField(design, { id: 'n', section: 's1', index: 0, kind: 'note', name: 'Read this' });
    design = setAccess(design, 'd', 'begin', 'hidden');
    expect(formFigures(design)).toEqual({ fields: 3, shared: 1, computed: 0, manual: 2, later: 1 });
  });
});
