/** The demo session's bearer token: in sessionStorage, so that each tab is its own person. */
const KEY = 'tongban.token';

export function readToken(): string | null {
  return sessionStorage.getItem(KEY);
}

export function writeToken(token: string | null): void {
  if (token === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, token);
}

const HOME_KEY = 'tongban.home';

/** Where the tab's role card leads; null in production. */
export function readHome(): string | null {
  return sessionStorage.getItem(HOME_KEY);
}

export function writeHome(home: string | null): void {
  if (home === null) sessionStorage.removeItem(HOME_KEY);
  else sessionStorage.setItem(HOME_KEY, home);
}
