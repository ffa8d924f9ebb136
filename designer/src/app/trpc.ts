/**
 * The one way to the server. `api` makes options for TanStack Query, `client` calls directly. In demo mode each tab
 * carries its own bearer token (session.ts); in production a cookie does, and mutations carry the header that a
 * foreign page cannot set.
 */
import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '@tongban/runtime/api';
import { readToken } from './token.ts';
import { reportLost, reportReached } from './connection.ts';
import { reasonOf } from './errors.ts';

function headers(): Record<string, string> {
  const token = readToken();
  return { 'x-tongban': '1', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
}

/** fetch that also tells the banner whether the server was reached. Proxies answer 502–504 for a lost server. */
export const reachingFetch: typeof fetch = async (input, init) => {
  try {
    const response = await fetch(input, init);
    if (response.status >= 502 && response.status <= 504) reportLost();
    else reportReached();
    return response;
  } catch (error) {
    const aborted = error instanceof DOMException && error.name === 'AbortError';
    if (!aborted) reportLost();
    throw error;
  }
};

export const client = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (op) => op.type === 'subscription',
      true: httpSubscriptionLink({
        url: '/trpc',
        connectionParams: () => {
          const token = readToken();
          return token === null ? {} : { token };
        },
      }),
      false: httpBatchLink({ url: '/trpc', headers, fetch: reachingFetch, maxURLLength: 6000 }),
    }),
  ],
});

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      // A refusal with a reason is an answer; only a lost server is asked again.
      retry: (count, error) => reasonOf(error) === 'offline' && count < 2,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export const api = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

/** Headers for calls beside tRPC: uploads and downloads. */
export function fileHeaders(): Record<string, string> {
  return headers();
}
