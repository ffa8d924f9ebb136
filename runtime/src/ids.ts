/** Ids and tokens that cannot be guessed. */
import { createHash, randomBytes } from 'node:crypto';

/** 120 random bits, URL-safe. */
export const newId = (): string => randomBytes(15).toString('base64url');
/** 256 random bits, URL-safe; kept only as digest. */
export const newToken = (): string => randomBytes(32).toString('base64url');
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
