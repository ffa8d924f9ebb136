/** The server's process: reads the environment, starts, prints one line per stage and the address, stops on a signal. */
import { writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HostError } from './hosts/host.ts';
import { start, StartRefused, type StartOptions } from './start.ts';

const say = (line: string): void => void writeSync(1, `${line}\n`);
const complain = (line: string): void => void writeSync(2, `${line}\n`);

/** Beside this file's package, in the sources as in the bundle. */
const besides = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function readOptions(): StartOptions {
  const { env } = process;
  const port = Number(env['PORT'] ?? 7070);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartRefused(`PORT 应为端口号 must be a port number: ${env['PORT'] ?? ''}`);
  }
  const mode = env['TONGBAN_MODE'] ?? 'demo';
  if (mode !== 'demo' && mode !== 'production') {
    throw new StartRefused(`TONGBAN_MODE 应为 must be demo or production: ${mode}`);
  }
  const startAt = env['TONGBAN_NOW'] ? Date.parse(env['TONGBAN_NOW']) : null;
  if (startAt !== null && Number.isNaN(startAt)) {
    throw new StartRefused(`TONGBAN_NOW 应为 ISO 时刻 must be an ISO instant: ${env['TONGBAN_NOW'] ?? ''}`);
  }
  return {
    mode,
    port,
    dataFolder: resolve(env['TONGBAN_DATA'] ?? 'data'),
    templatesFolder: resolve(env['TONGBAN_TEMPLATES'] ?? besides('../../shared/src/templates')),
    web: besides('../../designer/dist'),
    startAt,
    connectHosts: (env['TONGBAN_CONNECT_HOSTS'] ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    say,
  };
}

function wordsOf(error: unknown): string {
  if (error instanceof StartRefused || error instanceof HostError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return '端口已被占用，请设置 PORT。The port is in use: set PORT to another one.';
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function main(): Promise<void> {
  const started = await start(readOptions());
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    started.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        complain(wordsOf(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  say(`通办已就绪 Tongban is ready: ${started.address}`);
}

main().catch((error: unknown) => {
  complain(wordsOf(error));
  process.exitCode = 1;
});
