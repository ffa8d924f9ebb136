import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectExecutor } from './connect.ts';
import type { Job } from './types.ts';

/** A department's system that answers by path. */
let server: Server;
let host = '';
const calls: { key: string; body: string; method: string; url: string; token: string }[] = [];

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { headers, method = '', url = '' } = request;
      calls.push({
        key: String(headers['idempotency-key']),
        body,
        method,
        url,
        token: String(headers['x-token'] ?? ''),
      });
      if (url.startsWith('/ok')) response.end(JSON.stringify({ result: { level: 'A', score: 9 }, constructor: 'x' }));
      else if (url.startsWith('/busy')) response.writeHead(503).end('later');
      else if (url.startsWith('/wrong')) response.writeHead(422).end('no such person');
      else if (url.startsWith('/text')) response.end('<html>');
      else if (url.startsWith('/large')) response.end('x'.repeat(1_100_000));
      else if (url.startsWith('/away')) response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
      // Anything else is never answered.
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const job = (path: string, more: Partial<Job> = {}): Job => ({
  key: 'case.5:1',
  caseId: 'case',
  node: 'n',
  name: 'n',
  settings: { method: 'POST', url: `http://${host}${path}`, 'header.X-Token': 't' },
  inputs: { name: '张', count: 2 },
  wanted: ['result.level', 'result.score', 'result.none', 'constructor.name'],
  target: 'f',
  timeoutMs: 2_000,
  ...more,
});
const run = (path: string, more?: Partial<Job>) => connectExecutor({ allowed: new Set([host]) })(job(path, more));

describe('connect', () => {
  it('posts the inputs with key and headers, and takes own parts of the answer by path', async () => {
    expect(await run('/ok')).toEqual({ ok: true, values: { 'result.level': 'A', 'result.score': 9 } });
    expect(calls.at(-1)).toEqual({
      key: 'case.5:1',
      body: '{"name":"张","count":2}',
      method: 'POST',
      url: '/ok',
      token: 't',
    });
  });

  it('puts the inputs of a GET into the address', async () => {
    await run('/ok', { settings: { method: 'GET', url: `http://${host}/ok` } });
    expect(calls.at(-1)).toMatchObject({ method: 'GET', url: '/ok?name=%E5%BC%A0&count=2', body: '' });
  });

  it.each([
    ['/busy', 'http503', false],
    ['/wrong', 'http422', true],
    ['/text', 'answerInvalid', true],
    ['/large', 'answerTooLarge', true],
    ['/away', 'http302', false],
  ])('%s is %s', async (path, code, final) => {
    expect(await run(path)).toMatchObject({ ok: false, code, final });
  });

  it('gives up in time, and says when nobody is there', async () => {
    expect(await run('/never', { timeoutMs: 50 })).toMatchObject({ ok: false, code: 'timeout', final: false });
    const nobody = { settings: { url: 'http://127.0.0.1:9/' } };
    const anywhere = connectExecutor({ allowed: new Set(['127.0.0.1:9']) });
    expect(await anywhere(job('/', nobody))).toMatchObject({ ok: false, code: 'unreachable', final: false });
  });

  it('calls no host that an administrator has not allowed, and nothing but HTTP', async () => {
    const before = calls.length;
    const elsewhere = { settings: { url: 'http://localhost:1/' } };
    expect(await run('/', elsewhere)).toMatchObject({ code: 'hostNotAllowed', final: true });
    expect(await run('/', { settings: { url: 'file:///etc/passwd' } })).toMatchObject({ code: 'urlInvalid' });
    expect(calls).toHaveLength(before);
  });
});
