/**
 * Drawing by hand: lines pulled from step to step and into the open, a step carried into another office's row, and a
 * compiler that is lost meanwhile without anybody noticing.
 */
import { SCHEMA_VERSION } from '@tongban/shared/document';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { directory, signedIn } from './api.ts';
import { deadline, dismissHints, nameIt, node } from './drawing.ts';
import { launchBrowser, openTab, startServer, type Server, type Tab } from './harness.ts';
import { enter } from './roles.ts';

const task = (id: string, name: string, lane: string) => ({
  id,
  kind: 'task',
  name,
  lane,
  deadline: { amount: 1, unit: 'workday' },
  decisions: { ok: { id: 'ok', order: 'a', name: '同意', tone: 'positive' } },
});
/** Steps that no line joins yet. */
const UNJOINED = {
  schemaVersion: SCHEMA_VERSION,
  meta: { code: 'unjoined', title: '待连线', module: 'factors', lead: 'b' },
  items: {},
  flow: {
    lanes: {
      a: { id: 'a', order: 'a', name: '申请单位', party: { kind: 'applicant' } },
      b: { id: 'b', order: 'b', name: '财政局', party: { kind: 'department', type: 'finance' } },
      c: { id: 'c', order: 'c', name: '教育局', party: { kind: 'department', type: 'education' } },
    },
    nodes: {
      s: { id: 's', kind: 'start', name: '提交', lane: 'a' },
      t: task('t', '受理', 'b'),
      u: task('u', '复核', 'c'),
      z: { id: 'z', kind: 'end', name: '办结', lane: 'b' },
    },
    edges: {},
  },
  layout: { s: { x: 0, y: 0 }, t: { x: 260, y: 0 }, u: { x: 600, y: 0 }, z: { x: 960, y: 0 } },
  form: {},
  policies: {},
};

let browser: Browser;
let server: Server;
let id: string;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer();
  const { demoPassword, people } = directory();
  const designer = await signedIn(server.url, people.find((one) => one.id === 'wang')?.account ?? '', demoPassword);
  ({ id } = await designer.mutate<{ id: string }>('designs.importJson', { text: JSON.stringify(UNJOINED) }));
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('drawing by hand', () => {
  it('pulls lines, carries a step into another row, and outlives its compiler', async () => {
    const tab = await openTab(browser, server.url, { width: 1800, expected: [/lost on purpose/] });
    const { page } = tab;
    onTestFailed(() => tab.shot('mouse-failed'));
    await enter(tab, 'wang');
    await page.goto(`${server.url}/studio/${id}`);
    await node(tab, '提交').waitFor();
    await dismissHints(tab);
    const before = await problems(tab);
    expect(before).toBeGreaterThan(3);

    await pull(tab, '提交', end(tab, '受理'));
    await line(tab, '提交 → 受理').waitFor();
    await pull(tab, '受理', end(tab, '复核'));
    await line(tab, '受理 → 复核').waitFor();
    await pull(tab, '复核', end(tab, '办结'));
    await line(tab, '复核 → 办结').waitFor();
    await expect.poll(() => problems(tab)).toBeLessThan(before);

    // A line does not lead into the beginning, and none is drawn twice.
    await pull(tab, '复核', node(tab, '提交'));
    await page.keyboard.press('Escape');
    await pull(tab, '提交', end(tab, '受理'));
    expect(await page.locator('[data-edge]').count()).toBe(3);

    // The worker that compiles breaks: another takes its place, what is drawn next is checked as before.
    const [worker] = page.workers();
    await worker?.evaluate(() => {
      setTimeout(() => {
        throw new Error('lost on purpose');
      });
    });
    await expect.poll(() => page.workers().length === 1 && page.workers()[0] !== worker).toBe(true);

    // Let go in the open, a line asks which step comes there.
    const card = await boxOf(node(tab, '复核'));
    await pull(tab, '复核', { x: card.x + card.width * 1.1, y: card.y + card.height * 2.2 });
    await tab.click(page.getByRole('menuitem', { name: '办理', exact: true }));
    await nameIt(tab, '存档');
    await line(tab, '复核 → 存档').waitFor();
    await deadline(tab, 3);
    await page.getByText('关键路径 5 个工作日').waitFor();

    // Carried into another row, the step is that office's; one undo puts it back.
    const from = await boxOf(node(tab, '受理'));
    const row = await boxOf(node(tab, '复核'));
    await drag(tab, middle(from), { x: from.x + from.width / 2, y: row.y + row.height / 2 });
    await node(tab, '受理').getByText('教育局').waitFor();
    await page.keyboard.press('Control+z');
    await node(tab, '受理').getByText('财政局').waitFor();
    await tab.shot('mouse');

    expect(tab.complaints()).toEqual([]);
    await tab.close();
  });
});

interface Point {
  readonly x: number;
  readonly y: number;
}
async function boxOf(what: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await what.first().boundingBox();
  if (!box) throw new Error('Expected something that is drawn, but it has no box');
  return box;
}
const middle = (box: { x: number; y: number; width: number; height: number }): Point => ({
  x: box.x + box.width / 2,
  y: box.y + box.height / 2,
});

async function drag({ page }: Tab, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

const end = (tab: Tab, name: string): Locator => node(tab, name).locator('.react-flow__handle.target');
/** From the handle at the right of a step to another's, or to a point. */
async function pull(tab: Tab, from: string, to: Locator | Point): Promise<void> {
  await node(tab, from).first().hover();
  const start = middle(await boxOf(node(tab, from).locator('.react-flow__handle.source')));
  await drag(tab, start, 'x' in to ? to : middle(await boxOf(to)));
}

const line = ({ page }: Tab, label: string): Locator => page.locator(`.react-flow__edge[aria-label^="${label}"]`);

async function problems({ page }: Tab): Promise<number> {
  const text = await page
    .getByRole('button', { name: /^问题 \d+$/ })
    .last()
    .innerText();
  return Number(/\d+/.exec(text)?.[0]);
}
