/** 下一步: where a case goes on after an action, and in demo mode who could do it. */
import type { HostQueries } from '../hosts/queries.ts';
import type { NextStep } from './types.ts';

export interface CardFinder {
  /** Card of someone of this office who holds the post; null outside demo mode or when there is none. */
  forOffice(department: string, post: string | null): Promise<string | null>;
  forPerson(person: string): Promise<string | null>;
}

export async function nextSteps(queries: HostQueries, cards: CardFinder, caseId: string): Promise<readonly NextStep[]> {
  const row = await queries.caseRow(caseId);
  if (!row) return [];
  const applicantCard = await cards.forPerson(row.applicantPerson);
  if (row.status === 'ended') {
    return [{ kind: 'ended', stepName: '', departmentName: row.applicantName, card: applicantCard, caseId }];
  }
  const work = (await queries.openTasks(caseId)).filter((task) => task.kind === 'work');
  const steps = work.map(async (task): Promise<NextStep> => {
    if (task.status === 'correcting') {
      const departmentName = row.applicantName;
      return { kind: 'correction', stepName: task.name, departmentName, card: applicantCard, caseId };
    }
    const card = await cards.forOffice(task.department, task.post);
    return { kind: 'task', stepName: task.name, departmentName: task.departmentName, card, caseId };
  });
  return Promise.all(steps);
}
