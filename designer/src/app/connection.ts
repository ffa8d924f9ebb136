/**
 * Whether the server can be reached, for the banner and for drafts that wait. Lost is noticed by any failed call;
 * from then on /health is asked until it answers, and those who wait go on by themselves.
 */
import { useSyncExternalStore } from 'react';

const RETRY_MS = 2_000;
let lost = false;
let timer: number | null = null;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  if (next === lost) return;
  lost = next;
  for (const listener of listeners) listener();
}

async function probe(): Promise<void> {
  try {
    const answer = await fetch('/health', { cache: 'no-store' });
    if (answer.ok) {
      timer = null;
      set(false);
      return;
    }
  } catch {
    // Still away; the next probe comes.
  }
  timer = window.setTimeout(() => void probe(), RETRY_MS);
}

export function reportLost(): void {
  set(true);
  if (timer === null) timer = window.setTimeout(() => void probe(), RETRY_MS);
}

export function reportReached(): void {
  if (lost && timer !== null) {
    window.clearTimeout(timer);
    timer = null;
  }
  set(false);
}

/** Calls `listener` whenever the connection is lost or comes back; returns the way to stop. */
export function onConnectionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function isLost(): boolean {
  return lost;
}

export function useLost(): boolean {
  return useSyncExternalStore(onConnectionChange, isLost);
}
