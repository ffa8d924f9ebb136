/**
 * From a blank page to a case that ends, by mouse and keyboard alone: a scenario with three roles, a loop, a branch and
 * a parallel part, a form of twelve fields, its problems and their repairs, its preview, its release, and one case down
 * each branch.
 */
import type { CaseView, SectionView } from '@tongban/shared/kernel';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { directory, signedIn, type Api } from './api.ts';
import {
  addField,
  addRole,
  button,
  choose,
  connect,
  deadline,
  dismissHints,
  focused,
  follow,
  nameIt,
  node,
  problemAt,
  search,
  stand,
  typeName,
} from './drawing.ts';
import { englishNames, launchBrowser, openTab, startServer, type Server, type Tab } from './harness.ts';

const TITLE = '校舍修缮资金一件事';
const LIMIT = 100_000;

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

type Sections = readonly SectionView[];
const openSteps = (view: CaseView): string[] =>
  view.steps
    .filter((step) => step.status === 'open')
    .map((step) => step.name)
    .sort((a, b) => a.localeCompare(b, 'zh'));

describe('a scenario from a blank page', () => {
  it('is drawn, built, checked, previewed, published and run down both branches', async () => {
    const tab = await openTab(browser, server.url);
    const { page, click, shot } = tab;
    onTestFailed(() => shot('blank-failed'));
    await click(page.locator('[data-card="wang"]'));
    await button(tab, '换个身份').waitFor();
    await page.goto(`${server.url}/studio`);
    await newScenario(tab);
    await drawFlow(tab);
    await shot('blank-01-flow');
    expect(await englishNames(tab)).toEqual([]);
    await buildForm(tab);
    expect(await englishNames(tab)).toEqual([]);
    await shot('blank-02-form');
    await writeCondition(tab);
    await shot('blank-03-condition');
    await settle(tab);
    await preview(tab);
    await shot('blank-04-preview');
    await publish(tab);
    await shot('blank-05-published');

    // Over the limit: once back to the first step, then both checks, then the end.
    const education = await as('xujian');
    const finance = await as('songjie');
    const large = await apply(tab, LIMIT * 2);
    await finish(education, large, '受理', '同意');
    await finish(finance, large, '初审', '退回修改');
    await finish(education, large, '受理', '同意');
    const reviewed = await finish(finance, large, '初审', '同意');
    expect(openSteps(reviewed)).toEqual(['项目核对', '预算核对']);
    await finish(finance, large, '预算核对', '同意');
    const ended = await finish(education, large, '项目核对', '同意');
    expect(ended).toMatchObject({ status: 'ended', result: 'finished' });

    // Within the limit: the end at once.
    const school = await as('chenyu');
    const { rows } = await school.query<{ rows: { code: string }[] }>('portal.scenarios', { search: TITLE });
    const { id } = await school.mutate<{ id: string }>('portal.open', { code: rows[0]?.code ?? '' });
    const { sections } = await school.query<{ sections: Sections }>('portal.application', { id });
    const money = sections.flatMap((section) => section.fields).find((field) => field.field.name === '申请金额');
    await school.mutate('portal.save', { id, values: { [money?.key ?? '']: LIMIT / 2 } });
    const { caseId: small } = await school.mutate<{ caseId: string }>('portal.submit', { id, key: `submit-${id}` });
    await finish(education, small, '受理', '同意');
    const short = await finish(finance, small, '初审', '同意');
    expect(short).toMatchObject({ status: 'ended', result: 'finished' });
    expect(short.steps.map((step) => step.name)).not.toContain('预算核对');
    await page.reload();
    await page.getByText('本件已办结').first().waitFor();
    await shot('blank-06-ended');

    expect(tab.complaints()).toEqual([]);
    await tab.close();
  });
});

