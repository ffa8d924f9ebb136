/** What a hand does in the studio: steps, lines, roles, fields, lists to choose from. */
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Tab } from './harness.ts';

/** By keyboard: C, the other step. */
export async function connect(tab: Tab, from: string, to: string): Promise<void> {
  await stand(tab, from);
  await tab.page.keyboard.press('c');
  await tab.page.getByRole('dialog', { name: `从“${from}”连到` }).waitFor();
  await search(tab, to);
}

/** In a list to search: what is typed, the first that is found. */
export async function search({ page }: Tab, wanted: string): Promise<void> {
  await focused(page.getByRole('combobox', { name: '搜索' }));
  await page.keyboard.type(wanted);
  await page.getByRole('option', { name: wanted, selected: true }).waitFor();
  await page.keyboard.press('Enter');
}

export async function addField(tab: Tab, kind: string, name: string): Promise<void> {
  await tab.click(tab.page.getByRole('complementary', { name: '可添加的项' }).getByRole('button', { name: kind }));
  await typeName(tab, /^改名：/, name);
}

/** A name being changed: what is typed replaces what stood there. */
export async function typeName({ page }: Tab, label: RegExp, name: string): Promise<void> {
  const input = page.getByRole('textbox', { name: label });
  await focused(input);
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.getByText(name).first().waitFor();
}

export const focused = async (input: Locator): Promise<void> => {
  await input.waitFor();
  await expect.poll(() => input.evaluate((element) => element === document.activeElement)).toBe(true);
};
export const button = ({ page }: Tab, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
export const node = ({ page }: Tab, name: string): Locator =>
  page.locator(`.react-flow__node [role="group"][aria-label*="${name}"]`);

/** Opens a list to choose from, types and takes what is found. */
export async function choose({ page, click }: Tab, list: Locator, wanted: string): Promise<void> {
  await click(list);
  await page.keyboard.type(wanted);
  await click(page.locator('.ant-select-item-option:visible', { hasText: wanted }).first());
}

/** What was just drawn waits for its name. */
export async function nameIt({ page }: Tab, name: string): Promise<void> {
  const input = page.getByRole('textbox', { name: '名称', exact: true });
  await focused(input);
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.locator('.react-flow__node', { hasText: name }).waitFor();
}

/** By mouse: "+" beside a step, the kind, its name. */
export async function follow(tab: Tab, after: string, kind: string, name: string): Promise<void> {
  await node(tab, after).first().hover();
  await tab.click(button(tab, `“${after}”之后的下一步`));
  await tab.click(tab.page.getByRole('menuitem', { name: kind, exact: true }));
  await nameIt(tab, name);
}

export async function stand(tab: Tab, name: string): Promise<void> {
  await tab.click(node(tab, name).first());
  await tab.page.getByTestId('canvas').focus();
}

/** Enter hands it over: the card says it while the input still has the focus. */
export async function deadline({ page }: Tab, days: number): Promise<void> {
  await page.getByRole('spinbutton', { name: '时限数值' }).fill(String(days));
  await page.keyboard.press('Enter');
  await page.locator('.react-flow__node.selected', { hasText: `${days} 个工作日` }).waitFor();
}

export async function addRole(tab: Tab, type: string): Promise<void> {
  await tab.click(button(tab, '加一个角色'));
  await focused(tab.page.getByRole('combobox', { name: '加一个角色' }));
  await tab.page.keyboard.type(type);
  await tab.page.keyboard.press('Enter');
  await button(tab, new RegExp(`角色：${type}`)).waitFor();
}

export async function problemAt(tab: Tab, step: string, sentence: string): Promise<void> {
  const mark = node(tab, step)
    .first()
    .getByRole('button', { name: /个问题/ });
  await tab.click(mark);
  await tab.page.locator('.ant-popover:visible').getByText(sentence).waitFor();
  await tab.click(mark);
}

export async function dismissHints(tab: Tab): Promise<void> {
  const skip = button(tab, '不再提示');
  if (await skip.isVisible()) await tab.click(skip);
}
