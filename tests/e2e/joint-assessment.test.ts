/**
 * 招商选资项目联动评估: first review → 20 departments on one card that unfolds to a table → joint review. On 调整 only
 * the departments whose dimensions changed get a task again; the other opinions stand. The same with 36 bodies.
 */
import type { Design, NodeOf } from '@tongban/shared/document';
import type { CaseView } from '@tongban/shared/kernel';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { completeTask, directory, signedIn, templateFile, type Api } from './api.ts';
import { launchBrowser, openTab, startServer, type Server, type Tab } from './harness.ts';

const FIRM = '91990001MAKB001188';
/** Posts that this scenario's steps ask for. */
const POSTS = ['assessor', 'reviewer'];
const TYPED: Readonly<Record<string, string>> = {
  项目名称: '精密轴承项目',
  拟选址: '开发区东区 3 号地块',
  总投资: '52000',
  固定资产投资: '38000',
  用地面积: '60',
  达产年产值: '80000',
  年综合能耗: '3000',
};

let browser: Browser;
let server: Server;
let people: Map<string, Api>;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer();
  people = await signInDepartments(server.url);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('joint assessment', () => {
  it('asks again only those whose dimensions changed', async () => {
    const tab = await openTab(browser, server.url);
    onTestFailed(() => tab.shot('b5-failed'));
    const { page, click } = tab;
    await click(page.locator('[data-card]', { hasText: '云溪镇' }));
    await click(page.getByText('招商选资项目联动评估一件事').first());
    await click(page.getByRole('button', { name: '开始办理' }));
    await page.getByRole('textbox', { name: '统一社会信用代码' }).first().fill(FIRM);
    await click(page.getByRole('button', { name: '获取共享数据' }));
    await page.getByText(/已带出 \d+ 项共享数据/).waitFor();
    for (const [name, value] of Object.entries(TYPED)) await page.getByLabel(name).first().fill(value);
    await chooseFirst(tab, 'industryClass');
    await click(page.getByRole('button', { name: '提交申请' }));
    await page.getByText('办理进度').waitFor();
    const caseId = decodeURIComponent(/\/cases\/([^/?]+)/.exec(page.url())?.[1] ?? '');

    await follow(tab, '县投资促进中心');
    await click(page.getByRole('radio').first());
    await page.keyboard.press('Control+Enter');
    await page.getByText('已提交：').last().waitFor();

    // Twenty tasks at the same moment; the card unfolds to a table.
    const lead = people.get('县投资促进中心');
    expect(lead).toBeDefined();
    const before = await lead!.query<CaseView>('cases.view', { id: caseId });
    const asked = before.steps.filter((step) => step.element !== null && step.status === 'open');
    expect(asked).toHaveLength(20);
    expect(new Set(asked.map((step) => step.startedAt)).size).toBe(1);

    for (const step of asked) await completeTask(officeOf(step.departmentName), caseId, 'support');
    await page.goto(`${server.url}/cases/${caseId}`);
    await page.getByText('20/20 个部门已办').first().waitFor();
    await click(page.getByText('20/20 个部门已办').first());
    await expect.poll(() => page.getByRole('row', { name: /支持/ }).count()).toBeGreaterThanOrEqual(20);
    await tab.shot('b5-table');

    // 调整: the applicant changes the waste water; only the two offices that judge it are asked again.
    await completeTask(lead!, caseId, 'adjust', '请压减废水排放。');
    await completeTask(applicant(), caseId, (await outcomesOf(applicant(), caseId))[0] ?? '', '已调整。', {
      wastewater: 12,
    });
    const after = await lead!.query<CaseView>('cases.view', { id: caseId });
    const again = after.steps
      .filter((step) => step.element !== null && step.status === 'open')
      .map((step) => step.element);
    expect(again.sort()).toEqual(['environment', 'water']);
    expect(after.steps.filter((step) => step.element !== null && step.status === 'kept')).toHaveLength(18);

    for (const step of after.steps.filter((one) => one.element !== null && one.status === 'open')) {
      await completeTask(officeOf(step.departmentName), caseId, 'support');
    }
    await completeTask(lead!, caseId, 'admit', '准予进入。');
    await completeTask(lead!, caseId, (await outcomesOf(lead!, caseId))[0] ?? '', '已反馈。');
    const ended = await lead!.query<CaseView>('cases.view', { id: caseId });
    expect(ended).toMatchObject({ status: 'ended', result: 'approved' });
    expect(tab.complaints()).toEqual([]);
    await tab.close();
  });

  it('works with 36 bodies as well', async () => {
    const { demoPassword, people: everyone } = directory();
    const designer = await signedIn(server.url, everyone.find((one) => one.id === 'wang')?.account ?? '', demoPassword);
    const design = with36(templateFile<Design>('investment/design.json'));
    const { id } = await designer.mutate<{ id: string }>('designs.importJson', { text: JSON.stringify(design) });

    const tab = await openTab(browser, server.url);
    onTestFailed(() => tab.shot('b5-36-failed'));
    await tab.click(tab.page.locator('[data-card="wang"]'));
    await tab.page.getByRole('button', { name: '换个身份' }).waitFor();
    await tab.page.goto(`${server.url}/studio/${id}`);
    await tab.page.locator('.react-flow__node', { hasText: '并联 36' }).first().waitFor();
    await tab.shot('b5-36');
    expect(tab.complaints()).toEqual([]);
    await tab.close();

    const audience = await designer.query<{ id: string }[]>('releases.audience', { design: id });
    const preview = await designer.query<{ stateVector: string }>('releases.preview', {
      design: id,
      departments: audience.map((one) => one.id),
    });
    await designer.mutate('releases.publish', {
      design: id,
      stateVector: preview.stateVector,
      departments: audience.map((one) => one.id),
    });
    const opened = await applicant().mutate<{ id: string }>('portal.open', { code: design.meta.code });
    await applicant().mutate('portal.identify', { id: opened.id, key: FIRM });
    const values = Object.values(design.form.fields).flatMap((field) =>
      field.name in TYPED
        ? [[field.id, field.kind === 'number' ? Number(TYPED[field.name]) : TYPED[field.name]]]
        : field.id === 'industryClass'
          ? [[field.id, Object.keys(field.options)[0]]]
          : [],
    );
    await applicant().mutate('portal.save', { id: opened.id, values: Object.fromEntries(values) });
    const { caseId } = await applicant().mutate<{ caseId: string }>('portal.submit', {
      id: opened.id,
      key: 'submit-once-36',
    });
    const lead = people.get('县投资促进中心')!;
    await completeTask(lead, caseId, 'pass');
    const view = await lead.query<CaseView>('cases.view', { id: caseId });
    const asked = view.steps.filter((step) => step.element !== null && step.status === 'open');
    expect(asked).toHaveLength(36);
    for (const step of asked) await completeTask(officeOf(step.departmentName), caseId, 'support');
    expect((await lead.query<CaseView>('cases.view', { id: caseId })).work.map((work) => work.name)).toEqual([
      '整合评审',
    ]);
  });
});

