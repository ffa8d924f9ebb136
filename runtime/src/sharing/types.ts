/** Registers of other departments behind one port. */
import type { Result } from '../result.ts';

export type RegisterValue = string | number | boolean;
/** A source of shared data. `lookup` rejects or hangs when the source is down; the area bounds and catches it. */
export interface Register {
  readonly id: string;
  readonly name: string;
  readonly attributes: readonly { readonly id: string; readonly name: string }[];
  /** Attribute → value of the subject with this key; null when the register does not know it. */
  lookup(key: string): Promise<Readonly<Record<string, RegisterValue>> | null>;
}
export interface RegisterStatus {
  readonly register: string;
  readonly name: string;
  readonly up: boolean;
}
/** One register's answer about a subject. */
export type Lookup =
  | {
      readonly register: string;
      readonly name: string;
      readonly state: 'found';
      readonly values: Readonly<Record<string, RegisterValue>>;
      readonly at: number;
    }
  | { readonly register: string; readonly name: string; readonly state: 'unknown' | 'down'; readonly at: number };

export interface SharingArea {
  status(): Promise<readonly RegisterStatus[]>;
  setUp(register: string, up: boolean): Promise<Result<null>>;
  registers(): readonly Register[];
  /** Asks the named registers side by side, each within its time limit. A register nobody knows counts as down. */
  lookup(registers: readonly string[], key: string): Promise<readonly Lookup[]>;
}