async function newScenario(tab: Tab): Promise<void> {
  const { page, click } = tab;
  await click(button(tab, '新建'));
  const dialog = page.getByRole('dialog', { name: '新建' });
  await dialog.getByRole('textbox', { name: '名称' }).fill(TITLE);
  await choose(tab, dialog.getByRole('combobox', { name: '所属模块' }), '要素保障');
  await click(dialog.getByRole('button', { name: '开始设计' }));
  await page.getByRole('heading', { name: TITLE }).waitFor();
}

/** 提交 → 受理 → 初审 (同意, or 退回修改 to 受理) → over the limit: two checks side by side; else 办结 at once. */
async function drawFlow(tab: Tab): Promise<void> {
  const { page, click, shot } = tab;
  await click(button(tab, '画“提交”环节'));
  await nameIt(tab, '提交');
  await dismissHints(tab);

  // The first task has no office yet: said at the task itself, and cured by choosing one.
  await follow(tab, '提交', '办理', '受理');
  await problemAt(tab, '受理', '没有说明由谁办理');
  await choose(tab, page.getByRole('combobox', { name: '承办单位' }), '教育局');
  await deadline(tab, 1);
  await addRole(tab, '财政局');

  // By keyboard: A, the kind, its name; then its office, its second decision, its deadline.
  await stand(tab, '受理');
  await page.keyboard.press('a');
  await search(tab, '办理');
  await nameIt(tab, '初审');
  await choose(tab, page.getByRole('combobox', { name: '承办单位' }), '财政局');
  await click(button(tab, '加一个结果'));
  await page.getByRole('textbox', { name: '结果名称' }).nth(1).fill('退回修改');
  await page.keyboard.press('Enter');
  await deadline(tab, 3);
  await shot('blank-first');

  await follow(tab, '初审', '条件分支', '金额判断');
  await follow(tab, '金额判断', '并行与汇合', '分头核对');
  await follow(tab, '分头核对', '办理', '预算核对');
  await deadline(tab, 2);
  await follow(tab, '分头核对', '办理', '项目核对');
  await choose(tab, page.getByRole('combobox', { name: '承办单位' }), '教育局');
  await deadline(tab, 2);

  // One undo takes back one edit; redo brings it again.
  await stand(tab, '项目核对');
  await page.keyboard.press('Delete');
  await expect.poll(() => node(tab, '项目核对').count()).toBe(0);
  await page.keyboard.press('Control+z');
  await node(tab, '项目核对').waitFor();
  await page.keyboard.press('Control+y');
  await expect.poll(() => node(tab, '项目核对').count()).toBe(0);
  await page.keyboard.press('Control+z');
  await node(tab, '项目核对').waitFor();

  await follow(tab, '预算核对', '并行与汇合', '汇合');
  await follow(tab, '汇合', '办结', '办结');
  await connect(tab, '项目核对', '汇合');
  await click(button(tab, '看全图'));
  await connect(tab, '初审', '受理');
  await connect(tab, '金额判断', '办结');
  await shot('blank-second');
  await click(button(tab, '整理布局'));
  await click(button(tab, '看全图'));
  await shot('blank-third');

  // A branch whose ways say nothing: told in the list and at the line.
  await click(button(tab, /^问题 \d+$/).first());
  const problems = page.getByRole('region', { name: '问题' });
  const missing = problems.getByRole('listitem').filter({ hasText: '没有写条件' });
  await missing.first().waitFor();
  expect(await missing.count()).toBe(2);
  await click(missing.filter({ hasText: '到“办结”' }).getByRole('button', { name: /金额判断/ }));
  await page.getByRole('complementary', { name: '设置' }).getByText('到“办结”的这条路没有写条件').waitFor();
  await click(problems.getByRole('button', { name: '关闭' }));
}

