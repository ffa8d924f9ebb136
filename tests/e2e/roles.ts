/** Becoming somebody, and handing a case on to the next, as a person in demo mode does. */
import type { Tab } from './harness.ts';

/** One click on a card of the sign-in page. */
export async function enter({ page, click }: Tab, card: string): Promise<void> {
  await click(page.locator(`[data-card="${card}"]`));
  await page.getByRole('button', { name: '换个身份' }).waitFor();
}

/** The case stays open; the person at it is now one of this office. */
export async function become({ page, click }: Tab, office: string): Promise<void> {
  await click(page.getByRole('button', { name: '换个身份' }));
  await click(page.getByRole('menuitem', { name: new RegExp(`^${office}`) }));
  await page.getByRole('button', { name: '换个身份' }).getByText(office).waitFor();
}

export const caseIn = ({ page }: Tab): string => decodeURIComponent(/\/cases\/([^/?]+)/.exec(page.url())?.[1] ?? '');
