/**
 * What the commands of the README share: dependencies installed once per lock file, a child process whose output is
 * kept unless it fails. Uses Node alone, since nothing is installed yet when it runs.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const STAMP = join(ROOT, 'node_modules', '.tongban-installed');

/** One line per stage: what is being done, then how long it took. */
export async function stage(name, work) {
  const started = Date.now();
  process.stdout.write(`${name} … `);
  const word = await work();
  process.stdout.write(`${word ?? 'done'} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Tongban needs Node 20.19 or later; this is ${process.versions.node}. 通办需要 Node 20.19 或更高版本。`,
  );
  process.exit(1);
}

/** Installs what the lock file says, once per lock file, Node version and platform. */
export async function installDependencies() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  const wanted = createHash('sha256')
    .update(lock)
    .update(process.version)
    .update(process.platform)
    .update(process.arch)
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return 'already there';
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted);
  return undefined;
}

export const environment = () => ({
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  NO_UPDATE_NOTIFIER: '1',
  FORCE_COLOR: '0',
});

/** Runs a command; its output is shown only when it fails, unless `show` is set. */
export function run(command, args, { show = false, cwd = ROOT, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...environment(), ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve(output);
      process.stdout.write('failed\n');
      process.stderr.write(output);
      reject(Object.assign(new Error(`${command} ${args.join(' ')} ended with ${code}`), { shown: true }));
    });
  });
}

/** A local tool of node_modules/.bin. */
export const tool = (name) => join(ROOT, 'node_modules', '.bin', name);

export async function buildAll() {
  const output = await run(tool('turbo'), ['run', 'build', '--output-logs=errors-only', '--no-update-notifier']);
  return /FULL TURBO/.test(output) ? 'up to date' : undefined;
}

/** Runs main and turns an expected failure into an exit code. */
export function main(work) {
  work().catch((error) => {
    if (!error?.shown) console.error(error);
    process.exit(1);
  });
}
