/** Which case an address shows, so that a change of role keeps it open. */

/** The case that the address shows, or null. */
export function caseInView(pathname: string, search: unknown): string | null {
  const match = /^\/cases\/([^/]+)/.exec(pathname);
  if (match?.[1] !== undefined) return decodeURIComponent(match[1]);
  if (pathname === '/desk' && typeof search === 'object' && search !== null && 'case' in search) {
    return typeof search.case === 'string' ? search.case : null;
  }
  return null;
}
