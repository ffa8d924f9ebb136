/** What forms of administration choose from: offices, kinds of offices, posts, regions. */
import { useQuery } from '@tanstack/react-query';
import { api } from '../app/trpc.ts';

const named = (one: { readonly id: string; readonly name: string }) => ({ value: one.id, label: one.name });
const FRESH_MS = 60_000;
/** One page is enough to choose from; a longer list is narrowed by typing. */
const LIMIT = 200;

export function useDepartmentChoices(search: string) {
  const query = useQuery(
    api.directory.departments.queryOptions(
      { limit: LIMIT, ...(search === '' ? {} : { search }) },
      { staleTime: FRESH_MS, placeholderData: (was) => was },
    ),
  );
  return (query.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }));
}

export function useDirectoryChoices() {
  const types = useQuery(api.directory.types.queryOptions(undefined, { staleTime: FRESH_MS }));
  const posts = useQuery(api.directory.posts.queryOptions(undefined, { staleTime: FRESH_MS }));
  const regions = useQuery(api.directory.regions.queryOptions(undefined, { staleTime: FRESH_MS }));
  return {
    types: (types.data ?? []).map(named),
    posts: (posts.data ?? []).map(named),
    regions: (regions.data ?? []).map(named),
  };
}
