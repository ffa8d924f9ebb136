/** Where a case is seen by each audience, and which case an address shows: so that it stays open across roles. */
import type { Audience } from './api-types.ts';
import { HOME } from './session.ts';

/** The case that the address shows, or null. */
export function caseInView(pathname: string, search: unknown): string | null {
  const match = /^\/cases\/([^/]+)/.exec(pathname);
  if (match?.[1] !== undefined) return decodeURIComponent(match[1]);
  if (pathname === '/desk' && typeof search === 'object' && search !== null && 'case' in search) {
    return typeof search.case === 'string' ? search.case : null;
  }
  return null;
}

/** Where this audience goes on: with the case open if there is one. */
export function placeFor(audience: Audience, caseId: string | null) {
  if (caseId === null || audience === 'studio' || audience === 'admin') return { to: HOME[audience] } as const;
  if (audience === 'desk') return { to: '/desk', search: { case: caseId } } as const;
  return { to: '/cases/$id', params: { id: caseId } } as const;
}
