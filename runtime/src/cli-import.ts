/** `tongban import <file.bpmn>`: a design file for each process, and what became of every element. */
import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { importBpmn, type ImportedDesign, type ReportLine } from '@tongban/shared/interop/bpmn';
import {
  BPMN_CHANGE_WORDS,
  BPMN_KEPT_WORDS,
  BPMN_READ_WORDS,
  say,
  type Language,
  type Sayable,
} from '@tongban/shared/words';

export interface ImportCall {
  readonly file: string;
  readonly json: boolean;
  readonly lang: Language;
}

const DONE: Readonly<Record<Language, string>> = { zh: '办结', en: 'Done' };

/** Exit code: 0 everything runs, 1 something is kept and not run, 2 the file cannot be used or written. */
export async function runImport(call: ImportCall): Promise<number> {
  let text: string;
  try {
    text = readFileSync(call.file, 'utf8');
  } catch (error) {
    writeSync(2, `${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const imported = await importBpmn(text, { done: DONE[call.lang] });
  if (!imported.ok) {
    const sentence = say(BPMN_READ_WORDS[imported.code], {}, call.lang);
    writeSync(2, call.json ? `${JSON.stringify({ ok: false, code: imported.code })}\n` : `${sentence}\n`);
    return 2;
  }
  const written = imported.designs.map((one) => ({ ...one, file: fileOf(call.file, one, imported.designs.length) }));
  for (const { file, design } of written) writeFileSync(file, `${JSON.stringify(design, null, 2)}\n`);
  if (call.json) {
    const shown = written.map(({ process, file, report }) => ({ process, file, report }));
    writeSync(1, `${JSON.stringify({ ok: true, designs: shown })}\n`);
  } else for (const one of written) writeSync(1, told(one, one.file, call.lang));
  return imported.designs.every(({ design }) => runs(design)) ? 0 : 1;
}

const runs = (design: ImportedDesign['design']): boolean =>
  Object.values(design.flow.nodes).every((node) => node.kind !== 'foreign');

function fileOf(source: string, { process }: ImportedDesign, count: number): string {
  const name = basename(source, extname(source));
  return join(
    dirname(source),
    count === 1 ? `${name}.design.json` : `${name}.${process.replace(/[^\w-]/g, '_')}.design.json`,
  );
}

function told({ design, report }: ImportedDesign, file: string, lang: Language): string {
  const sentence = <C extends string>(
    words: Readonly<Record<C, Sayable>>,
    { code, name, type, detail }: ReportLine<C>,
  ): string => `  ${say(words[code], { name, type, detail }, lang)}\n`;
  const head =
    lang === 'zh'
      ? `${design.meta.title}：${report.converted} 个元素已转换 → ${file}`
      : `${design.meta.title}: ${report.converted} elements converted → ${file}`;
  return [
    `${head}\n`,
    ...report.changed.map((line) => sentence(BPMN_CHANGE_WORDS, line)),
    ...report.kept.map((line) => sentence(BPMN_KEPT_WORDS, line)),
    ...report.warnings.map((warning) => `  ${warning}\n`),
  ].join('');
}
