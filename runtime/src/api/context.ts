/** What a procedure knows about its request. The session is resolved anew for every request. */
import type { Session } from '../session/types.ts';
import type { App } from './app.ts';

export interface Transport {
  /** The caller's address, for counting failed sign-ins. */
  readonly address: string;
  /** The presented token, from the header (demo mode) or the cookie (production). */
  readonly token: string | null;
  /** False for a cookie-borne mutation without the header that a foreign page cannot send. */
  readonly trusted: boolean;
  /** Sets or clears the cookie; does nothing in demo mode. */
  setToken(token: string | null): void;
}

export interface Context {
  readonly app: App;
  readonly session: Session | null;
  readonly transport: Transport;
}
