/**
 * What other calendars would change for what is running: every open clock read with both, page by page, so that nobody
 * waits long for this thread. Due times follow from ledgers, so this is exactly what an import would bring.
 */
import type Database from 'better-sqlite3';
import { calendarOf, dueAt, isProvisional, type Calendar, type CalendarBook } from '@tongban/shared/calendar';
import type { CalendarEffect, DueMove } from '../queries.ts';
import { clockOf } from './clock-text.ts';

interface Compared {
  readonly now: number;
  readonly before: CalendarBook;
  readonly after: CalendarBook;
}
interface Timed {
  readonly case_id: string;
  readonly number: string;
  readonly title: string;
  readonly region: string;
  readonly clock: string | null;
  readonly started_at: number;
  readonly ended_at: number | null;
}
interface Step extends Timed {
  readonly activity: string;
  readonly name: string;
  readonly department_name: string;
}

const PAGE = 500;
const MOST_MOVES = 200;

const CASES = `SELECT case_id, number, title, region, clock, started_at, ended_at FROM cases
  WHERE case_id > ? AND status <> 'ended' AND trial = 0 ORDER BY case_id LIMIT ${PAGE}`;
const STEPS = `SELECT t.case_id, c.number, c.title, c.region, t.clock, t.started_at, t.ended_at, t.activity, t.name,
  t.department_name FROM tasks t JOIN cases c ON c.case_id = t.case_id
  WHERE t.case_id >= ? AND t.case_id <= ? AND t.status IN ('open', 'correcting') AND c.status <> 'ended' AND c.trial = 0
  ORDER BY t.case_id, t.activity`;

export async function calendarEffect(db: Database.Database, compared: Compared): Promise<CalendarEffect> {
  const cases = db.prepare<[string], Timed>(CASES);
  const steps = db.prepare<[string, string], Step>(STEPS);
  const found = { running: 0, movedCases: 0, open: 0, movedSteps: 0, before: 0, after: 0 };
  const ofCases: DueMove[] = [];
  const ofSteps: DueMove[] = [];
  for (let after = ''; ;) {
    const page = cases.all(after);
    const [first, last] = [page[0], page[page.length - 1]];
    if (first === undefined || last === undefined) break;
    for (const row of page) {
      const both = read(row, compared);
      found.running += 1;
      if (both === null) continue;
      if (both.before.provisional) found.before += 1;
      if (both.after.provisional) found.after += 1;
      if (both.before.due === both.after.due) continue;
      found.movedCases += 1;
      if (ofCases.length < MOST_MOVES) ofCases.push(moveOf(row, both, null));
    }
    for (const row of steps.all(first.case_id, last.case_id)) {
      const both = read(row, compared);
      found.open += 1;
      if (both === null || both.before.due === both.after.due) continue;
      found.movedSteps += 1;
      if (ofSteps.length < MOST_MOVES) ofSteps.push(moveOf(row, both, row));
    }
    after = last.case_id;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    cases: { running: found.running, moved: found.movedCases },
    steps: { open: found.open, moved: found.movedSteps },
    provisional: { before: found.before, after: found.after },
    moves: [...ofCases, ...ofSteps].slice(0, MOST_MOVES),
  };
}

interface Both {
  readonly before: { readonly due: number; readonly provisional: boolean };
  readonly after: { readonly due: number; readonly provisional: boolean };
}

/** The row's due time on both calendars; null without a clock. */
function read(row: Timed, { now, before, after }: Compared): Both | null {
  const clock = clockOf(row);
  if (clock === null) return null;
  const on = (calendar: Calendar) => {
    const due = dueAt(calendar, clock, now);
    return { due, provisional: isProvisional(calendar, clock.startedAt, Math.max(due, now)) };
  };
  const [old, next] = [calendarOf(before, row.region), calendarOf(after, row.region)];
  const known = on(old);
  return { before: known, after: old.version === next.version ? known : on(next) };
}

function moveOf(row: Timed, { before, after }: Both, step: Step | null): DueMove {
  return {
    caseId: row.case_id,
    number: row.number,
    title: row.title,
    region: row.region,
    step: step?.name ?? null,
    departmentName: step?.department_name ?? null,
    before: before.due,
    after: after.due,
  };
}
