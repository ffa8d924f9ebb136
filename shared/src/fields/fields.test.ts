import { expect, test } from 'vitest';
import type { FieldKind } from '../document/index.ts';
import { FIELD_KINDS } from '../document/index.ts';
import { FIELD_KIND_HINTS, FIELD_KIND_WORDS, PROBLEM_WORDS } from '../words/index.ts';
import {
  VALUE_PROBLEMS,
  checkValue,
  fieldKind,
  fieldKinds,
  formatValue,
  isEmpty,
  isMasked,
  maskValue,
  newField,
} from './index.ts';

test('every kind of the document is registered once, under its own name', () => {
  expect(fieldKinds.map((kind) => kind.kind)).toEqual([...FIELD_KINDS]);
});

test('an unknown kind says what was expected', () => {
  const unknown: string = 'colour';
  expect(() => fieldKind(unknown as FieldKind)).toThrow(/Expected a field kind of text, .* but found colour/);
});

test('every kind can be put on a form', () => {
  for (const kind of FIELD_KINDS) {
    const field = newField({ id: 'f', order: 'a0', section: 's', kind, name: '新字段' });
    expect(field).toMatchObject({ id: 'f', kind, access: {}, rules: {} });
  }
});

test('nothing filled in is never wrong by itself, whatever the kind', () => {
  for (const kind of FIELD_KINDS) {
    for (const value of [undefined, null, '']) expect(checkValue({ kind }, value)).toEqual([]);
    expect(formatValue({ kind }, null)).toBe('');
  }
  for (const kind of ['choice', 'department', 'file'] as const)
    expect(checkValue({ kind, display: 'multiple' }, [])).toEqual([]);
});

test('blank text and empty lists are empty; no and zero are answers', () => {
  expect([undefined, null, '', '  ', []].map(isEmpty)).toEqual([true, true, true, true, true]);
  expect([false, 0, 'x', ['a']].map(isEmpty)).toEqual([false, false, false, false]);
});

test('only identity numbers and telephone numbers are masked', () => {
  expect(FIELD_KINDS.filter(isMasked)).toEqual(['idCard', 'phone']);
  expect(maskValue({ kind: 'text' }, '公开')).toBe('公开');
});

test('no value of another kind makes showing it fail', () => {
  const values = ['x', 3, true, ['a'], [{ id: '1', name: 'n.pdf', bytes: 1 }]];
  for (const kind of FIELD_KINDS) {
    for (const value of values) {
      expect(typeof formatValue({ kind }, value)).toBe('string');
      expect(typeof maskValue({ kind }, value)).toBe('string');
      expect(Array.isArray(checkValue({ kind }, value))).toBe(true);
    }
  }
});

test('every kind and every problem has words in both languages', () => {
  for (const kind of FIELD_KINDS) {
    for (const words of [FIELD_KIND_WORDS[kind], FIELD_KIND_HINTS[kind]]) expect(words.zh && words.en).toBeTruthy();
  }
  for (const code of VALUE_PROBLEMS) {
    const { zh, en } = PROBLEM_WORDS[code];
    const holes = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
    expect(zh && en).toBeTruthy();
    expect(holes(zh)).toEqual(holes(en));
  }
});
