/** Where a designer goes on after signing in: the unfinished draft this person changed last, else the list. */
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../../app/session.ts';
import { api } from '../../app/trpc.ts';
import { Loading } from '../../ui/states.tsx';

export function LastDraft(): ReactNode {
  const me = useMe();
  const drafts = useQuery(api.designs.list.queryOptions());
  if (drafts.isPending) return <Loading />;
  const own = (drafts.data ?? []).filter((draft) => draft.open && draft.updatedByName === me?.name);
  const [last] = own.sort((a, b) => b.updatedAt - a.updatedAt);
  return last ? (
    <Navigate to="/studio/$design" params={{ design: last.id }} replace />
  ) : (
    <Navigate to="/studio" replace />
  );
}
