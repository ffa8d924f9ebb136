/**
 * `npm run conformance -- <suite> <folder> [--optional] [--update]`: one line per failing case, a line per group, and
 * at the end "N passed, N failed". Exit code 1 when a group falls below its bar or below baseline.json; 2 when nothing
 * could be run. `--optional`: a folder that is not there is no failure. `--update` writes baseline.json anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Suite } from './suite.ts';
import { SUITES } from './suites.ts';
import { Tally, type Baseline } from './tally.ts';

const BASELINE = join(import.meta.dirname, 'baseline.json');

const args = process.argv.slice(2);
const [suiteName = '', folder = ''] = args.filter((arg) => !arg.startsWith('--'));
process.exitCode = await run(suiteName, folder, {
  optional: args.includes('--optional'),
  update: args.includes('--update'),
});

interface Options {
  readonly optional: boolean;
  readonly update: boolean;
}

async function run(name: string, folder: string, options: Options): Promise<number> {
  const suite = Object.hasOwn(SUITES, name) ? SUITES[name] : undefined;
  if (!suite || folder === '') {
    console.log(`Expected a suite (${Object.keys(SUITES).join(', ')}) and a folder, but found "${name}" "${folder}"`);
    return 2;
  }
  const path = resolve(folder);
  if (!existsSync(path)) {
    console.log(`not run: ${name} (${folder} is not there)`);
    return options.optional ? 0 : 2;
  }
  const tally = await count(suite, path);
  const { passed, total } = tally.sum;
  const code = total === 0 ? 2 : judge(name, suite, tally, options);
  if (total === 0) console.log(`not run: ${name} (${folder} holds no case)`);
  console.log(`${passed} passed, ${total - passed} failed`);
  return code;
}

async function count(suite: Suite, folder: string): Promise<Tally> {
  const tally = new Tally();
  for await (const result of suite.run(folder)) {
    tally.add(result);
    if (!result.ok) console.log(`FAIL ${result.group} ${result.name}: ${result.detail}`);
  }
  return tally;
}

function judge(name: string, suite: Suite, tally: Tally, { update }: Options): number {
  const all = JSON.parse(readFileSync(BASELINE, 'utf8')) as Record<string, Baseline>;
  for (const [group, { passed, total }] of tally.groups) {
    console.log(`${name} ${group}: ${passed} of ${total} (${((100 * passed) / total).toFixed(1)} %)`);
  }
  if (update) {
    const next = { ...all, [name]: { ...all[name], ...Object.fromEntries(tally.groups) } };
    writeFileSync(BASELINE, `${JSON.stringify(next, null, 2)}\n`);
  }
  const falls = tally.falls(update ? {} : (all[name] ?? {}), suite.bars);
  for (const { group, now, least, because } of falls) {
    console.log(`FELL ${name} ${group}: ${now.passed} passed, at least ${least} expected (${because})`);
  }
  return falls.length > 0 ? 1 : 0;
}
