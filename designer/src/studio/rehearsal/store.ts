/**
 * What is rehearsed in this window: a case, or the trace of a problem. One at a time; it is never saved and never part
 * of the design. Only the set of ways that were tried outlives it, in this browser, per design.
 */
import type { TraceStep } from '@tongban/shared/compiler';
import type { Design } from '@tongban/shared/document';
import { useSyncExternalStore } from 'react';
import type { Session } from './session.ts';

export interface Playing {
  readonly trace: readonly TraceStep[];
  /** 0: before the first step. */
  readonly at: number;
}

export interface RehearsalState {
  readonly design: string | null;
  readonly session: Session | null;
  /** The design the session runs; another one on screen means: begin again to rehearse that. */
  readonly runs: Design | null;
  readonly playing: Playing | null;
  readonly walked: ReadonlySet<string>;
  /** Counts up with every step of the session, so that readers read again. */
  readonly turn: number;
}

const KEY = 'tongban.rehearsed.';
const NOTHING: RehearsalState = {
  design: null,
  session: null,
  runs: null,
  playing: null,
  walked: new Set(),
  turn: 0,
};

let state: RehearsalState = NOTHING;
const listeners = new Set<() => void>();

function set(change: Partial<RehearsalState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export const rehearsalState = (): RehearsalState => state;

/** Another design on screen: the case that was rehearsed of the last one is put away. */
export function openDesign(design: string): void {
  if (state.design === design) return;
  set({ design, session: null, runs: null, walked: remembered(design), turn: state.turn + 1 });
}

export function begin(session: Session, runs: Design): void {
  set({ session, runs, playing: null, turn: state.turn + 1 });
}

/** After something happened in the session. */
export function stepped(): void {
  const { session, design } = state;
  if (!session) return;
  const walked = new Set([...state.walked, ...session.walked()]);
  if (design !== null && walked.size > state.walked.size) remember(design, walked);
  set({ walked, turn: state.turn + 1 });
}

let leaving: ReturnType<typeof setTimeout> | null = null;

/** The rehearsal is on screen: what was under way stays. */
export function enter(): void {
  if (leaving !== null) clearTimeout(leaving);
  leaving = null;
}

/** It left the screen. Put away a moment later, so that a panel which is only mounted anew loses nothing. */
export function leave(): void {
  leaving ??= setTimeout(() => {
    leaving = null;
    set({ session: null, runs: null, playing: null, turn: state.turn + 1 });
  });
}

/** Shows a problem's trace on the canvas, step by step, with the rehearsal's tokens. */
export function playTrace(trace: readonly TraceStep[]): void {
  set({ playing: { trace, at: 0 }, turn: state.turn + 1 });
}

export function playTo(at: number): void {
  const { playing } = state;
  if (playing) set({ playing: { ...playing, at: Math.max(0, Math.min(at, playing.trace.length)) } });
}

export function stopPlaying(): void {
  set({ playing: null, turn: state.turn + 1 });
}

function remembered(design: string): ReadonlySet<string> {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY + design) ?? '[]');
    return new Set(Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : []);
  } catch {
    // Unreadable, or storage is switched off: then nothing was tried yet.
    return new Set();
  }
}

function remember(design: string, walked: ReadonlySet<string>): void {
  try {
    localStorage.setItem(KEY + design, JSON.stringify([...walked]));
  } catch {
    // No room: coverage then lasts as long as the window.
  }
}

export function useRehearsalState(): RehearsalState {
  return useSyncExternalStore(subscribe, rehearsalState);
}
