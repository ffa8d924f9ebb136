/**
 * Recomputes the chains (chain.ts) over the stored bytes, and what the events give against the saved state. Reads only.
 * A redacted payload (NULL) keeps its hash and is no fault.
 */
import { isDeepStrictEqual } from 'node:util';
import type Database from 'better-sqlite3';
import type { CaseEvent, CaseState } from '@tongban/shared/kernel';
import type { ChainFault, Verified } from '../host.ts';
import type { Kernel } from '../kernel.ts';
import { caseRoot, commitDigest, eventHash, GENESIS, payloadHash, type Head } from './chain.ts';
import { openReader } from './open.ts';

interface EventRow {
  readonly case_id: string;
  readonly seq: number;
  readonly type: string;
  readonly at: number;
  readonly by: string;
  readonly payload: string | null;
  readonly salt: Buffer | null;
  readonly payload_hash: Buffer;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
}
type Fault = Verified['faults'][number];

/** Faults told at most: the first ones say enough. */
const MOST_FAULTS = 100;

export function verifyFolder(folder: string, caseId: string | null, kernel: Kernel): Verified {
  const db = openReader(folder);
  try {
    db.exec('BEGIN');
    return verify(db, caseId, kernel);
  } finally {
    db.close();
  }
}

export function verify(db: Database.Database, caseId: string | null, kernel: Kernel): Verified {
  const faults: Fault[] = [];
  const note = (at: string | null, seq: number | null, fault: ChainFault): void => {
    if (faults.length < MOST_FAULTS) faults.push({ caseId: at, seq, fault });
  };
  const rows = db
    .prepare<[string | null, string | null], EventRow>(
      `SELECT case_id, seq, type, at, by, payload, salt, payload_hash, prev_hash, hash FROM events
       WHERE ? IS NULL OR case_id = ? ORDER BY case_id, seq`,
    )
    .iterate(caseId, caseId);
  const saved = db.prepare<[string], { seq: number; json: string }>('SELECT seq, json FROM states WHERE case_id = ?');
  let [cases, events] = [0, 0];
  let current: {
    id: string;
    seq: number;
    head: Buffer;
    state: CaseState | null;
    check: { seq: number; json: string } | null;
  } | null = null;
  for (const row of rows) {
    events += 1;
    if (current === null || current.id !== row.case_id) {
      cases += 1;
      current = {
        id: row.case_id,
        seq: 0,
        head: caseRoot(row.case_id),
        state: null,
        check: saved.get(row.case_id) ?? null,
      };
    }
    if (row.seq !== current.seq + 1) note(row.case_id, row.seq, 'gap');
    const fault = eventFault(row, current.head);
    if (fault !== null) note(row.case_id, row.seq, fault);
    current.seq = row.seq;
    current.head = row.hash;
    if (current.check === null) continue;
    if (row.payload === null) {
      current.check = null;
      continue;
    }
    current.state = replay(kernel, current.state, row.payload);
    if (current.check.seq !== row.seq) continue;
    if (!isDeepStrictEqual(plain(current.state), JSON.parse(current.check.json))) note(row.case_id, row.seq, 'state');
    current.check = null;
  }
  const head = commits(db, caseId === null ? note : () => undefined);
  return { cases, events, head, faults };
}

function eventFault(row: EventRow, head: Buffer): ChainFault | null {
  if (row.payload !== null) {
    if (row.salt === null || !payloadHash(row.salt, row.payload).equals(row.payload_hash)) return 'payload';
    const { seq, type, at, by } = JSON.parse(row.payload) as CaseEvent;
    if (seq !== row.seq || type !== row.type || at !== row.at || by !== row.by) return 'header';
  }
  if (!row.prev_hash.equals(head)) return 'link';
  const header = { caseId: row.case_id, seq: row.seq, type: row.type, at: row.at, by: row.by };
  return eventHash(row.prev_hash, row.payload_hash, header).equals(row.hash) ? null : 'header';
}

function replay(kernel: Kernel, state: CaseState | null, payload: string): CaseState | null {
  try {
    return kernel.evolve(state, [JSON.parse(payload) as CaseEvent]);
  } catch {
    return null;
  }
}

/** As it is after a round through JSON. */
function plain(state: CaseState | null): unknown {
  return JSON.parse(JSON.stringify(state));
}

/** Walks the commits in order over the last event that each case has in each. */
function commits(
  db: Database.Database,
  note: (caseId: string | null, seq: number | null, fault: ChainFault) => void,
): Verified['head'] {
  const heads = db
    .prepare<[], { commit_n: number; case_id: string; seq: number; hash: Buffer }>(
      `SELECT commit_n, case_id, max(seq) AS seq, hash FROM events GROUP BY commit_n, case_id ORDER BY commit_n, case_id`,
    )
    .iterate();
  const recorded = db.prepare<[], { n: number; digest: Buffer }>('SELECT n, digest FROM commits ORDER BY n').all();
  let previous: Buffer = GENESIS;
  let at = 0;
  let collected: Head[] = [];
  let collecting: number | null = null;
  const close = (): void => {
    if (collecting === null) return;
    const commit = recorded[at];
    const digest = commitDigest(previous, collected);
    if (commit === undefined || commit.n !== collecting || commit.n !== at + 1 || !commit.digest.equals(digest)) {
      note(null, null, 'commit');
    }
    previous = commit?.digest ?? digest;
    at += 1;
    collected = [];
  };
  for (const row of heads) {
    if (row.commit_n !== collecting) close();
    collecting = row.commit_n;
    collected.push({ caseId: row.case_id, seq: row.seq, hash: row.hash });
  }
  close();
  if (at !== recorded.length) note(null, null, 'commit');
  const last = recorded[recorded.length - 1];
  return { commit: last?.n ?? 0, digest: (last?.digest ?? GENESIS).toString('hex') };
}
