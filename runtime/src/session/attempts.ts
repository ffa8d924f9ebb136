/** Failed sign-ins are counted per account and per address; too many close the door for a while. */
const WINDOW_MS = 15 * 60_000;
const LIMITS = { account: 8, address: 40 } as const;
/** Keys remembered at most; the oldest are forgotten first. */
const REMEMBERED = 10_000;

export interface Attempts {
  allowed(keys: readonly string[]): boolean;
  failed(keys: readonly string[]): void;
  succeeded(key: string): void;
}

export function createAttempts(now: () => number): Attempts {
  const failures = new Map<string, { count: number; since: number }>();
  const limitOf = (key: string): number => (key.startsWith('account ') ? LIMITS.account : LIMITS.address);
  const current = (key: string): number => {
    const entry = failures.get(key);
    return entry && now() - entry.since < WINDOW_MS ? entry.count : 0;
  };
  return {
    allowed: (keys) => keys.every((key) => current(key) < limitOf(key)),
    failed(keys) {
      for (const key of keys) {
        const count = current(key);
        const since = count > 0 ? (failures.get(key)?.since ?? now()) : now();
        failures.delete(key);
        failures.set(key, { count: count + 1, since });
      }
      for (const key of failures.keys()) {
        if (failures.size <= REMEMBERED) break;
        failures.delete(key);
      }
    },
    succeeded(key) {
      failures.delete(key);
    },
  };
}
