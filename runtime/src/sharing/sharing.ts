/**
 * Shared data from registers. Every answer carries its source and time; a register that is switched off, fails or is
 * too slow counts as down, which opens its fields for typing and never stops an application.
 */
import { fail, ok } from '../result.ts';
import type { Db } from '../storage/database.ts';
import type { Lookup, Register, SharingArea } from './types.ts';

/** A register has this long to answer. */
export const LOOKUP_MS = 5000;

export interface SharingDeps {
  readonly db: Db;
  readonly now: () => number;
  readonly registers: readonly Register[];
  readonly limitMs?: number;
}

const timeLimit = <T>(work: Promise<T>, ms: number): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The register did not answer in time')), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

export function createSharing({ db, now, registers, limitMs = LOOKUP_MS }: SharingDeps): SharingArea {
  const byId = new Map(registers.map((register) => [register.id, register]));

  const switchedOff = async (): Promise<ReadonlySet<string>> => {
    const rows = await db.selectFrom('register_switch').select('register').where('up', '=', 0).execute();
    return new Set(rows.map((row) => row.register));
  };

  const ask = async (id: string, key: string, off: ReadonlySet<string>): Promise<Lookup> => {
    const register = byId.get(id);
    const name = register?.name ?? id;
    if (register === undefined || off.has(id)) return { register: id, name, state: 'down', at: now() };
    try {
      const values = await timeLimit(register.lookup(key), limitMs);
      return values === null
        ? { register: id, name, state: 'unknown', at: now() }
        : { register: id, name, state: 'found', values, at: now() };
    } catch {
      return { register: id, name, state: 'down', at: now() };
    }
  };

  return {
    registers: () => registers,
    async status() {
      const off = await switchedOff();
      return registers.map(({ id, name }) => ({ register: id, name, up: !off.has(id) }));
    },
    async setUp(register, up) {
      if (!byId.has(register)) return fail('registerUnknown');
      const flag = up ? 1 : 0;
      await db
        .insertInto('register_switch')
        .values({ register, up: flag })
        .onConflict((conflict) => conflict.column('register').doUpdateSet({ up: flag }))
        .execute();
      return ok(null);
    },
    async lookup(wanted, key) {
      const off = await switchedOff();
      return Promise.all([...new Set(wanted)].map((id) => ask(id, key, off)));
    },
  };
}