/** Twelve fields and a note, of twelve kinds, in two sections; one by keyboard, one renamed at its label, one required. */
async function buildForm(tab: Tab): Promise<void> {
  const { page, click } = tab;
  await click(button(tab, '表单'));
  await click(button(tab, /加一个栏目$/).first());
  await typeName(tab, /^栏目改名/, '项目情况');
  for (const [kind, name] of [
    ['金额', '申请金额'],
    ['多行文字', '修缮内容'],
    ['数字', '校舍面积'],
    ['日期', '计划开工'],
    ['选项', '校舍类型'],
    ['是或否', '是否危房'],
  ] as const) {
    await addField(tab, kind, name);
  }
  // Behind the last field, by keyboard.
  await page.getByRole('button', { name: /^是否危房/ }).focus();
  await page.keyboard.press('Insert');
  await typeName(tab, /^改名：/, '项目名称');
  await click(button(tab, /加一个栏目$/).last());
  await typeName(tab, /^栏目改名/, '单位情况');
  for (const [kind, name] of [
    ['统一社会信用代码', '单位代码'],
    ['身份证号', '经办人身份证号'],
    ['电话号码', '电话'],
    ['附件', '修缮方案'],
    ['单行文字', '学校负责人'],
    ['说明文字', '填表须知'],
  ] as const) {
    await addField(tab, kind, name);
  }
  await page.getByRole('status', { name: '表单概况' }).getByText('12 项').waitFor();

  await click(button(tab, '改名：电话'));
  await typeName(tab, /^改名：/, '联系电话');
  await button(tab, '改名：联系电话').waitFor();

  // The name comes and goes with Ctrl+Z and Ctrl+Y.
  await page.getByRole('button', { name: /^联系电话，选中后/ }).focus();
  await page.keyboard.press('Control+z');
  await button(tab, '改名：电话').waitFor();
  await page.keyboard.press('Control+y');
  await button(tab, '改名：联系电话').waitFor();

  await click(page.getByRole('button', { name: /^申请金额，选中后/ }));
  await click(page.getByRole('button', { name: /怎样才对/ }));
  await click(page.getByRole('radio', { name: '必须填' }));
  await expect.poll(() => page.getByRole('radio', { name: '必须填' }).isChecked()).toBe(true);
}

/** The two ways out of the branch: one written as a sentence, one 否则 by its one-click repair. */
async function writeCondition(tab: Tab): Promise<void> {
  const { page, click } = tab;
  await click(button(tab, '流程'));
  await click(node(tab, '金额判断').first());
  const ways = page.getByRole('complementary', { name: '设置' }).getByRole('listitem');
  const large = ways.filter({ hasText: '分头核对' });
  await click(large.getByRole('button', { name: '写一个条件' }));
  await choose(tab, large.getByRole('combobox', { name: '看哪一项' }), '申请金额');
  await click(large.getByRole('combobox', { name: '怎样比较' }));
  await click(page.locator('.ant-select-item-option:visible', { hasText: /^大于$/ }));
  await large.getByRole('spinbutton', { name: '比较的值' }).fill(String(LIMIT));
  await page.keyboard.press('Tab');
  await page
    .getByText(/申请金额\s*大于\s*100,?000/)
    .first()
    .waitFor();

  // The other way is the only one left without a condition: one click makes it 否则.
  await click(button(tab, /^问题 \d+$/).first());
  const problems = page.getByRole('region', { name: '问题' });
  await click(problems.getByRole('button', { name: '设为“否则”', exact: true }));
  await expect.poll(() => problems.getByText('没有写条件').count()).toBe(0);
  await click(problems.getByRole('button', { name: '关闭' }));
  await ways.filter({ hasText: '办结' }).getByText('其他条件都不满足时走这条路').waitFor();
}

