/**
 * The chain that makes tampering show (A2.14), over the stored text. Per record (the events of one command):
 * payload_hash = SHA-256(salt ‖ payload), hash = SHA-256 over the hash before, payload_hash and the header, line by
 * line; the first record of a case follows the hash of the case's id. The payload is salted so that it can be redacted
 * later without anyone being able to guess it from its hash. Per commit: digest = SHA-256 over the digest before and
 * the hashes of its records in order. Text is hashed as UTF-8; hashes are base64url.
 */
import { hash, randomBytes } from 'node:crypto';

/** What the first commit follows. */
export const GENESIS = '';
/** 96 bits in base64url. */
const SALT_CHARACTERS = 16;
const SALTS_AT_ONCE = 1024;
const BYTES_PER_SALT = 12;

let salts = '';
let saltAt = 0;

export function newSalt(): string {
  if (saltAt >= salts.length) {
    salts = randomBytes(BYTES_PER_SALT * SALTS_AT_ONCE).toString('base64url');
    saltAt = 0;
  }
  saltAt += SALT_CHARACTERS;
  return salts.slice(saltAt - SALT_CHARACTERS, saltAt);
}

export interface Header {
  readonly caseId: string;
  /** First and last event number. */
  readonly seq: number;
  readonly lastSeq: number;
  readonly command: string;
  readonly at: number;
  readonly by: string;
}

export function payloadHash(salt: string, payload: string): string {
  return sha256(salt + payload);
}

export function recordHash(previous: string, payload: string, header: Header): string {
  const { caseId, seq, lastSeq, command, at, by } = header;
  return sha256(`${previous}\n${payload}\n${caseId}\n${seq}\n${lastSeq}\n${command}\n${at}\n${by}`);
}

/** What the first record of a case follows. */
export function caseRoot(caseId: string): string {
  return sha256(`case\n${caseId}`);
}

/** `records`: hashes of the commit's records in order. */
export function commitDigest(previous: string, records: readonly string[]): string {
  return sha256(`${previous}\n${records.join('\n')}`);
}

export function sha256(text: string): string {
  return hash('sha256', text, 'base64url');
}
