/** The DMN Technology Compatibility Kit: level 2 (S-FEEL, decision tables) and level 3 (FEEL, boxed expressions). */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseDateTime, type FeelDateTime } from '@tongban/shared/expressions';
import {
  evaluateDecision,
  evaluateKnowledge,
  evaluateService,
  linkModels,
  readDmn,
  type DmnModel,
  type DmnOutcome,
  type DmnProgram,
} from '@tongban/shared/interop/dmn';
import type { CaseResult, Suite } from '../suite.ts';
import { sameValue, shown } from './compare.ts';
import { parseTestFile, type TckCase, type TckFile, type TckResult } from './test-file.ts';

export const dmnTck: Suite = {
  bars: { 'compliance-level-2': 1, 'compliance-level-3': 0.84 },
  async *run(folder) {
    for (const path of testFolders(folder)) yield* runFolder(path);
  },
};

/** Folders that hold test files, at any depth, in the order of their names. */
function testFolders(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const own = entries.some((entry) => entry.isFile() && entry.name.endsWith('.xml')) ? [folder] : [];
  return [
    ...own,
    ...entries.filter((entry) => entry.isDirectory()).flatMap(({ name }) => testFolders(join(folder, name))),
  ];
}

async function* runFolder(folder: string): AsyncIterable<CaseResult> {
  const files = readdirSync(folder).sort();
  const models = new Map<string, DmnModel>();
  for (const file of files.filter((name) => name.endsWith('.dmn'))) {
    const reading = readDmn(readFileSync(join(folder, file), 'utf8'));
    if (reading.ok) models.set(file, reading.model);
  }
  for (const file of files.filter((name) => name.endsWith('.xml'))) {
    const test = parseTestFile(readFileSync(join(folder, file), 'utf8'));
    const program = programOf(test, models);
    for (const one of test.cases) {
      const detail = program ? failureOf(program, one) : `no model ${test.modelName}`;
      yield {
        group: basename(dirname(folder)),
        name: `${basename(folder)} ${one.id}`,
        ok: detail === '',
        detail,
      };
    }
  }
}

/** The model under test with its neighbours, which it may import. */
function programOf({ modelName }: TckFile, models: ReadonlyMap<string, DmnModel>): DmnProgram | undefined {
  const main = models.get(modelName) ?? models.get(`${modelName}.dmn`);
  return (
    main &&
    linkModels(
      main,
      [...models.values()].filter((model) => model !== main),
    )
  );
}

/** Why the case fails; empty when every result of it is as expected. */
function failureOf(program: DmnProgram, test: TckCase): string {
  return test.results
    .map((result) => resultFailure(evaluate(program, test, result), result))
    .filter((failure) => failure !== '')
    .join('; ');
}

function evaluate(program: DmnProgram, test: TckCase, { name, type }: TckResult): DmnOutcome {
  const { inputs: values, invocable } = test;
  const now = clock();
  if (type === 'bkm') return evaluateKnowledge(program, { name: invocable ?? name, values, now });
  if (test.type !== 'decisionService') return evaluateDecision(program, { name, values, now });
  const outcome = evaluateService(program, { name: invocable ?? name, values, now });
  return isOneOfSeveral(program, invocable) ? { ...outcome, value: entryOf(outcome.value, name) } : outcome;
}

function clock(): FeelDateTime {
  const now = parseDateTime(new Date().toISOString());
  if (!now) throw new Error('Expected a clock that FEEL can read');
  return now;
}

/** Does the service have several outputs? Then a result of a test is the one of its name. */
function isOneOfSeveral({ main }: DmnProgram, service: string | undefined): boolean {
  return (main.model.services.find(({ name }) => name === service)?.outputs.length ?? 0) > 1;
}

const entryOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? ((value as Record<string, unknown>)[name] ?? null) : null;

function resultFailure({ value, problems }: DmnOutcome, { name, expected, error }: TckResult): string {
  const met = problems.map(({ code, detail }) => `${code} ${detail}`).join(', ');
  const said = met === '' ? '' : ` (${met})`;
  if (!sameValue(expected, value)) return `${name}: ${shown(expected)} expected, ${shown(value)} found${said}`;
  return error && problems.length === 0 ? `${name}: an error expected, none reported` : '';
}
