/**
 * Calls a department's system: HTTP with JSON. Only hosts that an administrator has allowed are called, redirects are
 * not followed, and no more is read than an answer may have. The idempotency key goes along as a header (IETF draft
 * httpapi-idempotency-key), so that a call that is made twice counts once on the other side.
 */
import type { Value } from '@tongban/shared/kernel';
import { failed, type Executor } from './types.ts';

/** Bytes of an answer. */
const MOST_BYTES = 1_000_000;
const BODY_METHODS = new Set(['POST', 'PUT', 'PATCH']);

export interface ConnectOptions {
  /** `host` or `host:port`, in small letters. */
  readonly allowed: ReadonlySet<string>;
  readonly fetch?: typeof fetch;
}

export function connectExecutor({ allowed, fetch: call = fetch }: ConnectOptions): Executor {
  return async ({ key, settings, inputs, wanted, timeoutMs }) => {
    const method = String(settings['method'] ?? 'POST').toUpperCase();
    const url = urlOf(String(settings['url'] ?? ''), BODY_METHODS.has(method) ? {} : inputs);
    if (!url) return failed('urlInvalid', String(settings['url'] ?? ''), true);
    if (!allowed.has(url.host.toLowerCase())) return failed('hostNotAllowed', url.host, true);
    try {
      const response = await call(url, {
        method,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
        headers: { ...headersOf(settings), accept: 'application/json', 'idempotency-key': key },
        ...(BODY_METHODS.has(method) ? { body: JSON.stringify(inputs) } : {}),
      });
      const text = await readText(response);
      if (text === null) return failed('answerTooLarge', url.host, true);
      if (!response.ok) return failed(`http${response.status}`, text.slice(0, 200), isFinal(response.status));
      return answer(text, wanted);
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError';
      return failed(late ? 'timeout' : 'unreachable', url.host);
    }
  };
}

/** What the caller did wrong stays wrong; being busy or out of order passes. */
const isFinal = (status: number): boolean => status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status);

function urlOf(text: string, query: Readonly<Record<string, Value>>): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  for (const [name, value] of Object.entries(query)) if (value !== null) url.searchParams.set(name, String(value));
  return url;
}

function headersOf(settings: Readonly<Record<string, unknown>>): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  for (const [name, value] of Object.entries(settings)) {
    if (name.startsWith('header.')) headers[name.slice('header.'.length).toLowerCase()] = String(value);
  }
  return headers;
}

async function readText(response: Response): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) return null;
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString('utf8');
}

function answer(text: string, wanted: readonly string[]) {
  let json: unknown;
  try {
    json = text === '' ? {} : JSON.parse(text);
  } catch {
    return failed('answerInvalid', text.slice(0, 200), true);
  }
  const values: Record<string, Value> = {};
  for (const path of wanted) {
    const value = at(json, path);
    if (value !== undefined) values[path] = value;
  }
  return { ok: true as const, values };
}

/** A value by its dotted path: own entries only, and only what a field can hold. */
function at(json: unknown, path: string): Value | undefined {
  let current: unknown = json;
  for (const part of path.split('.')) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, part)) return undefined;
    current = (current as Readonly<Record<string, unknown>>)[part];
  }
  if (current === null || typeof current === 'string' || typeof current === 'boolean') return current;
  if (typeof current === 'number') return Number.isFinite(current) ? current : undefined;
  return Array.isArray(current) && current.every((one): one is string => typeof one === 'string') ? current : undefined;
}
