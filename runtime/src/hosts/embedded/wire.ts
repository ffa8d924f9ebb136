/**
 * Submissions, answers and commits as they cross threads: runs of plain values. A structured clone writes and reads the
 * name of every property of every object, which costs more than what the objects carry.
 */
import type { OutboxEntry } from '@tongban/shared/kernel';
import type { Answer, Committed, SubmitItem } from './protocol.ts';

export type Flat = (string | number | boolean | null)[];

/** Values of one submission, answer and commit. */
const SUBMISSION = 9;
const ANSWER = 5;
const COMMIT = 4;
const NO_MESSAGES: readonly OutboxEntry[] = [];

export function packSubmission(into: Flat, item: SubmitItem): void {
  const { id, caseId, command, actor, registersDown, key, playAt } = item;
  into.push(id, caseId, command, actor, registersDown, playAt);
  into.push(key?.scope ?? null, key?.key ?? null, key?.digest ?? null);
}

export function unpackSubmissions(flat: Flat): SubmitItem[] {
  const items: SubmitItem[] = [];
  for (let at = 0; at < flat.length; at += SUBMISSION) {
    const scope = flat[at + 6] as string | null;
    items.push({
      kind: 'submit',
      id: flat[at] as number,
      caseId: flat[at + 1] as string,
      command: flat[at + 2] as string,
      actor: flat[at + 3] as string,
      registersDown: flat[at + 4] as string | null,
      playAt: flat[at + 5] as number | null,
      key: scope === null ? null : { scope, key: flat[at + 7] as string, digest: flat[at + 8] as string },
    });
  }
  return items;
}

/** In order; what is not a plain acceptance goes as JSON. */
export function packAnswers(answers: readonly Answer[]): Flat {
  const flat: Flat = [];
  for (const answer of answers) {
    if (answer.ok) flat.push(answer.id, answer.caseId, answer.seq, answer.repeated, answer.events);
    else flat.push(answer.id, null, null, null, JSON.stringify(answer));
  }
  return flat;
}

export function unpackAnswers(flat: Flat): Answer[] {
  const answers: Answer[] = [];
  for (let at = 0; at < flat.length; at += ANSWER) {
    const id = flat[at] as number;
    const caseId = flat[at + 1] as string | null;
    const text = flat[at + 4] as string;
    if (caseId === null) answers.push(JSON.parse(text) as Answer);
    else {
      const [seq, repeated] = [flat[at + 2] as number, flat[at + 3] as boolean];
      answers.push({ ok: true, id, caseId, seq, repeated, events: text });
    }
  }
  return answers;
}

export function packCommits(committed: readonly Committed[]): Flat {
  const flat: Flat = [];
  for (const { n, caseId, seq, outbox } of committed) flat.push(n, caseId, seq, outbox);
  return flat;
}

/** A commit as the server's thread hears of it. */
export interface Told {
  readonly n: number;
  readonly caseId: string;
  readonly seq: number;
  readonly outbox: readonly OutboxEntry[];
}

export function unpackCommits(flat: Flat): Told[] {
  const told: Told[] = [];
  for (let at = 0; at < flat.length; at += COMMIT) {
    const outbox = flat[at + 3] as string | null;
    told.push({
      n: flat[at] as number,
      caseId: flat[at + 1] as string,
      seq: flat[at + 2] as number,
      outbox: outbox === null ? NO_MESSAGES : (JSON.parse(outbox) as OutboxEntry[]),
    });
  }
  return told;
}
