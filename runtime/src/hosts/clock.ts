/**
 * The host's clock. Facts.now comes from here and from nowhere else. A clock is data (`ClockSpec`), so that the
 * journal's worker and the server's thread read one and the same time. All instants are UTC epoch milliseconds.
 */

/**
 * real: the machine's clock. running: starts at `start` and runs `rate` times as fast as the machine's (1 by default).
 * manual: stands where it was set; for tests. Its cell is shared memory, so that every thread sees a change at once.
 */
export type ClockSpec =
  | { readonly kind: 'real' }
  | { readonly kind: 'running'; readonly start: number; readonly origin: number; readonly rate: number }
  | { readonly kind: 'manual'; readonly cell: SharedArrayBuffer };

export interface HostClock {
  readonly spec: ClockSpec;
  now(): number;
  /** Milliseconds of the machine's time to wait until `instant`, or null when that cannot be told beforehand. */
  delayUntil(instant: number): number | null;
}

export interface ManualClock extends HostClock {
  set(instant: number): void;
  advance(milliseconds: number): void;
}

export function realClock(): HostClock {
  return clockOf({ kind: 'real' });
}

/** A clock that reads `start` now and runs on from there. */
export function runningClock(start: number, rate = 1): HostClock {
  return clockOf({ kind: 'running', start, origin: Date.now(), rate });
}

export function manualClock(start: number): ManualClock {
  const cell = new SharedArrayBuffer(8);
  const view = new BigInt64Array(cell);
  Atomics.store(view, 0, BigInt(start));
  return {
    ...clockOf({ kind: 'manual', cell }),
    set: (instant) => void Atomics.store(view, 0, BigInt(instant)),
    advance: (milliseconds) => void Atomics.add(view, 0, BigInt(milliseconds)),
  };
}

export function clockOf(spec: ClockSpec): HostClock {
  switch (spec.kind) {
    case 'real':
      return { spec, now: () => Date.now(), delayUntil: (instant) => Math.max(0, instant - Date.now()) };
    case 'running': {
      const now = (): number => Math.floor(spec.start + (Date.now() - spec.origin) * spec.rate);
      return { spec, now, delayUntil: (instant) => Math.max(0, Math.ceil((instant - now()) / spec.rate)) };
    }
    case 'manual': {
      const view = new BigInt64Array(spec.cell);
      const now = (): number => Number(Atomics.load(view, 0));
      return { spec, now, delayUntil: (instant) => (instant <= now() ? 0 : null) };
    }
  }
}
