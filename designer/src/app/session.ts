/**
 * Who works in this tab. Entering another role drops everything that was read as the person before: nothing of one
 * session is ever shown in another.
 */
import { useQuery } from '@tanstack/react-query';
import type { Audience, Me, SessionOptions } from './api-types.ts';
import { api, client, queryClient } from './trpc.ts';
import { readHome, readToken, writeHome, writeToken } from './token.ts';

/** Where each audience starts. */
export const HOME: Readonly<Record<Audience, string>> = {
  studio: '/studio',
  portal: '/portal',
  desk: '/desk',
  supervise: '/supervise',
  admin: '/admin',
};

export function useOptions(): SessionOptions | undefined {
  return useQuery(api.session.options.queryOptions(undefined, { staleTime: 60_000 })).data;
}

/** Whoever has a special audience comes for that; applying is open to nearly everyone. */
const BY_PURPOSE: readonly Audience[] = ['studio', 'supervise', 'admin', 'desk', 'portal'];

/** Where each audience goes on after signing in. */
export const ENTRY: Readonly<Record<Audience, string>> = { ...HOME, studio: '/studio/last' };

/** The session's person; null when nobody is signed in; undefined while asking. */
export function useMe(): Me | null | undefined {
  const query = useQuery(meQuery());
  return query.data;
}

export function meQuery() {
  return {
    queryKey: ['me'],
    staleTime: Infinity,
    queryFn: async (): Promise<Me | null> => {
      const options = await queryClient.ensureQueryData(api.session.options.queryOptions());
      if (options.demo && readToken() === null) return null;
      try {
        return await client.session.me.query();
      } catch (error) {
        if (isSignedOut(error)) {
          writeToken(null);
          return null;
        }
        throw error;
      }
    },
  };
}

function isSignedOut(error: unknown): boolean {
  const data = (error as { data?: { reason?: string; code?: string } | null }).data;
  return data?.reason === 'sessionRequired' || data?.code === 'UNAUTHORIZED';
}

function begin(me: Me, token: string | null): Me {
  writeToken(token);
  forget();
  queryClient.setQueryData(['me'], me);
  return me;
}

/** Drops all that was read, but the person (set by the caller) and the public options. */
function forget(): void {
  const options = JSON.stringify(api.session.options.queryKey()[0]);
  queryClient.removeQueries({
    predicate: ({ queryKey }) => queryKey[0] !== 'me' && JSON.stringify(queryKey[0]) !== options,
  });
}

/** Demo only: enters as a role card. */
export async function enter(card: string): Promise<Me> {
  const { token, me } = await client.session.enter.mutate({ card });
  const audience = queryClient
    .getQueryData(api.session.options.queryKey())
    ?.cards.find((one) => one.id === card)?.audience;
  writeHome(audience === undefined ? null : HOME[audience]);
  return begin(me, token);
}

export async function signIn(account: string, password: string): Promise<Me> {
  const answer = await client.session.signIn.mutate({ account, password });
  return begin(answer.me, 'token' in answer && typeof answer.token === 'string' ? answer.token : null);
}

export async function signOut(): Promise<void> {
  await client.session.signOut.mutate().catch(() => undefined);
  writeToken(null);
  forget();
  queryClient.setQueryData(['me'], null);
}

export function homeOf(me: Me): string {
  const entered = readHome();
  if (entered !== null && me.audiences.some((audience) => HOME[audience] === entered)) return entered;
  const first = BY_PURPOSE.find((audience) => me.audiences.includes(audience));
  return HOME[first ?? 'portal'];
}
