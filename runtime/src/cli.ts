/**
 * tongban check|compile <design.json> [--json] [--lang zh|en] [--catalog folder]
 * tongban import <file.bpmn> [--json] [--lang zh|en]
 * Exit code 0: nothing blocks; 1: the design has errors; 2: the call or the file cannot be used.
 */
import { readFileSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compile, type Compiled, type CompileContext, type Diagnostic } from '@tongban/shared/compiler';
import { parseDesign, type Design, type DocumentProblem } from '@tongban/shared/document';
import { diagnosticSentence, DOCUMENT_WORDS, say, type Language } from '@tongban/shared/words';
import { readContext } from './catalog/context-file.ts';
import { runImport } from './cli-import.ts';

const USAGE = `tongban check   <design.json> [--json] [--lang zh|en] [--catalog <folder>]
tongban compile <design.json> [--json] [--lang zh|en] [--catalog <folder>]
tongban import  <file.bpmn>   [--json] [--lang zh|en]

check    says what the compiler finds, a line each
compile  prints the sealed definition, or what stands in its way
import   writes a design file for each BPMN process beside it, and says what became of every element
--json     one JSON object instead of sentences
--catalog  folder with catalog.json and registers.json; without it items and registers are not checked
`;

async function run(args: readonly string[]): Promise<number> {
  const call = readCall(args);
  if (!call) {
    writeSync(2, USAGE);
    return 2;
  }
  if (call.command === 'import') return runImport(call);
  let text: string;
  try {
    text = readFileSync(call.file, 'utf8');
  } catch (error) {
    return refuse(call, [{ code: 'unreadable', where: call.file, params: { reason: reasonOf(error) } }]);
  }
  const parsed = parseDesign(text);
  if (!parsed.ok) return refuse(call, parsed.problems);
  const context = call.catalog === null ? withoutCatalog(parsed.design) : readContext(call.catalog);
  const compiled = compile(parsed.design, context);
  print(call, compiled);
  return compiled.diagnostics.some((diagnostic) => diagnostic.severity === 'error') ? 1 : 0;
}

const COMMANDS = ['check', 'compile', 'import'] as const;

interface Call {
  readonly command: (typeof COMMANDS)[number];
  readonly file: string;
  readonly json: boolean;
  readonly lang: Language;
  readonly catalog: string | null;
}

function readCall(args: readonly string[]): Call | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, lang: { type: 'string' }, catalog: { type: 'string' } },
    });
    const [command, file, ...rest] = positionals;
    const known = COMMANDS.find((one) => one === command);
    if (known === undefined || file === undefined || rest.length > 0) return null;
    const lang = values.lang ?? ((process.env['LANG'] ?? '').startsWith('en') ? 'en' : 'zh');
    if (lang !== 'zh' && lang !== 'en') return null;
    return { command: known, file, json: values.json ?? false, lang, catalog: values.catalog ?? null };
  } catch {
    return null;
  }
}

/** Every item a design names counts as published when no catalog is given. */
function withoutCatalog(design: Design): CompileContext {
  const items = Object.values(design.items).map(({ item, version }) => [
    item,
    { version, name: item, published: true },
  ]);
  return { items: Object.fromEntries(items) as CompileContext['items'] };
}

interface Unreadable {
  readonly code: 'unreadable';
  readonly where: string;
  readonly params: Readonly<Record<string, string | number>>;
}

function refuse(call: Call, problems: readonly (DocumentProblem | Unreadable)[]): number {
  if (call.json) writeSync(1, `${JSON.stringify({ ok: false, problems }, null, 2)}\n`);
  else for (const problem of problems) writeSync(2, `${problemSentence(problem, call.lang)}\n`);
  return 2;
}

function problemSentence({ code, where, params }: DocumentProblem | Unreadable, lang: Language): string {
  const words = DOCUMENT_WORDS[code];
  if (!words) throw new Error(`Expected words for the problem "${code}", but there are none`);
  return say(words, { where, ...params }, lang);
}

function print(call: Call, compiled: Compiled): void {
  const { diagnostics, definition, time, counts } = compiled;
  const ok = !diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  if (call.json) {
    const result =
      call.command === 'compile' ? { ok, definition, diagnostics, time, counts } : { ok, diagnostics, time, counts };
    writeSync(1, `${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  for (const diagnostic of diagnostics) writeSync(1, `${line(diagnostic, call.lang)}\n`);
  if (call.command === 'compile' && definition) writeSync(1, `${JSON.stringify(definition, null, 2)}\n`);
  else writeSync(1, `${summary(compiled, call.lang)}\n`);
}

const SEVERITIES: Record<Diagnostic['severity'], Record<Language, string>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
  info: { zh: '说明', en: 'note' },
};

function line(diagnostic: Diagnostic, lang: Language): string {
  return `${SEVERITIES[diagnostic.severity][lang]}  ${diagnosticSentence(diagnostic, lang)}  [${diagnostic.code}]`;
}

function summary({ diagnostics, time, counts, definition }: Compiled, lang: Language): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const facts =
    lang === 'zh'
      ? [
          `${errors} 个错误`,
          `关键路径 ${time.criticalDays} 个工作日`,
          `${counts.fields} 项：共享 ${counts.shared}，手填 ${counts.manual}`,
        ]
      : [
          `${errors} errors`,
          `critical path ${time.criticalDays} working days`,
          `${counts.fields} fields: ${counts.shared} shared, ${counts.manual} typed`,
        ];
  return [...facts, ...(definition ? [definition.identity] : [])].join(lang === 'zh' ? '；' : '; ');
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unreadable';
}

process.exitCode = await run(process.argv.slice(2));