/** What the list of problems still asks for: an item of the catalog, who leads, and the promise. */
async function settle(tab: Tab): Promise<void> {
  const { page, click } = tab;
  await click(button(tab, '材料与证照'));
  await click(button(tab, /从目录添加事项$/));
  const dialog = page.getByRole('dialog', { name: '从目录添加事项' });
  await focused(dialog.getByRole('searchbox', { name: '按名称或编码查找事项' }));
  await page.keyboard.type('财政');
  await click(dialog.getByRole('button', { name: /^从目录添加事项 财政/ }).first());
  expect(await englishNames(tab)).toEqual([]);
  await click(dialog.getByRole('button', { name: '关闭' }));
  const leads = page.getByRole('radio', { name: /牵头$/ });
  if (!(await leads.first().isChecked())) await click(leads.first());
  await click(button(tab, '时限与规则'));
  await choose(tab, page.getByRole('combobox', { name: '由谁牵头？' }), '财政局');
  await click(page.getByRole('group', { name: '向申请人承诺多久办完？' }).getByRole('button', { name: '设定时限' }));
  await page.getByText('在承诺之内').waitFor();
  expect(await englishNames(tab)).toEqual([]);
  await button(tab, '问题 0').first().waitFor();
}

/** The form as the applicant and every step meet it, wide and narrow. */
async function preview(tab: Tab): Promise<void> {
  const { page, click } = tab;
  await click(button(tab, '表单'));
  await click(button(tab, '预览'));
  const as = page.getByRole('combobox', { name: '以什么身份查看' });
  for (const step of ['提交', '受理', '初审', '预算核对', '项目核对']) {
    await choose(tab, as, step);
    for (const device of ['手机', '电脑']) {
      await click(page.getByRole('radiogroup', { name: '页面样式' }).getByText(device));
      const money = page.locator('[data-field]', { hasText: '申请金额' });
      await money.waitFor();
      const width = (await money.boundingBox())?.width ?? 0;
      if (device === '手机') expect(width).toBeLessThan(420);
      expect(await money.getByRole('spinbutton').count(), step).toBe(step === '提交' ? 1 : 0);
    }
    const decisions = page.getByRole('region', { name: '办理时的选择' }).getByRole('listitem');
    const offered = step === '提交' ? [] : step === '初审' ? ['同意', '退回修改'] : ['同意'];
    await expect
      .poll(async () => (await decisions.allInnerTexts()).map((text) => text.replace('须写意见', '').trim()))
      .toEqual(offered);
  }
  await click(button(tab, /返回设计$/));
}

async function publish(tab: Tab): Promise<void> {
  const { page, click } = tab;
  await click(button(tab, '发布'));
  const education = page.getByRole('checkbox', { name: '县教育局' });
  if (!(await education.isChecked())) await click(education);
  await click(button(tab, '发布第 1 版'));
  await page.getByText('第 1 版已发布').waitFor();
}

/** As the school, in the browser. Answers the case's id. */
async function apply(tab: Tab, amount: number): Promise<string> {
  const { page, click } = tab;
  await click(button(tab, /以县第一中学身份申请一件/));
  await click(button(tab, '开始办理'));
  await page.getByText(`申请：${TITLE}`).waitFor();
  await click(button(tab, '提交申请'));
  await page.getByText('还有 1 项没有填对，已标出。').waitFor();
  await page.getByRole('spinbutton', { name: '申请金额' }).fill(String(amount));
  await click(button(tab, '提交申请'));
  await page.getByText('办理进度').waitFor();
  return decodeURIComponent(/\/cases\/([^/?]+)/.exec(page.url())?.[1] ?? '');
}

const as = async (person: string): Promise<Api> => {
  const { demoPassword, people } = directory();
  return signedIn(server.url, people.find((one) => one.id === person)?.account ?? '', demoPassword);
};

/** One person finishes a step with the decision of this name. */
async function finish(client: Api, id: string, step: string, decision: string): Promise<CaseView> {
  const view = await client.query<CaseView>('cases.view', { id });
  const work = view.work.find((one) => one.name === step);
  const outcome = work?.outcomes.find((one) => one.name === decision);
  if (!work || !outcome) throw new Error(`Expected ${step} with ${decision}, but found ${JSON.stringify(view.work)}`);
  const command = { type: 'complete', activity: work.activity, outcome: outcome.id, opinion: decision, patch: {} };
  await client.mutate('cases.act', { id, command, key: `${work.activity}-done` });
  return client.query<CaseView>('cases.view', { id });
}
