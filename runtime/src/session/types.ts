/** Who is signed in, and how people enter. */
import type { Result } from '../result.ts';

export const ROLES = ['designer', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];
export const AUDIENCES = ['studio', 'portal', 'desk', 'supervise', 'admin'] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A person one can enter as with one click; demo mode only. */
export interface DemoCard {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly title: string;
  readonly department: string;
  readonly audience: Audience;
  /** What this person comes here to do, in one line. */
  readonly line: string;
}

export interface Me {
  readonly person: string;
  readonly name: string;
  readonly department: Named | null;
  readonly posts: readonly Named[];
  readonly roles: readonly Role[];
  readonly audiences: readonly Audience[];
  readonly elder: boolean;
}

/** The person behind a request, as the directory knows them at that moment. */
export interface Session {
  readonly person: string;
  readonly name: string;
  readonly department: {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly region: string;
    readonly parent: string | null;
  } | null;
  /** Where this person's own affairs are handled: that of the department, else the person's. Null when nobody said. */
  readonly region: string | null;
  readonly posts: readonly Named[];
  readonly roles: readonly Role[];
}

export interface SessionOptions {
  readonly demo: boolean;
  /** The server's clock, epoch ms. */
  readonly now: number;
  readonly cards: readonly DemoCard[];
}

export interface SessionArea {
  options(): Promise<SessionOptions>;
  /** Demo mode: a session for the card's person. */
  enter(card: string): Promise<Result<{ token: string; me: Me }>>;
  /** `address` counts failed attempts. */
  signIn(account: string, password: string, address: string): Promise<Result<{ token: string; me: Me }>>;
  signOut(token: string): Promise<void>;
  /** The session of a token, or null when there is none or it expired. */
  resolve(token: string): Promise<Session | null>;
  me(session: Session): Me;
}
