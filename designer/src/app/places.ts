/** Where a case is seen by each audience, so that it stays open across roles. */
import type { Audience } from './api-types.ts';
import { HOME } from './session.ts';

/** Where this audience goes on: with the case open if there is one. */
export function placeFor(audience: Audience, caseId: string | null) {
  if (caseId === null || audience === 'studio' || audience === 'admin') return { to: HOME[audience] } as const;
  if (audience === 'desk') return { to: '/desk', search: { case: caseId } } as const;
  return { to: '/cases/$id', params: { id: caseId } } as const;
}
