/** The demo session's bearer token: in sessionStorage, so that each tab is its own person. */
const KEY = 'tongban.token';

export function readToken(): string | null {
  return sessionStorage.getItem(KEY);
}

export function writeToken(token: string | null): void {
  if (token === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, token);
}