async function signInDepartments(url: string): Promise<Map<string, Api>> {
  const { demoPassword, departments, people: everyone } = directory();
  const clients = new Map<string, Api>();
  for (const { id, name } of departments) {
    const staff = everyone.filter((one) => one.department === id);
    const person = staff.find((one) => one.posts.some((post) => POSTS.includes(post))) ?? staff[0];
    if (person) clients.set(name, await signedIn(url, person.account, demoPassword));
  }
  return clients;
}

function officeOf(name: string | null): Api {
  const client = people.get(name ?? '');
  if (!client) throw new Error(`Expected someone of ${name}, but found nobody`);
  return client;
}
const applicant = (): Api => officeOf('云溪镇人民政府');

async function outcomesOf(client: Api, caseId: string): Promise<string[]> {
  const view = await client.query<CaseView>('cases.view', { id: caseId });
  return view.work[0]?.outcomes.map((outcome) => outcome.id) ?? [];
}

/** The twenty bodies and sixteen more of the same roles, under a code of its own. */
function with36(design: Design): Design {
  const [dispatch] = Object.values(design.flow.nodes).filter(
    (node): node is NodeOf<'dispatch'> => node.kind === 'dispatch',
  );
  if (!dispatch) throw new Error('Expected a dispatch in the template');
  const more = Object.values(dispatch.bodies)
    .slice(0, 16)
    .map((body) => ({ ...body, id: `${body.id}2`, name: `${body.name}二科`, order: `z${body.order}` }));
  const bodies = { ...dispatch.bodies, ...Object.fromEntries(more.map((body) => [body.id, body])) };
  return {
    ...design,
    meta: { ...design.meta, code: 'investment36', title: '招商选资项目联动评估（36 个部门）' },
    flow: { ...design.flow, nodes: { ...design.flow.nodes, [dispatch.id]: { ...dispatch, bodies } } },
    variants: {},
  };
}

async function follow({ page, click }: Tab, office: string): Promise<void> {
  await click(page.getByRole('button', { name: `下一步：以 ${office} ` }).first());
  await page.getByRole('button', { name: '换个身份' }).getByText(office).waitFor();
}

async function chooseFirst({ page, click }: Tab, field: string): Promise<void> {
  await click(page.locator(`[data-field="${field}"] .ant-select`).first());
  await click(page.locator('.ant-select-item-option:visible').first());
}
