import { emptyDesign, sorted, type Design } from '@tongban/shared/document';
import { describe, expect, it } from 'vitest';
import { addSection } from '../form/edits.ts';
import {
  addItem,
  addMaterial,
  changeMaterial,
  giveUploadField,
  lead,
  materialFigures,
  removeItem,
  removeMaterial,
  stepMaterial,
} from './edits.ts';

function materialOf(design: Design, id: string) {
  const material = design.materials[id];
  if (!material) throw new Error(`Expected material ${id}`);
  return material;
}

describe('materials', () => {
  const two = addMaterial(addMaterial(emptyDesign('t', 'T'), 'm1', 'Proof'), 'm2', 'Licence');

  it('counts what is free of submission and what is uploaded', () => {
    expect(materialFigures(changeMaterial(two, 'm2', { exempt: true }))).toEqual({ all: 2, exempt: 1, upload: 1 });
  });

  it('forgets why a material was not needed as soon as it is needed again', () => {
    const free = changeMaterial(two, 'm1', { exempt: true, exemptReason: 'Shared' });
    expect(materialOf(free, 'm1').exemptReason).toBe('Shared');
    expect(materialOf(changeMaterial(free, 'm1', { exempt: false }), 'm1')).not.toHaveProperty('exemptReason');
  });

  it('gives a material its upload field in one step', () => {
    const design = giveUploadField(addSection(two, 's', 'Files', 0), 'm1', 'f1');
    expect(design.form.fields.f1).toMatchObject({ kind: 'file', name: 'Proof', section: 's' });
    expect(materialOf(design, 'm1').field).toBe('f1');
    expect(giveUploadField(two, 'm1', 'f1')).toBe(two);
  });

  it('moves within the list and stops at its ends', () => {
    expect(sorted(stepMaterial(two, 'm2', -1).materials).map((material) => material.id)).toEqual(['m2', 'm1']);
    expect(stepMaterial(two, 'm1', -1)).toBe(two);
    expect(Object.keys(removeMaterial(two, 'm1').materials)).toEqual(['m2']);
  });
});

describe('items', () => {
  const blank = emptyDesign('t', 'T');
  const two = addItem(addItem(blank, 'a', { id: 'i1', version: 2 }), 'b', { id: 'i2', version: 1 });

  it('lets the first item lead and never takes one twice', () => {
    expect(sorted(two.items).map((ref) => [ref.item, ref.version, ref.role])).toEqual([
      ['i1', 2, 'lead'],
      ['i2', 1, 'co'],
    ]);
    expect(addItem(two, 'c', { id: 'i1', version: 2 })).toBe(two);
  });

  it('has one lead at a time', () => {
    expect(sorted(lead(two, 'b').items).map((ref) => ref.role)).toEqual(['co', 'lead']);
    expect(Object.keys(removeItem(two, 'a').items)).toEqual(['b']);
  });
});
