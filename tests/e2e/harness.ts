/**
 * A server of its own (the built one, on its own port and data folder) and a browser for each walk. Every page's
 * console is watched: a walk fails on any warning or error that it did not expect. Clicks are counted.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';

const ROOT = join(fileURLToPath(import.meta.url), '..', '..', '..');
const SERVER = join(ROOT, 'runtime', 'dist', 'main.js');
const START_WITHIN_MS = 90_000;

export interface Server {
  readonly url: string;
  readonly data: string;
  /** Everything the server printed, for messages. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
  /** Stops without warning, as a power cut does. */
  readonly kill: () => Promise<void>;
}
export interface ServerOptions {
  /** Instant at which the server's running clock starts, ISO. */
  readonly now?: string;
  readonly data?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export async function startServer(options: ServerOptions = {}): Promise<Server> {
  if (!existsSync(SERVER)) throw new Error(`Expected a build at ${SERVER}; run npm run build`);
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'tongban-walk-'));
  const port = options.port ?? (await freePort());
  const child = spawn(process.execPath, [SERVER], {
    env: {
      ...process.env,
      PORT: String(port),
      TONGBAN_DATA: data,
      ...(options.now === undefined ? {} : { TONGBAN_NOW: options.now }),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, child, () => output);
  const end = (signal: NodeJS.Signals) => async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.kill(signal);
      await closed;
    }
    if (options.data === undefined && signal === 'SIGTERM') rmSync(data, { recursive: true, force: true });
  };
  return { url, data, output: () => output, stop: end('SIGTERM'), kill: end('SIGKILL') };
}

async function untilHealthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const until = Date.now() + START_WITHIN_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output()}`);
    try {
      if ((await fetch(`${url}/health`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server did not answer in ${START_WITHIN_MS} ms:\n${output()}`);
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

export async function launchBrowser(): Promise<Browser> {
  const path =
    process.env['TONGBAN_BROWSER'] ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => existsSync(file));
  return chromium.launch({
    ...(path === undefined ? {} : { executablePath: path }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** One tab with a watched console and counted clicks. */
export interface Tab {
  readonly page: Page;
  readonly clicks: () => number;
  /** Clicks one visible element and counts it. */
  readonly click: (target: Locator) => Promise<void>;
  /** Console errors and warnings, failed page loads and uncaught errors so far. */
  readonly complaints: () => readonly string[];
  readonly shot: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** `expected` are complaints that the walk causes on purpose (a lost server, say). */
export async function openTab(
  browser: Browser,
  url: string,
  options: { width?: number; height?: number; expected?: readonly RegExp[] } = {},
): Promise<Tab> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  const complain = (text: string): void => {
    if (!(options.expected ?? []).some((pattern) => pattern.test(text))) complaints.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complain(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complain(`uncaught: ${error.message}`));
  let clicks = 0;
  await page.goto(url);
  return {
    page,
    clicks: () => clicks,
    async click(target) {
      clicks++;
      await target.click();
    },
    complaints: () => complaints,
    async shot(name) {
      const folder = process.env['TONGBAN_SHOTS'];
      if (folder === undefined) return;
      mkdirSync(folder, { recursive: true });
      if (!page.isClosed()) await page.screenshot({ path: join(folder, `${name}.png`) });
    },
    close: () => context.close(),
  };
}

/** What a screen reader would say in English on a Chinese page: names of elements without a Chinese character. */
export async function englishNames({ page }: Tab): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = Array.from(document.querySelectorAll('[aria-label], [aria-roledescription], [alt]'))
      .filter((element) => element.closest('[aria-hidden="true"], [hidden], .react-flow__attribution') === null)
      .flatMap((element) =>
        ['aria-label', 'aria-roledescription', 'alt'].map((name) => element.getAttribute(name) ?? ''),
      )
      .filter((name) => /[a-z]{3}/.test(name) && !/[\u4e00-\u9fff]/.test(name));
    return [...new Set(found)];
  });
}
