/**
 * 生成文书: writes a text from its template, with `{field id}` as places for values, and stores it with the case. One
 * attempt writes one file however often it is delivered: the file's id derives from the attempt's key.
 */
import type { Value } from '@tongban/shared/kernel';
import type { FilesArea } from '../files/types.ts';
import { failed, type Executor } from './types.ts';

export function documentExecutor(files: Pick<FilesArea, 'write'>): Executor {
  return async ({ key, caseId, settings, inputs, name, target }) => {
    const title = filled(String(settings['title'] ?? name), inputs).trim() || name;
    const text = filled(String(settings['template'] ?? ''), inputs);
    if (text.trim() === '') return failed('templateEmpty', name, true);
    // The mark lets old editors on Windows know that it is UTF-8.
    const content = Buffer.from(`\uFEFF${text}\n`, 'utf8');
    const file = await files.write(
      { scope: 'case', id: caseId, field: target },
      { key, name: `${title}.txt`, content },
    );
    return { ok: true, values: { file: [file] } };
  };
}

function filled(template: string, inputs: Readonly<Record<string, Value>>): string {
  return template.replace(/\{([^{}\s]{1,64})\}/gu, (_, id: string) =>
    Object.hasOwn(inputs, id) ? said(inputs[id]) : '',
  );
}

function said(value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  if (!Array.isArray(value)) return typeof value === 'boolean' ? (value ? '是' : '否') : String(value);
  return value.map((part) => (typeof part === 'string' ? part : part.name)).join('、');
}
