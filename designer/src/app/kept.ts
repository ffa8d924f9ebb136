/**
 * State that survives a lost server, a reload and a closed tab: written to localStorage under the person's own key,
 * dropped when what it belongs to is done. Values must be plain JSON.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useMe } from './session.ts';

const WRITE_MS = 250;

function read<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

export interface Kept<T> {
  readonly value: T;
  readonly set: (change: (was: T) => T) => void;
  /** The latest value, also before the next render. */
  readonly latest: () => T;
  /** Forgets the kept copy and goes back to the beginning. */
  readonly forget: () => void;
}

export function useKept<T>(name: string, initial: T): Kept<T> {
  const person = useMe()?.person ?? 'nobody';
  const key = `tongban.kept.${person}.${name}`;
  const [value, setValue] = useState<T>(() => read<T>(key) ?? initial);
  const live = useRef({ value, key, initial, timer: 0 });

  const write = useCallback(() => {
    window.clearTimeout(live.current.timer);
    live.current.timer = 0;
    try {
      localStorage.setItem(live.current.key, JSON.stringify(live.current.value));
    } catch {
      // Full or forbidden: what is typed stays in memory.
    }
  }, []);

  const set = useCallback(
    (change: (was: T) => T) => {
      const now = live.current;
      now.value = change(now.value);
      setValue(now.value);
      if (now.timer === 0) now.timer = window.setTimeout(write, WRITE_MS);
    },
    [write],
  );
  const forget = useCallback(() => {
    const now = live.current;
    window.clearTimeout(now.timer);
    now.timer = 0;
    localStorage.removeItem(now.key);
    now.value = now.initial;
    setValue(now.initial);
  }, []);
  const latest = useCallback(() => live.current.value, []);

  useEffect(
    () => () => {
      if (live.current.timer !== 0) write();
    },
    [write],
  );
  return { value, set, latest, forget };
}
