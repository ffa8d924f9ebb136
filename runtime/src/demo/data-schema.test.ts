import { expect, test } from 'vitest';
import { cardsSchema, casesSchema, readData } from './data-schema.ts';

const plan = {
  id: 'one',
  scenario: 'leave',
  applicant: 'ann',
  subjectKey: '990001197105011003',
  startedWorkdaysAgo: 2,
  values: {},
};

test('a plan in its shape is read, with what it leaves out filled in', () => {
  const step = { after: { workdays: 1 }, as: 'bob', node: 'review', do: 'complete', outcome: 'agree' };
  const read = readData('cases.json', JSON.stringify([{ ...plan, steps: [step] }]), casesSchema);
  expect(read.ok && read.value[0]?.steps[0]).toEqual({ ...step, opinion: '', values: {} });
});

test('a file that is not JSON is named, and so is the reason', () => {
  const read = readData('cards.json', '[{', cardsSchema);
  expect(read).toMatchObject({ ok: false });
  expect(!read.ok && read.message).toMatch(/^cards\.json: not JSON/);
});

test('a step that no one can take is refused with its place in the file', () => {
  const step = { after: { workdays: 1 }, as: 'bob', node: 'review', do: 'approve' };
  const read = readData('cases.json', JSON.stringify([{ ...plan, steps: [step] }]), casesSchema);
  expect(!read.ok && read.message).toMatch(/^cases\.json: at 0\.steps\.0/);
});

test('a card without its sentence is refused with its place in the file', () => {
  const card = { id: 'a', person: 'ann', title: 'Clerk', audience: 'desk' };
  const read = readData('cards.json', JSON.stringify([card]), cardsSchema);
  expect(!read.ok && read.message).toMatch(/^cards\.json: at 0\.line/);
});
