/**
 * A Chromium for the browser tests: one that is there, else the system's package (Debian, as root), else the test
 * tool's own download. Prints nothing when one is found; says clearly what to do when none can be had.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, tool } from './prepare.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

async function installed() {
  const named = process.env.TONGBAN_BROWSER;
  if (named) return existsSync(named) ? named : null;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = [...onPath, ...PLACES].find((path) => existsSync(path));
  if (found) return found;
  const { chromium } = await import('playwright-core');
  const own = chromium.executablePath();
  return own && existsSync(own) ? own : null;
}

const isDebianRoot = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
/** Text in the pictures is Chinese: a machine without such a font draws boxes. */
const hasChineseFont = () =>
  process.platform !== 'linux' || existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
const APT = ['-o', 'Acquire::http::Timeout=30', '-o', 'Acquire::Retries=1'];

/** Path of a browser to run the tests in. Throws with words when there is none. */
export async function findBrowser() {
  const there = await installed();
  if (there && (hasChineseFont() || !isDebianRoot())) return there;
  if (isDebianRoot()) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const packages = [...(there ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
    await run('apt-get', [...APT, 'update'], { env }).catch(() => undefined);
    await run('apt-get', [...APT, 'install', '-y', '--no-install-recommends', ...packages], { env }).catch(
      () => undefined,
    );
  }
  if (!(await installed())) {
    await run(tool('playwright-core'), ['install', 'chromium'], {
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
    }).catch(() => undefined);
  }
  const found = await installed();
  if (found) return found;
  throw new Error(
    'The browser tests need Chromium or Chrome. Install one, or set TONGBAN_BROWSER to its path. ' +
      '浏览器测试需要 Chromium 或 Chrome：请先安装，或用 TONGBAN_BROWSER 指明路径。',
  );
}
