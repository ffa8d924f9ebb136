/**
 * Live updates: the server tells which cases changed (ids only); what is on screen about them is read again. When the
 * connection comes back everything on screen is read again.
 */
import { useEffect } from 'react';
import { onConnectionChange, isLost, reportLost, reportReached } from './connection.ts';
import { api, client, queryClient } from './trpc.ts';

const GATHER_MS = 150;

/** Reads again what shows cases. `caseId` undefined: all of them. */
export function refreshCases(caseId?: string): void {
  void queryClient.invalidateQueries(
    caseId === undefined ? api.cases.view.pathFilter() : api.cases.view.queryFilter({ id: caseId }),
  );
  for (const filter of [
    api.desk.inbox.pathFilter(),
    api.portal.mine.pathFilter(),
    api.cases.office.pathFilter(),
    api.supervision.pathFilter(),
    api.cases.next.pathFilter(),
  ]) {
    void queryClient.invalidateQueries(filter);
  }
}

export function useLiveCases(person: string | null): void {
  useEffect(() => {
    if (person === null) return undefined;
    const changed = new Set<string>();
    let timer: number | null = null;
    const flush = () => {
      timer = null;
      for (const caseId of changed) refreshCases(caseId);
      changed.clear();
    };
    const subscription = client.cases.changes.subscribe(
      {},
      {
        onData: (change) => {
          changed.add(change.caseId);
          timer ??= window.setTimeout(flush, GATHER_MS);
        },
        onConnectionStateChange: ({ state, error }) => {
          if (state === 'pending') reportReached();
          else if (state === 'connecting' && error !== null) reportLost();
        },
        onError: () => undefined,
      },
    );
    const stop = onConnectionChange(() => {
      if (!isLost()) void queryClient.invalidateQueries();
    });
    return () => {
      subscription.unsubscribe();
      stop();
      if (timer !== null) window.clearTimeout(timer);
    };
  }, [person]);
}
