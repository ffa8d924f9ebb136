/**
 * The chain that makes tampering show (A2.14), over the stored bytes. Per record (the events of one command):
 * payload_hash = SHA-256(salt ‖ payload), hash = SHA-256(prev_hash ‖ payload_hash ‖ header); the first record of a case
 * follows the hash of the case's id. The payload is salted so that it can be redacted later without anyone being able
 * to guess it from its hash. Per commit: digest = SHA-256(previous digest ‖ hashes of its records in order).
 */
import { hash, randomFillSync } from 'node:crypto';

export const SALT_BYTES = 16;
const HASH_BYTES = 32;
export const GENESIS = Buffer.alloc(HASH_BYTES);

const salts = Buffer.alloc(SALT_BYTES * 1024);
let saltAt = salts.length;
let scratch = Buffer.alloc(64 * 1024);

/** A fresh salt; a copy, for the pool is refilled. */
export function newSalt(): Buffer {
  if (saltAt === salts.length) {
    randomFillSync(salts);
    saltAt = 0;
  }
  const salt = Buffer.from(salts.subarray(saltAt, saltAt + SALT_BYTES));
  saltAt += SALT_BYTES;
  return salt;
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

export function payloadHash(salt: Buffer, payload: string): Buffer {
  const room = salt.length + payload.length * 3;
  if (room > scratch.length) scratch = Buffer.alloc(room * 2);
  salt.copy(scratch, 0);
  const end = salt.length + scratch.write(payload, salt.length, 'utf8');
  return hash('sha256', scratch.subarray(0, end), 'buffer');
}

export function recordHash(previous: Buffer, payload: Buffer, header: Header): Buffer {
  previous.copy(scratch, 0);
  payload.copy(scratch, HASH_BYTES);
  const { caseId, seq, lastSeq, command, at, by } = header;
  const text = `${caseId}\n${seq}\n${lastSeq}\n${command}\n${at}\n${by}`;
  const room = 2 * HASH_BYTES + text.length * 3;
  if (room > scratch.length) throw new RangeError('record header too long');
  const end = 2 * HASH_BYTES + scratch.write(text, 2 * HASH_BYTES, 'utf8');
  return hash('sha256', scratch.subarray(0, end), 'buffer');
}

/** What the first record of a case follows. */
export function caseRoot(caseId: string): Buffer {
  return hash('sha256', `case\n${caseId}`, 'buffer');
}

/** `records`: hashes of the commit's records in order. */
export function commitDigest(previous: Buffer, records: readonly Buffer[]): Buffer {
  return hash('sha256', Buffer.concat([previous, ...records]), 'buffer');
}
