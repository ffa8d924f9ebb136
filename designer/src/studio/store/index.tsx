/**
 * The open draft for every part of the studio. `useStudio()` gives the design as it is read, what the compiler says of
 * it, and the few ways to change it. The compiler runs in a thread of its own: what it says follows the design.
 */
import type { CompileContext } from '@tongban/shared/compiler';
import type { Design, ReadProblem } from '@tongban/shared/document';
import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { encodeStateVector } from 'yjs';
import { toBase64 } from './base64.ts';
import type { Checker, Verdict } from './checker.ts';
import type { DraftStore, Snapshot } from './draft-store.ts';

export interface Presence {
  readonly person: string;
  readonly name: string;
}

export interface Studio extends Snapshot {
  readonly id: string;
  readonly readOnly: boolean;
  readonly problems: readonly ReadProblem[];
  /** Of the newest design that was compiled; a moment behind the one on screen. */
  readonly compiled: Verdict;
  readonly context: CompileContext;
  /** People who have the same draft open in another window. */
  readonly others: readonly Presence[];
  readonly edit: (name: string, change: (design: Design) => Design) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Resolves when the server has everything. */
  readonly flush: () => Promise<void>;
  /** State vector (base64) of what is on this screen, for publishing. */
  readonly stateVector: () => string;
  /** A new id for an element, unique in this draft and between windows. */
  readonly newId: (prefix: string) => string;
}

const StudioContext = createContext<Studio | null>(null);

export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (!studio) throw new Error('Expected useStudio inside a StudioProvider, but found none');
  return studio;
}

export interface StudioProviderProps {
  readonly id: string;
  readonly store: DraftStore;
  readonly checker: Checker;
  readonly context: CompileContext;
  readonly others: readonly Presence[];
  readonly readOnly?: boolean;
  /** Shown until the compiler has spoken for the first time. */
  readonly loading: ReactNode;
  readonly children: ReactNode;
}

export function StudioProvider(props: StudioProviderProps) {
  const { id, store, checker, context, others, readOnly = false, loading, children } = props;
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot);
  const compiled = useSyncExternalStore(checker.subscribe, checker.verdict);
  useEffect(() => checker.check(snapshot.design, context), [checker, snapshot.design, context]);
  const studio = useMemo<Studio | null>(
    () =>
      compiled && {
        ...snapshot,
        id,
        readOnly,
        compiled,
        context,
        others,
        edit: store.edit,
        undo: store.undo,
        redo: store.redo,
        flush: store.flush,
        stateVector: () => toBase64(encodeStateVector(store.doc)),
        newId,
      },
    [snapshot, id, readOnly, compiled, context, others, store],
  );
  return studio ? <StudioContext value={studio}>{children}</StudioContext> : loading;
}

function newId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  return `${prefix}_${Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('')}`;
}
