/**
 * Opens a draft from the server and keeps it in step: own edits are pushed, edits of other windows are received.
 * Edits the server has not confirmed wait in this browser's storage under the draft's id.
 */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { mergeUpdates } from 'yjs';
import { client } from '../../app/trpc.ts';
import { failureOf } from '../../app/errors.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { createDraftStore, type DraftStore, type Outbox } from './draft-store.ts';
import type { Presence } from './index.tsx';

export interface OpenDraft {
  readonly store: DraftStore;
  readonly readOnly: boolean;
  readonly others: readonly Presence[];
}
export type DraftState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'open'; readonly draft: OpenDraft };

const WINDOW = `w${crypto.randomUUID()}`;

/** `onRefused` gets the edits that the server will not take (an older generation), to hand them back as a file. */
export function useDraft(id: string, onRefused: (error: unknown, update: Uint8Array) => void): DraftState {
  const loaded = useQuery({
    queryKey: ['draft', id, WINDOW],
    queryFn: () => client.designs.load.query({ id }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const [store, setStore] = useState<DraftStore | null>(null);
  const [others, setOthers] = useState<readonly Presence[]>([]);
  const answer = loaded.data;
  const reload = loaded.refetch;

  useEffect(() => {
    if (!answer) return;
    const { generation } = answer;
    const opened = createDraftStore(
      fromBase64(answer.update),
      {
        push: async (update) => {
          await client.designs.push.mutate({ id, generation, update: toBase64(update), client: WINDOW });
        },
        isRefusal: (error) => !['offline', 'unexpected'].includes(failureOf(error).reason),
        onRefused,
      },
      outboxOf(`${id}.${generation}`),
      answer.readOnly,
    );
    let left = false;
    queueMicrotask(() => {
      if (!left) setStore(opened);
    });
    const subscription = client.designs.changes.subscribe(
      { id, client: WINDOW },
      {
        onData: (message) => {
          if ('update' in message && message.update !== undefined) opened.receive(fromBase64(message.update));
          if ('generation' in message) void reload();
          if ('presence' in message && message.presence !== undefined) setOthers(message.presence);
        },
      },
    );
    return () => {
      left = true;
      subscription.unsubscribe();
      opened.close();
      setStore(null);
    };
  }, [answer, id, onRefused, reload]);

  if (loaded.error) return { state: 'failed', error: loaded.error };
  if (!store || !answer) return { state: 'loading' };
  return { state: 'open', draft: { store, readOnly: answer.readOnly, others } };
}

/** One entry per window; what other (closed) windows left behind is taken over and cleared once it is confirmed. */
function outboxOf(key: string): Outbox {
  const prefix = `tongban.draft.${key}.`;
  const own = prefix + WINDOW;
  let inherited: readonly string[] = [];
  return {
    load: () => {
      inherited = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
      const updates = inherited.flatMap((name) => localStorage.getItem(name) ?? []).map(fromBase64);
      return updates.length === 0 ? null : mergeUpdates(updates);
    },
    save: (update) => {
      if (update !== null) localStorage.setItem(own, toBase64(update));
      else for (const name of [...inherited, own]) localStorage.removeItem(name);
    },
  };
}
