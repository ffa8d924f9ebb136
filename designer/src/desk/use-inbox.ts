/** The clerk's list: filtered by the address, read on as one scrolls, kept fresh by live updates. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { DeskRow } from '../app/api-types.ts';
import { api } from '../app/trpc.ts';

export type Tab = 'all' | 'red' | 'amber' | 'green' | 'paused';
export interface InboxQuery {
  readonly tab: Tab;
  readonly done: boolean;
  readonly search: string;
}

export function useInbox({ tab, done, search }: InboxQuery) {
  const query = useInfiniteQuery(
    api.desk.inbox.infiniteQueryOptions(
      {
        scope: done ? 'done' : 'open',
        ...(tab === 'all' || done ? {} : { color: tab }),
        ...(search === '' ? {} : { search }),
      },
      {
        getNextPageParam: (page) => page.next ?? undefined,
        initialCursor: undefined,
        placeholderData: keepPreviousData,
      },
    ),
  );
  const rows: readonly DeskRow[] = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return { query, rows, counts: query.data?.pages[0]?.counts };
}
