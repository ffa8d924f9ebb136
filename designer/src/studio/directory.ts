/** Department types and posts by id, for roles on lanes, bodies and steps. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../app/trpc.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}
export interface DirectoryNames {
  readonly types: readonly Named[];
  readonly posts: readonly Named[];
  /** Name of a department type; empty while it is not known. */
  typeName(id: string): string;
  postName(id: string | undefined): string;
}

const NONE: readonly Named[] = [];

export function useDirectory(): DirectoryNames {
  const types = useQuery({ ...api.directory.types.queryOptions(), staleTime: 60_000 }).data ?? NONE;
  const posts = useQuery({ ...api.directory.posts.queryOptions(), staleTime: 60_000 }).data ?? NONE;
  return useMemo(() => {
    const typeNames = new Map(types.map((type) => [type.id, type.name]));
    const postNames = new Map(posts.map((post) => [post.id, post.name]));
    return {
      types,
      posts,
      typeName: (id) => typeNames.get(id) ?? '',
      postName: (id) => (id === undefined ? '' : (postNames.get(id) ?? '')),
    };
  }, [types, posts]);
}
