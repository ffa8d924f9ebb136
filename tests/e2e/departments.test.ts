/**
 * Publish to departments: a version has number and identity; the chosen departments see what changes for them and
 * answer; the designer sees who has answered; only their units find it; the same content makes no new version; a case
 * that runs ends on the version it began with. A finished case prints its form.
 */
import type { CaseView } from '@tongban/shared/kernel';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { directory, signedIn, type Api } from './api.ts';
import { launchBrowser, openTab, startServer, type Server } from './harness.ts';
import { enter } from './roles.ts';

let browser: Browser;
let server: Server;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const as = async (person: string): Promise<Api> => {
  const { demoPassword, people } = directory();
  return signedIn(server.url, people.find((one) => one.id === person)?.account ?? '', demoPassword);
};

interface Row {
  readonly caseId: string;
  readonly status: string;
}

describe('publishing to departments', () => {
  it('reaches the chosen ones, collects their answers, and leaves running cases alone', async () => {
    const school = await as('chenyu');
    const running = await school.query<{ rows: Row[] }>('portal.mine', { status: 'correcting' });
    const old = running.rows[0];
    expect(old).toBeDefined();

    const designer = await openTab(browser, server.url);
    onTestFailed(() => designer.shot('dep-failed'));
    await designer.click(designer.page.locator('[data-card="wang"]'));
    const button = (name: string | RegExp): Locator =>
      designer.page.getByRole('button', { name, exact: typeof name === 'string' });
    await designer.click(button('改并联'));
    await designer.click(button('改为并联'));
    await designer.page.getByText('关键路径 9 个工作日').waitFor();

    // Only 教育局 of the superiors is chosen: 卫健局's units do not find the new version.
    await designer.click(button('发布'));
    const health = designer.page.getByRole('checkbox', { name: /卫生健康/ });
    if (await health.isChecked()) await designer.click(health);
    await designer.click(button('发布第 2 版'));
    await designer.page.getByText('第 2 版已发布').waitFor();
    await designer.click(button('查看各部门确认情况'));
    await designer.page
      .getByText(/发给 \d+ 个部门：确认 0，提意见 0/)
      .first()
      .waitFor();
    await designer.shot('dep-1-versions');

    // 人社局 sees what changes for it in sentences and confirms; 医保局 has an opinion.
    const department = await openTab(browser, server.url);
    await enter(department, 'zhaomin');
    await department.click(department.page.getByRole('link', { name: /版本确认/ }));
    await department.page.getByText('第 2 版').first().waitFor();
    await department.page.getByText('全程 13 → 9 个工作日').first().waitFor();
    await department.shot('dep-2-inbox');
    const second = department.page.getByRole('article', { name: /退休一件事 第 2 版/ });
    await department.click(second.getByRole('button', { name: '确认', exact: true }));
    await second.getByText('已确认').first().waitFor();
    const insurance = await openTab(browser, server.url);
    await enter(insurance, 'jiangyi');
    await insurance.page.goto(`${server.url}/releases`);
    const theirs = insurance.page.getByRole('article', { name: /退休一件事 第 2 版/ });
    await insurance.click(theirs.getByRole('button', { name: '提意见' }));
    await insurance.page.getByLabel('意见内容').fill('建议延后一周实行。');
    await insurance.click(insurance.page.getByRole('button', { name: '提交意见' }));
    await insurance.page.getByText('已提意见').first().waitFor();

    // The designer sees who has answered.
    await designer.page.reload();
    await designer.page
      .getByText(/确认 1，提意见 1/)
      .first()
      .waitFor();
    await designer.page.getByText('建议延后一周实行。').first().waitFor();

    // The same content again makes no new version.
    await designer.click(button('发布'));
    await designer.page.getByText('内容与第 2 版完全相同').first().waitFor();
    await designer.page.keyboard.press('Escape');

    // Units of chosen departments find version 2; others still find version 1.
    const version = async (client: Api): Promise<number> => {
      const { rows } = await client.query<{ rows: { code: string }[] }>('portal.scenarios', { search: '退休' });
      const code = rows[0]?.code;
      return code === undefined ? 0 : (await client.query<{ version: number }>('portal.scenario', { code })).version;
    };
    expect(await version(school)).toBe(2);
    const hospital = directory().people.find((person) => person.department === 'hospital');
    expect(hospital).toBeDefined();
    expect(await version(await as(hospital!.id))).toBe(1);

    // The running case ends on version 1.
    expect(await school.query<CaseView>('cases.view', { id: old!.caseId })).toMatchObject({ version: 1 });
    for (const tab of [designer, department, insurance]) {
      expect(tab.complaints()).toEqual([]);
      await tab.close();
    }
  });

  it('prints the A4 form of a finished case', async () => {
    const school = await as('chenyu');
    const ended = (
      await school.query<{ rows: (Row & { result: string })[] }>('portal.mine', { status: 'ended' })
    ).rows.find((row) => row.result === 'approved');
    expect(ended).toBeDefined();
    const tab = await openTab(browser, server.url);
    onTestFailed(() => tab.shot('paper-failed'));
    await enter(tab, 'chenyu');
    await tab.page.goto(`${server.url}/cases/${ended!.caseId}/paper`);
    await tab.page.getByText('退休审批表').first().waitFor();
    const text = await tab.page.locator('main').innerText();
    const view = await school.query<CaseView>('cases.view', { id: ended!.caseId });
    expect(text).toContain(view.identity);
    expect(text).toContain('县人力资源和社会保障局');
    for (const step of view.steps.filter((one) => one.status === 'done' && one.personName !== null))
      expect(text).toContain(step.personName);
    await tab.shot('paper');
    const pdf = await tab.page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.byteLength).toBeGreaterThan(10_000);
    expect(tab.complaints()).toEqual([]);
    await tab.close();
  });
});
