import { designToDoc, emptyDesign, putNode, readDraft, type Design } from '@tongban/shared/document';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createDraftStore, type DraftStore, type Outbox, type Transport } from './draft-store.ts';

const add =
  (id: string) =>
  (design: Design): Design =>
    putNode(design, { id, kind: 'parallel', name: id });

function open(push: Transport['push'], kept: { value: Uint8Array | null } = { value: null }) {
  const state = Y.encodeStateAsUpdate(designToDoc(emptyDesign('a', 'A'), 1));
  const refused: unknown[] = [];
  const outbox: Outbox = { load: () => kept.value, save: (update) => (kept.value = update) };
  const transport: Transport = {
    push,
    isRefusal: (error) => error instanceof Error && error.message === 'refused',
    onRefused: (error) => refused.push(error),
  };
  return { store: createDraftStore(state, transport, outbox), refused, kept };
}
const nodes = (store: DraftStore): string[] => Object.keys(store.snapshot().design.flow.nodes);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('an open draft', () => {
  it('undoes and redoes by name, own edits only', () => {
    const { store } = open(() => Promise.resolve());
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(store.doc));
    store.edit('加一步', add('n1'));
    const theirs = open(() => Promise.resolve()).store;
    theirs.edit('别人', add('n2'));
    store.receive(Y.encodeStateAsUpdate(theirs.doc));
    expect(nodes(store).sort()).toEqual(['n1', 'n2']);
    expect(store.snapshot()).toMatchObject({ canUndo: true, undoName: '加一步', canRedo: false });
    store.undo();
    expect(nodes(store)).toEqual(['n2']);
    expect(store.snapshot()).toMatchObject({ canUndo: false, canRedo: true, redoName: '加一步' });
    store.redo();
    expect(nodes(store).sort()).toEqual(['n1', 'n2']);
    expect(store.snapshot()).toMatchObject({ canUndo: true, undoName: '加一步' });
  });

  it('sends what changed and says when it is saved', async () => {
    const server = new Y.Doc();
    Y.applyUpdate(server, Y.encodeStateAsUpdate(designToDoc(emptyDesign('a', 'A'), 1)));
    const { store, kept } = open((update) => Promise.resolve(Y.applyUpdate(server, update)));
    store.edit('加一步', add('n1'));
    expect(store.snapshot().saved).toBe('saving');
    await store.flush();
    expect(store.snapshot().saved).toBe('saved');
    expect(Object.keys(readDraft(server).design.flow.nodes)).toEqual(['n1']);
    expect(kept.value).toBeNull();
  });

  it('loses nothing when the server is away, and goes on when it is back', async () => {
    let up = false;
    const received: Uint8Array[] = [];
    const push = (update: Uint8Array) =>
      up ? Promise.resolve(void received.push(update)) : Promise.reject(new Error('lost'));
    const { store, kept } = open(push);
    store.edit('加一步', add('n1'));
    await vi.advanceTimersByTimeAsync(400);
    expect(store.snapshot().saved).toBe('offline');
    expect(kept.value).not.toBeNull();
    store.edit('再加一步', add('n2'));
    up = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(store.snapshot().saved).toBe('saved');
    const reopened = open(() => Promise.resolve()).store;
    for (const update of received) reopened.receive(update);
    expect(nodes(reopened).sort()).toEqual(['n1', 'n2']);
  });

  it('a closed tab keeps what was not sent for the next one', async () => {
    const first = open(() => Promise.reject(new Error('lost')));
    first.store.edit('加一步', add('n1'));
    first.store.close();
    const received: Uint8Array[] = [];
    const second = open((update) => Promise.resolve(void received.push(update)), first.kept);
    expect(nodes(second.store)).toEqual(['n1']);
    await vi.advanceTimersByTimeAsync(100);
    expect(received).toHaveLength(1);
  });

  it('hands refused edits back', async () => {
    const { store, refused } = open(() => Promise.reject(new Error('refused')));
    store.edit('加一步', add('n1'));
    await expect(store.flush()).rejects.toThrow('refused');
    expect(refused).toHaveLength(1);
  });
});
