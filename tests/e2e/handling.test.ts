/**
 * What happens around a step, in one case: files that are taken, refused and opened; shared data that is disputed; a
 * second correction that must give its reason; departments ticked while the case runs.
 */
import type { CaseView } from '@tongban/shared/kernel';
import { readFileSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { directory, publishDesign, signedIn, type Api } from './api.ts';
import { HANDLING } from './handling-scenario.ts';
import { launchBrowser, openTab, startServer, type Server, type Tab } from './harness.ts';
import { become, caseIn, enter } from './roles.ts';

const SUBJECT = '990001197105011003';
const PAPER = Buffer.from('%PDF-1.4\n% a paper of one line\n');

let browser: Browser;
let server: Server;
const as = async (person: string): Promise<Api> => {
  const { demoPassword, people } = directory();
  return signedIn(server.url, people.find((one) => one.id === person)?.account ?? '', demoPassword);
};
beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer();
  await publishDesign(await as('wang'), HANDLING, ['education', 'finance']);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('around a step', () => {
  it('files, a dispute, a second correction and ticked departments', async () => {
    const tab = await openTab(browser, server.url, { expected: [/status of 4(00|13|15)/] });
    const { page, click } = tab;
    onTestFailed(() => tab.shot('handling-failed'));
    const button = (name: string | RegExp): Locator =>
      page.getByRole('button', { name, exact: typeof name === 'string' });
    await enter(tab, 'chenyu');
    await click(page.getByText(HANDLING.meta.title).first());
    await click(button('开始办理'));
    await page.getByRole('textbox', { name: '身份证号' }).fill(SUBJECT);
    await click(button('获取共享数据'));
    await page.getByText('已带出 3 项共享数据').waitFor();
    await page.getByRole('textbox', { name: '联系电话' }).fill('15412345678');
    await uploads(tab);
    await click(button('提交申请'));
    await page.getByText('办理进度').waitFor();
    const caseId = caseIn(tab);

    // What a register says may be wrong: the applicant says so, nobody overwrites it.
    await click(button('籍贯有误，提出异议'));
    const dialog = page.getByRole('dialog', { name: '对“籍贯”提出异议' });
    expect(await dialog.getByRole('button', { name: '提交异议' }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('应为松岭乡。');
    await click(dialog.getByRole('button', { name: '提交异议' }));
    await page.getByText('已提出异议：应为松岭乡。').first().waitFor();

    // The office reads the dispute and opens the file.
    await become(tab, '县财政局');
    await page.getByText('已提出异议：应为松岭乡。').first().waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), click(button(/佐证\.pdf/).first())]);
    expect(download.suggestedFilename()).toBe('佐证.pdf');
    expect(readFileSync(await download.path()).equals(PAPER)).toBe(true);

    // The first correction needs no reason, the second does.
    await correct(tab, '号码无法接通。');
    await resubmit(tab, '15487654321');
    await become(tab, '县财政局');
    await click(button('补正'));
    await page.getByText('本环节已要求过补正，再次要求须写明理由。').waitFor();
    await remark(tab, '仍无法接通。');
    await click(button('发出补正通知（1 条）'));
    await page.getByRole('alert').getByText('请写明理由。').waitFor();
    await page.getByLabel('再次要求补正的理由').fill('上次补正的号码是空号。');
    await click(button('发出补正通知（1 条）'));
    await page.getByText('已发出补正通知').first().waitFor();
    await become(tab, '县第一中学');
    await page.getByText('再次补正的理由：上次补正的号码是空号。').waitFor();
    await page.getByRole('textbox', { name: '联系电话' }).fill('15411112222');
    await click(button('重新提交'));
    await page.getByText('已重新提交').first().waitFor();

    // Departments are ticked while the case runs: none is refused, two of three get a task.
    await become(tab, '县财政局');
    await page.getByText('已勾选 0 / 3').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/还有 1 项没有填对/).waitFor();
    await click(page.getByRole('checkbox', { name: '教育局' }));
    await click(page.getByRole('checkbox', { name: '编办' }));
    await page.getByText('已勾选 2 / 3').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('已提交：核对 · 核对无误').waitFor();
    const { steps } = await (await as('songjie')).query<CaseView>('cases.view', { id: caseId });
    const asked = steps.filter((step) => step.element !== null && step.status === 'open');
    expect(asked.map((step) => step.departmentName).sort()).toEqual(['县委编办', '县教育局']);
    await tab.shot('handling');

    expect(tab.complaints()).toEqual([]);
    await tab.close();
  });
});

/** A forbidden type and a file over the limit are refused in words; a false extension by the server; the rest is kept. */
async function uploads({ page }: Tab): Promise<void> {
  const proof = page.locator('[data-field]', { hasText: '佐证材料' });
  const pick = (name: string, buffer: Buffer): Promise<void> =>
    proof.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  const refusal = proof.getByRole('alert');
  await pick('程序.exe', Buffer.from('MZ'));
  await refusal.getByText('程序.exe').waitFor();
  await pick('太大.pdf', Buffer.concat([PAPER, Buffer.alloc(100_001)]));
  await refusal.getByText('“太大.pdf”超过 98 KB').waitFor();
  await pick('假的.pdf', Buffer.from('not a paper'));
  await refusal.getByText('不支持这种文件格式').waitFor();
  expect(await proof.getByRole('listitem').count()).toBe(0);
  await pick('佐证.pdf', PAPER);
  await proof.getByRole('listitem').getByText('佐证.pdf').waitFor();
  expect(await refusal.count()).toBe(0);
}

async function remark({ page, click }: Tab, text: string): Promise<void> {
  await click(page.getByRole('button', { name: '对“联系电话”提补正意见' }));
  await page.getByRole('textbox', { name: '“联系电话”的补正意见' }).fill(text);
}

async function correct(tab: Tab, text: string): Promise<void> {
  const { page, click } = tab;
  await click(page.getByRole('button', { name: '补正', exact: true }));
  await remark(tab, text);
  expect(await page.getByLabel('再次要求补正的理由').count()).toBe(0);
  await click(page.getByRole('button', { name: '发出补正通知（1 条）' }));
  await page.getByText('已发出补正通知').first().waitFor();
}

async function resubmit(tab: Tab, phone: string): Promise<void> {
  const { page, click } = tab;
  await become(tab, '县第一中学');
  await page.getByRole('textbox', { name: '联系电话' }).fill(phone);
  await click(page.getByRole('button', { name: '重新提交' }));
  await page.getByText('已重新提交').first().waitFor();
}
