/**
 * The server as seen from the network: tRPC under /trpc, files under /files, /health, and the built web application with
 * its addresses. Every answer carries the security headers; demo mode answers to loopback names only.
 */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import serveStatic from '@fastify/static';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Server } from '../compose.ts';
import { fail, type Failure } from '../result.ts';
import type { Session } from '../session/types.ts';
import type { Context } from './context.ts';
import { appRouter, type AppRouter } from './router.ts';
import { errorData, toError } from './trpc.ts';

const COOKIE = 'tongban_session';
/** Bytes of a request's body; uploads are counted by their field instead. */
const BODY_LIMIT = 20 * 1024 * 1024;
/** Calls in one batch. */
const BATCH_LIMIT = 30;
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self' blob:",
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

export interface HttpOptions {
  /** Folder of the built web application; without it only the API answers. */
  readonly web: string | null;
  readonly logger?: FastifyBaseLogger;
}

const tokenSchema = z.object({ token: z.string().max(200) });

export async function createHttp(server: Server, options: HttpOptions): Promise<FastifyInstance> {
  const { app } = server;
  const http = Fastify({
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 5000 },
    forceCloseConnections: true,
    ...(options.logger ? { loggerInstance: options.logger } : {}),
  });
  await http.register(cookie);
  await http.register(multipart, { limits: { files: 1, fields: 0, parts: 1 } });

  http.addHook('onRequest', async (request, reply) => {
    void reply.headers(SECURITY_HEADERS);
    if (app.mode === 'demo' && !LOOPBACK.test(request.headers.host ?? '')) {
      await reply.code(403).send({ reason: 'forbidden' });
    }
  });
  http.setErrorHandler((error: unknown, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) app.reportBug(error, request.url.split('?')[0] ?? '');
    const reason = status === 413 ? 'tooLarge' : status >= 500 ? 'unexpected' : 'invalidInput';
    return reply.code(status).send({ reason });
  });

  const tokenOf = (request: FastifyRequest, params?: unknown): string | null => {
    if (app.mode === 'production') return request.cookies[COOKIE] ?? null;
    const header = request.headers.authorization;
    if (header?.startsWith('Bearer ')) return header.slice('Bearer '.length);
    const given = tokenSchema.safeParse(params);
    return given.success ? given.data.token : null;
  };
  const sessionOf = async (token: string | null): Promise<Session | null> =>
    token === null ? null : app.session.resolve(token);
  const trusted = (request: FastifyRequest): boolean => app.mode === 'demo' || request.headers['x-tongban'] === '1';

  await http.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      maxBatchSize: BATCH_LIMIT,
      async createContext({ req, res, info }): Promise<Context> {
        const token = tokenOf(req, info.connectionParams);
        return {
          app,
          session: await sessionOf(token),
          transport: {
            address: req.ip,
            token,
            trusted: trusted(req),
            setToken(next) {
              if (app.mode !== 'production') return;
              const flags = {
                path: '/',
                httpOnly: true,
                sameSite: 'strict',
                secure: req.protocol === 'https',
              } as const;
              if (next === null) void res.clearCookie(COOKIE, flags);
              else void res.setCookie(COOKIE, next, flags);
            },
          },
        };
      },
    } satisfies FastifyTRPCPluginOptions<AppRouter>['trpcOptions'],
  });

  http.get('/health', async () => ({ status: 'ok' }));
  uploads(http, server, { session: (request) => sessionOf(tokenOf(request)), trusted });
  await pages(http, options.web);
  return http;
}

function statusOf(error: unknown): number {
  if (typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number') {
    return error.statusCode;
  }
  return 500;
}

// ---------------------------------------------------------------- files

const targetSchema = z.object({
  for: z.enum(['application', 'case']),
  id: z.string().min(1).max(64),
  field: z.string().min(1).max(160),
});

interface Access {
  readonly session: (request: FastifyRequest) => Promise<Session | null>;
  readonly trusted: (request: FastifyRequest) => boolean;
}

const refuse = (reply: FastifyReply, failure: Failure): FastifyReply => {
  const error = toError(failure);
  return reply.code(getHTTPStatusCodeFromError(error)).send({ code: error.code, ...errorData(error) });
};

function uploads(http: FastifyInstance, { files }: Server, access: Access): void {
  http.post('/files', async (request, reply) => {
    // What is refused before it was read to its end leaves the connection in no state to be used again.
    const stop = (failure: Failure): FastifyReply => refuse(reply.header('connection', 'close'), failure);
    const session = await access.session(request);
    if (!session) return stop(fail('sessionRequired'));
    if (!access.trusted(request)) return stop(fail('csrf'));
    const target = targetSchema.safeParse(request.query);
    if (!target.success || !request.isMultipart()) return stop(fail('invalidInput'));
    const part = await request.file({ limits: { fileSize: Number.MAX_SAFE_INTEGER } });
    if (!part) return stop(fail('invalidInput'));
    const { for: scope, id, field } = target.data;
    const stored = await files.put(session, { scope, id, field }, { name: part.filename, content: part.file });
    return stored.ok ? reply.send(stored.value) : stop(stored);
  });

  http.get<{ Params: { id: string } }>('/files/:id', async (request, reply) => {
    const session = await access.session(request);
    if (!session) return refuse(reply, fail('sessionRequired'));
    const found = await files.get(session, request.params.id);
    if (!found.ok) return refuse(reply, found);
    const { path, name, bytes } = found.value;
    return reply
      .headers({
        'content-type': 'application/octet-stream',
        'content-length': bytes,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        'cache-control': 'private, no-store',
      })
      .send(createReadStream(path));
  });
}

// ---------------------------------------------------------------- pages

/** Files with a digest in their name never change; the page that names them is asked for every time. */
async function pages(http: FastifyInstance, web: string | null): Promise<void> {
  const built = web !== null && existsSync(join(web, 'index.html'));
  if (built) {
    await http.register(serveStatic, {
      root: web,
      index: false,
      wildcard: false,
      cacheControl: false,
      setHeaders: (response, path) => {
        const forever = path.includes('/assets/') || path.includes('\\assets\\');
        response.setHeader('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  http.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (built && page) return reply.sendFile('index.html');
    return reply.code(404).send({ reason: 'notFound' });
  });
}
