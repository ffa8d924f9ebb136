/**
 * Messages that are owed. They derive from the record, so none is stored: the journal keeps only how far all of them
 * were delivered (a record's number). After a restart those behind it are made again, with the same keys.
 */
import type { CaseEvent, CaseState } from '@tongban/shared/kernel';
import type { Kernel } from '../kernel.ts';
import type { Definitions } from './definitions.ts';
import type { Committed } from './protocol.ts';
import type { OwedRecord, Store } from './store.ts';

const DELIVERED = 'delivered';

export function deliveredTo(store: Store): number {
  return Number(store.meta(DELIVERED) ?? 0);
}
export function saveDelivered(store: Store, n: number): void {
  store.putMeta(DELIVERED, String(n));
}

/** In the order of the record. */
export function owedAfter(store: Store, kernel: Kernel, definitions: Definitions, n: number): Committed[] {
  const byCase = new Map<string, OwedRecord[]>();
  for (const record of store.recordsAfter(n)) {
    const records = byCase.get(record.case_id);
    if (records === undefined) byCase.set(record.case_id, [record]);
    else records.push(record);
  }
  const owed: Committed[] = [];
  for (const [caseId, records] of byCase) owed.push(...ofCase(caseId, records));
  return owed.sort((a, b) => a.n - b.n);

  /** Follows the case from its start, because a message tells of the case as it was then. */
  function ofCase(caseId: string, records: readonly OwedRecord[]): Committed[] {
    const bySeq = new Map(records.map((record) => [record.last_seq, record.n]));
    const out: Committed[] = [];
    let state: CaseState | null = null;
    for (const payload of store.payloads(caseId, 0)) {
      const events = JSON.parse(payload) as CaseEvent[];
      state = kernel.evolve(state, events);
      const at = bySeq.get(state.seq);
      const definition = definitions.get(state);
      if (at === undefined || definition === null) continue;
      const outbox = JSON.stringify(kernel.react(definition, state, events));
      out.push({ n: at, caseId, seq: state.seq, outbox });
    }
    return out;
  }
}
