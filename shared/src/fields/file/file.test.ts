import { expect, test } from 'vitest';
import { checkValue, formatValue } from '../index.ts';

const plan = { kind: 'file', accept: ['pdf', 'docx'], maxBytes: 1024 * 1024, maxCount: 2 } as const;
const ref = (name: string, bytes = 10) => ({ id: name, name, bytes });

test('files of an accepted type, size and number are taken and listed by name', () => {
  expect(checkValue(plan, [ref('方案.PDF'), ref('附图.docx')])).toEqual([]);
  expect(formatValue(plan, [ref('方案.pdf'), ref('附图.docx')])).toBe('方案.pdf、附图.docx');
});

test('a forbidden type, a file too large and one file too many are each said, with the file', () => {
  expect(checkValue(plan, [ref('a.exe'), ref('b.pdf', 2 * 1024 * 1024), ref('noextension')])).toEqual([
    { code: 'tooManyFiles', params: { max: 2, count: 3 } },
    { code: 'fileType', params: { name: 'a.exe', accept: 'pdf、docx' } },
    { code: 'fileTooLarge', params: { name: 'b.pdf', max: '1 MB' } },
    { code: 'fileType', params: { name: 'noextension', accept: 'pdf、docx' } },
  ]);
});

test('a name is not a file', () => {
  expect(checkValue(plan, ['a.pdf'])).toEqual([{ code: 'wrongKind', params: { kind: 'file' } }]);
});
