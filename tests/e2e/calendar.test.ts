/**
 * The working calendar in a browser, at the turn of a year without holiday data: what is marked 暂定 is so until the
 * year is imported and no more after; the import says beforehand what it moves; a region gets a day of its own.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { directory, signedIn, type Api } from './api.ts';
import { englishNames, launchBrowser, openTab, startServer, type Server } from './harness.ts';

let browser: Browser;
let server: Server;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer({ now: '2026-12-28T09:30:00+08:00' });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const day = (name: string, date: string, isOffDay = true) => ({ name, date, isOffDay });
const days = [
  day('元旦', '2027-01-01'),
  day('元旦', '2027-01-03', false),
  ...Array.from({ length: 12 }, (_, i) => day('春节', `2027-02-${String(i + 1).padStart(2, '0')}`)),
];
const FILE = JSON.stringify({ year: 2027, papers: ['https://www.gov.cn/notice-2027'], days });

interface Row {
  readonly number: string;
  readonly color: string;
  readonly provisional: boolean;
  readonly dueAt: number | null;
  readonly promisedAt: number | null;
}
/** Cases whose clock runs; one that stands moves its due time with the time that passes. */
async function running(admin: Api): Promise<readonly Row[]> {
  const { rows } = await admin.query<{ rows: Row[] }>('supervision.cases', { limit: 200 });
  return rows.filter(({ color }) => color !== 'ended' && color !== 'paused');
}

describe('the working calendar', () => {
  it('takes a year in: seen first, then in effect for every running case; a region has a day of its own', async () => {
    const { people, demoPassword } = directory();
    const admin = await signedIn(server.url, people.find((one) => one.id === 'hexin')?.account ?? '', demoPassword);
    const tab = await openTab(browser, server.url, { expected: [/status of 400/] });
    const { page, click, shot } = tab;
    onTestFailed(() => shot('calendar-failed'));
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    await click(page.locator('[data-card="hexin"]'));
    await click(page.getByRole('link', { name: '监督' }));
    await page.getByText('2027 年尚无放假安排').waitFor();
    const before = await running(admin);
    expect(before.filter((row) => row.provisional).length).toBeGreaterThan(0);

    await click(page.getByRole('link', { name: '管理' }));
    await click(page.getByRole('tab', { name: '工作日历' }));
    await click(button('导入一年的放假安排'));
    const text = page.getByLabel('放假安排 JSON');
    await text.fill(FILE.replace('2027-01-03', '2027-02-30'));
    await click(button('查看影响'));
    await page.getByText('日期 2027-02-30 不存在').waitFor();
    await text.fill(FILE);
    await click(button('查看影响'));
    const effect = page.getByRole('region', { name: '生效后会怎样' });
    await effect.getByText(/标为暂定的在办件：\d+ 件 → 0 件/).waitFor();
    await effect.getByText('2027-01-01 周五 元旦 上班 → 休息').waitFor();
    await effect.getByText('已告知申请人的承诺办结日不变').waitFor();
    const shown = await effect.locator('tbody tr[data-row-key]').allInnerTexts();
    expect(await running(admin)).toEqual(before);
    expect(await englishNames(tab)).toEqual([]);
    await shot('calendar-1-effect');

    await click(button('确认生效'));
    await page.getByText('导入 2027 年放假安排').waitFor();
    await page.getByText(/何心远 于 2026-12-28 \d\d:\d\d 导入/).waitFor();
    const after = await running(admin);
    expect(after.filter((row) => row.provisional)).toEqual([]);
    const moved = after.filter((row, i) => row.dueAt !== before[i]?.dueAt);
    for (const row of moved) expect(shown.find((line) => line.includes(row.number))).toBeDefined();
    expect(after.map((row) => row.promisedAt)).toEqual(before.map((row) => row.promisedAt));

    // 云溪镇 takes a day off; 松岭乡 does not.
    await click(page.getByRole('combobox', { name: '地区' }));
    await click(page.getByTitle('云溪镇'));
    await click(button('调整本地区的规定'));
    await click(button('加一天'));
    await page.getByLabel('日期', { exact: true }).fill('2027-01-04');
    await page.keyboard.press('Enter');
    await page.getByLabel('名称').fill('茶节');
    await click(button('查看影响'));
    await effect.getByText('2027-01-04 周一 茶节 上班 → 休息').waitFor();
    await click(button('确认生效'));
    await page.getByText('调整云溪镇的规定').waitFor();
    await page.getByTitle('茶节 休息').waitFor();
    await shot('calendar-2-region');
    expect(await kindOfDay('yunxi', admin)).toBe('off');
    expect(await kindOfDay('songling', admin)).toBe('work');

    await click(page.getByRole('link', { name: '监督' }));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('尚无放假安排').waitFor({ state: 'hidden' });
    expect(tab.complaints()).toEqual([]);
    expect(tab.clicks()).toBeLessThan(25);
    await tab.close();
  });
});

/** What 4 January is in a region. */
async function kindOfDay(region: string, admin: Api): Promise<string> {
  const { days: named } = await admin.query<{ days: { date: string; kind: string }[] }>('calendar.year', {
    region,
    year: 2027,
  });
  return named.find(({ date }) => date === '2027-01-04')?.kind ?? 'work';
}
