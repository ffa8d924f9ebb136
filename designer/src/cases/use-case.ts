/**
 * One case as this person may see it, and acting on it. An action carries a key: sent again after a lost connection it
 * is done once. The answer's view replaces what is on screen.
 */
import type { CaseView } from '@tongban/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { CaseCommand, NextStep } from '../app/api-types.ts';
import { failureOf } from '../app/errors.ts';
import { newKey } from '../app/keys.ts';
import { refreshCases } from '../app/live.ts';
import { api, client, queryClient } from '../app/trpc.ts';

export function useCase(id: string | null) {
  return useQuery(api.cases.view.queryOptions({ id: id ?? '' }, { enabled: id !== null, select: asView }));
}

/** The wire is plain JSON: an absent value is an undefined one, nothing else differs from what the kernel made. */
const asView = (view: unknown): CaseView => view as CaseView;

export interface Acting {
  readonly act: (command: CaseCommand) => Promise<readonly NextStep[] | null>;
  readonly busy: boolean;
  readonly error: unknown;
  readonly clear: () => void;
}

/** `act` answers with the next steps, or null when refused; the refusal is then in `error`. */
export function useAct(caseId: string): Acting {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sent = useRef<{ readonly body: string; readonly key: string } | null>(null);

  const act = useCallback(
    async (command: CaseCommand) => {
      const body = JSON.stringify([caseId, command]);
      if (sent.current?.body !== body) sent.current = { body, key: newKey() };
      setBusy(true);
      setError(null);
      try {
        const answer = await client.cases.act.mutate({ id: caseId, command, key: sent.current.key });
        sent.current = null;
        queryClient.setQueryData(api.cases.view.queryKey({ id: caseId }), answer.view);
        refreshCases(caseId);
        return answer.next;
      } catch (failure) {
        // The same command is sent again under the same key when the server was lost on the way.
        if (failureOf(failure).reason !== 'offline') sent.current = null;
        setError(failure);
        return null;
      } finally {
        setBusy(false);
      }
    },
    [caseId],
  );
  const clear = useCallback(() => setError(null), []);
  return { act, busy, error, clear };
}
