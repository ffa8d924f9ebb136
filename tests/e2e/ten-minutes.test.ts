/**
 * Ten minutes as a newcomer, at most 40 clicks: 13 working days become 9, rehearse, publish; apply with two typed
 * fields; correct, approve, four offices side by side; supervise. Once on today's clock and once on a clock at the end
 * of the last year with holiday data, where due dates are provisional.
 */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { launchBrowser, openTab, startServer, type Server, type Tab } from './harness.ts';

const MOST_CLICKS = 40;
const SUBJECT = '990001197105011003';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([
  { name: 'on an ordinary day', now: undefined, provisional: false },
  { name: 'on 2026-12-28, with a new year that has no holiday data', now: '2026-12-28T01:00:00Z', provisional: true },
])('ten minutes as a newcomer, $name', ({ now, provisional }) => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer(now === undefined ? {} : { now });
  });
  afterAll(() => server.stop());

  it('goes from 13 days to 9 to a printed form and the leader’s figures', async () => {
    const tab = await openTab(browser, server.url);
    const { page, click } = tab;
    onTestFailed(() => tab.shot('ten-failed'));
    const button = (name: string | RegExp): Locator =>
      page.getByRole('button', { name, exact: typeof name === 'string' });

    // The designer's page opens with the retirement service, readable, with three hints.
    await click(page.locator('[data-card="wang"]'));
    await page.getByText('关键路径 13 个工作日').waitFor();
    await page.getByText('1 / 3').waitFor();
    await click(button('不再提示'));
    expect(await page.getByText('1 / 3').count()).toBe(0);
    expect(await readableSize(page.getByText('退休核准', { exact: true }).first())).toBeGreaterThanOrEqual(10);
    await tab.shot('ten-01-studio');

    // 改并联: 13 becomes 9, with reasons.
    await click(button('改并联'));
    await page.getByText('编办 需要 核准退休时间，由 人社局 填写', { exact: false }).first().waitFor();
    await tab.shot('ten-02-side-by-side');
    await click(button('改为并联'));
    await page.getByText('关键路径 9 个工作日').waitFor();

    // A deadline that is too long shows a problem on its card, with a one-click repair.
    await setDeadline(tab, '医保退休', 30);
    const problem = page.locator('.react-flow__node', { hasText: '医保退休' }).getByRole('button', { name: /问题/ });
    await click(problem);
    await tab.shot('ten-03-problem');
    await click(button(/^改为 \d+ 个工作日/).first());
    await page.getByText('问题 0').first().waitFor();
    // Everything is undoable: back to the two days that were there.
    await page.keyboard.press('Control+z');
    await page.getByText('问题 1').first().waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('关键路径 9 个工作日').waitFor();

    // 预演 walks a case through the canvas.
    await rehearse(tab);

    // 发布 shows what changes, in sentences.
    await click(button('发布'));
    await page.getByText('改为并联办理').waitFor();
    await page.getByText('全程 13 → 9 个工作日').waitFor();
    await tab.shot('ten-05-publish');
    await click(button('发布第 2 版'));
    await page.getByText('第 2 版已发布').waitFor();

    // The applying unit: the ID number fills 33 fields, two are typed.
    await click(button(/以县第一中学身份申请一件/));
    await click(button('开始办理'));
    await page.getByText('35 项 · 共享 33 · 手填 2').waitFor();
    await page.getByRole('textbox', { name: '身份证号' }).fill(SUBJECT);
    await click(button('获取共享数据'));
    await page.getByText('已带出 33 项共享数据').waitFor();
    await page.getByRole('textbox', { name: '联系电话' }).fill('15412345678');
    await page.getByRole('textbox', { name: '收款账户' }).fill('6222000011112222333');
    await tab.shot('ten-06-apply');
    await click(button('提交申请'));

    // 主管部门 reports it, 人社局 asks for a correction.
    await follow(tab, '县教育局');
    await decide(tab, '同意上报');
    await follow(tab, '县人力资源和社会保障局');
    if (provisional) await page.getByText('暂定').first().waitFor();
    await click(button('补正'));
    await click(button('对“联系电话”提补正意见'));
    await page.getByRole('textbox', { name: '“联系电话”的补正意见' }).fill('号码无法接通，请核对。');
    await tab.shot('ten-07-correction');
    await click(button('发出补正通知（1 条）'));

    // The applicant corrects; the case goes back to the asking step only.
    await follow(tab, '县第一中学');
    await page.getByText('号码无法接通，请核对。').first().waitFor();
    await page.getByRole('textbox', { name: '联系电话' }).fill('15487654321');
    await click(button('重新提交'));
    await follow(tab, '县人力资源和社会保障局');
    await page.getByRole('textbox', { name: '核准退休时间' }).fill('2027-01-31');
    await page.keyboard.press('Enter');
    await decide(tab, '予以核准');
    await tab.shot('ten-08-approved');

    // The four others side by side; the case ends.
    for (const office of ['县委编办', '县财政局', '县医疗保障局', '县住房公积金管理中心']) {
      await follow(tab, office);
      await page.getByRole('radio').first().waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByText('已提交：').last().waitFor();
    }
    await page.getByText('本件已办结').first().waitFor();
    await tab.shot('ten-09-ended');

    // Supervision: among others in green, amber and red; a red figure opens the cases behind it.
    await click(button('换个身份'));
    await click(page.getByRole('menuitem', { name: /督查室/ }));
    await click(page.getByRole('link', { name: '监督', exact: true }));
    await page.getByText('截至').waitFor();
    for (const color of ['正常', '将到期', '紧急']) expect(await figure(tab, color)).toBeGreaterThan(0);
    await tab.shot('ten-10-supervise');
    await click(button(/^紧急 \d+ 件，查看办件$/).first());
    const rows = page.getByRole('dialog').getByRole('link');
    await rows.first().waitFor();
    await click(rows.first());
    await page.getByText('办理进度').waitFor();
    await tab.shot('ten-11-red-case');

    expect(tab.clicks(), 'clicks').toBeLessThanOrEqual(MOST_CLICKS);
    expect(tab.complaints()).toEqual([]);
    await tab.close();
  });
});

