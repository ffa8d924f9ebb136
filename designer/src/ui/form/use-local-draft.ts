/**
 * Typing stays local and is committed after a pause or on blur, never in the middle of an IME composition. Whoever
 * needs the values at once (submit, a shortcut) calls flushDrafts() first. A value that changes from outside replaces
 * the draft unless something uncommitted is being typed.
 */
import { useCallback, useEffect, useRef, useState } from 'react';

const PAUSE_MS = 400;
const pending = new Set<() => void>();

/** Commits what is still being typed anywhere on the page. */
export function flushDrafts(): void {
  for (const flush of [...pending]) flush();
}

export interface LocalDraft<T> {
  readonly draft: T;
  readonly change: (next: T) => void;
  /** Commits now; `tidy` gives the value its one spelling first. */
  readonly flush: (tidy?: (draft: T) => T) => void;
  readonly onCompositionStart: () => void;
  readonly onCompositionEnd: () => void;
}

export function useLocalDraft<T>(value: T, commit: (next: T) => void): LocalDraft<T> {
  /** What is being typed and not yet committed; boxed, since the draft itself may be null. */
  const [typed, setTyped] = useState<{ readonly draft: T } | null>(null);
  const live = useRef({ typed: null as { readonly draft: T } | null, value, commit, composing: false, timer: 0 });
  useEffect(() => {
    live.current.value = value;
    live.current.commit = commit;
  }, [value, commit]);

  const [flush] = useState(() => {
    const commitNow = (tidy?: (draft: T) => T) => {
      const now = live.current;
      window.clearTimeout(now.timer);
      pending.delete(commitPlain);
      const draft = now.typed === null ? now.value : now.typed.draft;
      const next = tidy === undefined ? draft : tidy(draft);
      now.typed = null;
      setTyped(null);
      if (!Object.is(next, now.value)) now.commit(next);
    };
    const commitPlain = () => commitNow();
    return { now: commitNow, plain: commitPlain };
  });

  const wait = useCallback(() => {
    const now = live.current;
    window.clearTimeout(now.timer);
    if (!now.composing) now.timer = window.setTimeout(flush.plain, PAUSE_MS);
  }, [flush]);

  const change = useCallback(
    (next: T) => {
      live.current.typed = { draft: next };
      setTyped({ draft: next });
      pending.add(flush.plain);
      wait();
    },
    [flush, wait],
  );
  const onCompositionStart = useCallback(() => {
    live.current.composing = true;
    window.clearTimeout(live.current.timer);
  }, []);
  const onCompositionEnd = useCallback(() => {
    live.current.composing = false;
    if (live.current.typed !== null) wait();
  }, [wait]);

  // Leaving the page, or the section folding away, keeps what was typed.
  useEffect(() => flush.plain, [flush]);
  return {
    draft: typed === null ? value : typed.draft,
    change,
    flush: flush.now,
    onCompositionStart,
    onCompositionEnd,
  };
}
