/**
 * One open draft: the Yjs document, its reading, one undo manager over everything and own edits only, and the queue of
 * edits the server has not confirmed.
 *
 * Invariant: the document changes only through `edit`, `undo`, `redo` and `receive`. An edit is kept in `outbox` (and in
 * the browser's storage) until the transport has confirmed it, so that a lost server loses nothing.
 */
import { replaceEqualDeep } from '@tanstack/react-query';
import { readDraft, writeDesign, draftRoot, type Design, type ReadProblem } from '@tongban/shared/document';
import * as Y from 'yjs';

export interface Snapshot {
  readonly design: Design;
  readonly problems: readonly ReadProblem[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Name of the edit that undo would take back, for the tooltip. */
  readonly undoName: string | null;
  readonly redoName: string | null;
  readonly saved: 'saved' | 'saving' | 'offline';
}

/** Sends merged edits to the server; rejects when it cannot be reached, or with a final refusal. */
export interface Transport {
  readonly push: (update: Uint8Array) => Promise<void>;
  /** True when an error means that trying again is useless (refused, not lost). */
  readonly isRefusal: (error: unknown) => boolean;
  /** Called once when the server refused edits for good; they are handed over as an update. */
  readonly onRefused: (error: unknown, update: Uint8Array) => void;
}
/** Where unconfirmed edits survive a closed tab. */
export interface Outbox {
  readonly load: () => Uint8Array | null;
  readonly save: (update: Uint8Array | null) => void;
}

export interface DraftStore {
  readonly doc: Y.Doc;
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => Snapshot;
  /** One named intent, one undo. A function that returns an equal design changes nothing. */
  readonly edit: (name: string, change: (design: Design) => Design) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Applies what another window or person did. */
  readonly receive: (update: Uint8Array) => void;
  /** Resolves when everything is confirmed; rejects after a refusal. */
  readonly flush: () => Promise<void>;
  readonly close: () => void;
}

const LOCAL = 'local';
const REMOTE = 'remote';
const PUSH_AFTER_MS = 250;
const RETRY_AFTER_MS = 3000;
const NAME = 'name';

export function createDraftStore(
  state: Uint8Array,
  transport: Transport,
  outbox: Outbox,
  readOnly = false,
): DraftStore {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state, REMOTE);
  const undoManager = new Y.UndoManager(draftRoot(doc), { trackedOrigins: new Set([LOCAL]), captureTimeout: 0 });
  const listeners = new Set<() => void>();
  let waiting: Uint8Array | null = outbox.load();
  if (waiting) Y.applyUpdate(doc, waiting, REMOTE);
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let offline = false;
  let closed = false;
  let editName = '';
  let reading = readDraft(doc);
  let current = build();

  if (waiting) schedule(0);

  undoManager.on('stack-item-added', ({ stackItem, type }) => {
    if (!stackItem.meta.has(NAME))
      stackItem.meta.set(NAME, editName || (type === 'redo' ? current.undoName : current.redoName));
  });
  undoManager.on('stack-item-popped', publish);
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== REMOTE) {
      waiting = waiting ? Y.mergeUpdates([waiting, update]) : update;
      outbox.save(waiting);
      schedule(PUSH_AFTER_MS);
    }
  });
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.changed.size === 0) return;
    // What an edit left alone stays the same object: what is drawn from it is not drawn again.
    reading = replaceEqualDeep(reading, readDraft(doc));
    publish();
  });

  function build(): Snapshot {
    return {
      design: reading.design,
      problems: reading.problems,
      canUndo: undoManager.undoStack.length > 0,
      canRedo: undoManager.redoStack.length > 0,
      undoName: nameOf(undoManager.undoStack),
      redoName: nameOf(undoManager.redoStack),
      saved: offline ? 'offline' : waiting || sending ? 'saving' : 'saved',
    };
  }

  function publish(): void {
    current = build();
    for (const listener of listeners) listener();
  }

  function schedule(delay: number): void {
    if (closed || timer !== null || sending) return;
    timer = setTimeout(() => {
      timer = null;
      // A refusal has been handed to the transport's onRefused.
      send().catch(() => undefined);
    }, delay);
  }

  async function send(): Promise<void> {
    if (sending) return sending;
    const update = waiting;
    if (!update) return;
    waiting = null;
    sending = deliver(update);
    publish();
    try {
      await sending;
    } finally {
      sending = null;
      publish();
      if (waiting) schedule(offline ? RETRY_AFTER_MS : PUSH_AFTER_MS);
    }
  }

  async function deliver(update: Uint8Array): Promise<void> {
    try {
      await transport.push(update);
      offline = false;
      outbox.save(waiting);
    } catch (error) {
      if (transport.isRefusal(error)) {
        outbox.save(waiting);
        transport.onRefused(error, update);
        throw error;
      }
      offline = true;
      waiting = waiting ? Y.mergeUpdates([update, waiting]) : update;
      outbox.save(waiting);
    }
  }

  return {
    doc,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => current,
    edit(name, change) {
      if (readOnly) return;
      editName = name;
      writeDesign(doc, change(reading.design), LOCAL);
      editName = '';
      publish();
    },
    undo: () => void undoManager.undo(),
    redo: () => void undoManager.redo(),
    receive: (update) => Y.applyUpdate(doc, update, REMOTE),
    async flush() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      while ((waiting || sending) && !closed) {
        await send();
        if (offline) throw new Error('offline');
      }
    },
    close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      undoManager.destroy();
      doc.destroy();
    },
  };
}

function nameOf(stack: readonly { readonly meta: ReadonlyMap<unknown, unknown> }[]): string | null {
  const name = stack.at(-1)?.meta.get(NAME);
  return typeof name === 'string' ? name : null;
}
