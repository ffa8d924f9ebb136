/** Files that belong to the case. The value names them; their content lives in the files area. */
import type { FileRef, Value } from '../../kernel/types.ts';
import type { FieldKindDefinition, ValueProblem, ValueRules } from '../kind.ts';
import { isFileRef, isList, plain, wrongKind } from '../kind.ts';

/** Bytes of one file when the field does not say. */
export const FILE_BYTES = 20 * 1024 * 1024;
/** Files of one field when the field does not say. */
export const FILE_COUNT = 10;

export const file: FieldKindDefinition = {
  kind: 'file',
  holdsValue: true,
  defaults: { width: 'full', accept: ['pdf', 'docx', 'jpg', 'png'], maxBytes: FILE_BYTES, maxCount: 5 },
  check(rules, value) {
    if (!isFiles(value)) return wrongKind('file');
    const max = rules.maxCount ?? FILE_COUNT;
    const problems = value.flatMap((one) => checkFile(rules, one));
    return value.length > max
      ? [{ code: 'tooManyFiles', params: { max, count: value.length } }, ...problems]
      : problems;
  },
  format: (_rules, value) => plain(value),
};

/** One file against the field's limits, before or after it is stored. */
export function checkFile(rules: ValueRules, one: Pick<FileRef, 'name' | 'bytes'>): readonly ValueProblem[] {
  const problems: ValueProblem[] = [];
  const accept = rules.accept ?? [];
  const extension = one.name.includes('.') ? (one.name.split('.').at(-1) ?? '').toLowerCase() : '';
  if (accept.length > 0 && !accept.some((allowed) => allowed.toLowerCase() === extension)) {
    problems.push({ code: 'fileType', params: { name: one.name, accept: accept.join('、') } });
  }
  const max = rules.maxBytes ?? FILE_BYTES;
  if (one.bytes > max) problems.push({ code: 'fileTooLarge', params: { name: one.name, max: size(max) } });
  return problems;
}

function isFiles(value: Value): value is readonly FileRef[] {
  return value !== null && typeof value === 'object' && isList<unknown>(value) && value.every(isFileRef);
}

/** Bytes as people read them: 20 MB, 512 KB. */
function size(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes >= 1 ? `${Math.round(megabytes * 10) / 10} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