/** Height in pixels of a text as it is drawn, with the canvas's zoom. */
async function readableSize(text: Locator): Promise<number> {
  return text.evaluate((element) => {
    const drawn = element.getBoundingClientRect().height / (element as HTMLElement).offsetHeight;
    return Number.parseFloat(getComputedStyle(element).fontSize) * (Number.isFinite(drawn) ? drawn : 1);
  });
}

async function setDeadline({ page, click }: Tab, step: string, days: number): Promise<void> {
  await click(page.locator('.react-flow__node', { hasText: step }));
  await page.getByRole('spinbutton', { name: '时限数值' }).fill(String(days));
  await page.keyboard.press('Tab');
}

/** Runs one case to its end in the rehearsal, with its tokens on the canvas. */
async function rehearse({ page, click, shot }: Tab): Promise<void> {
  await click(page.getByRole('button', { name: '预演', exact: true }));
  await click(page.getByRole('button', { name: '自动走完' }));
  await page.getByText('本件办结：准予').waitFor();
  await shot('ten-04-rehearsal');
  await click(page.getByRole('button', { name: '结束预演' }));
}

async function follow({ page, click }: Tab, office: string): Promise<void> {
  await click(page.getByRole('button', { name: `下一步：以 ${office} ` }).first());
  await page.getByRole('button', { name: '换个身份' }).getByText(office).waitFor();
}

async function decide({ page, click }: Tab, decision: string): Promise<void> {
  await click(page.getByText(decision, { exact: true }).last());
  await click(page.getByRole('button', { name: /^提交/ }));
}

async function figure({ page }: Tab, color: string): Promise<number> {
  const label = await page
    .getByRole('button', { name: new RegExp(`^${color} \\d+ 件，查看办件$`) })
    .first()
    .getAttribute('aria-label');
  return Number(/\d+/.exec(label ?? '')?.[0]);
}
