/**
 * Recomputes the chains (chain.ts) over the stored bytes, and what the events give against the saved state. Reads only.
 */
import { isDeepStrictEqual } from 'node:util';
import type Database from 'better-sqlite3';
import type { CaseEvent, CaseState } from '@tongban/shared/kernel';
import type { ChainFault, Verified } from '../host.ts';
import type { Kernel } from '../kernel.ts';
import { caseRoot, commitDigest, GENESIS, payloadHash, recordHash } from './chain.ts';
import { openReader } from './open.ts';

interface RecordRow {
  readonly case_id: string;
  readonly seq: number;
  readonly last_seq: number;
  readonly command: string;
  readonly at: number;
  readonly by: string;
  readonly payload: string;
  readonly salt: string;
  readonly payload_hash: string;
  readonly prev_hash: string;
  readonly hash: string;
}
interface Current {
  readonly id: string;
  seq: number;
  head: string;
  state: CaseState | null;
  /** Saved state to compare with; null when there is none, or it has been compared. */
  check: { readonly seq: number; readonly json: string } | null;
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
    .prepare<[string | null, string | null], RecordRow>(
      `SELECT case_id, seq, last_seq, command, at, by, payload, salt, payload_hash, prev_hash, hash FROM records
       WHERE ? IS NULL OR case_id = ? ORDER BY case_id, seq`,
    )
    .iterate(caseId, caseId);
  const saved = db.prepare<[string], { seq: number; json: string }>('SELECT seq, json FROM states WHERE case_id = ?');
  let [cases, events] = [0, 0];
  let current: Current | null = null;
  for (const row of rows) {
    events += row.last_seq - row.seq + 1;
    if (current === null || current.id !== row.case_id) {
      cases += 1;
      const check = saved.get(row.case_id) ?? null;
      current = { id: row.case_id, seq: 0, head: caseRoot(row.case_id), state: null, check };
    }
    if (row.seq !== current.seq + 1) note(row.case_id, row.seq, 'gap');
    const fault = recordFault(row, current.head);
    if (fault !== null) note(row.case_id, row.seq, fault);
    current.seq = row.last_seq;
    current.head = row.hash;
    if (current.check === null) continue;
    current.state = replay(kernel, current.state, row.payload);
    if (current.check.seq > row.last_seq) continue;
    if (!isDeepStrictEqual(plain(current.state), JSON.parse(current.check.json))) note(row.case_id, row.seq, 'state');
    current.check = null;
  }
  const head = commits(db, caseId === null ? note : () => undefined);
  return { cases, events, head, faults };
}

function recordFault(row: RecordRow, head: string): ChainFault | null {
  if (payloadHash(row.salt, row.payload) !== row.payload_hash) return 'payload';
  const events = JSON.parse(row.payload) as CaseEvent[];
  const last = events[events.length - 1];
  const told = events.every(
    ({ at, by }, index) => at === row.at && by === row.by && events[index]?.seq === row.seq + index,
  );
  if (!told || last?.seq !== row.last_seq) return 'header';
  if (row.prev_hash !== head) return 'link';
  const { case_id, seq, last_seq, command, at, by } = row;
  const header = { caseId: case_id, seq, lastSeq: last_seq, command, at, by };
  return recordHash(row.prev_hash, row.payload_hash, header) === row.hash ? null : 'header';
}

/** Null when the events cannot be applied: then the saved state differs from it, which is the fault. */
function replay(kernel: Kernel, state: CaseState | null, payload: string): CaseState | null {
  try {
    return kernel.evolve(state, JSON.parse(payload) as CaseEvent[]);
  } catch {
    return null;
  }
}

/** As it is after a round through JSON. */
function plain(state: CaseState | null): unknown {
  return JSON.parse(JSON.stringify(state));
}

/** Walks the commits in order over the hashes of their records; records behind the last commit belong to none. */
function commits(
  db: Database.Database,
  note: (caseId: string | null, seq: number | null, fault: ChainFault) => void,
): Verified['head'] {
  const hashes = db.prepare<[number, number], { n: number; hash: string }>(
    'SELECT n, hash FROM records WHERE n > ? AND n <= ? ORDER BY n',
  );
  let head = { n: 0, last_record: 0, digest: GENESIS };
  for (const commit of db.prepare<[], typeof head>('SELECT n, last_record, digest FROM commits ORDER BY n').iterate()) {
    const records = hashes.all(head.last_record, commit.last_record);
    const digest = commitDigest(
      head.digest,
      records.map((record) => record.hash),
    );
    const whole = records.length === commit.last_record - head.last_record;
    if (commit.n !== head.n + 1 || !whole || digest !== commit.digest) note(null, null, 'commit');
    head = commit;
  }
  if (hashes.all(head.last_record, Number.MAX_SAFE_INTEGER).length > 0) note(null, null, 'commit');
  return { commit: head.n, digest: head.digest };
}
