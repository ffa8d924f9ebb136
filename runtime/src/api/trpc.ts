/**
 * tRPC set-up: error shape, the one mapper from reasons to transport codes, and procedures by capability.
 * An answer never carries the text of a bug: those are logged with their cause and leave as `unexpected`.
 */
import { initTRPC, TRPCError, type TRPC_ERROR_CODE_KEY } from '@trpc/server';
import type { Problem } from '@tongban/shared/kernel';
import type { Failure, Reason, Result } from '../result.ts';
import type { Session } from '../session/types.ts';
import type { Context } from './context.ts';
import { may, type Capability } from './permission.ts';

export interface Meta {
  readonly need: Capability;
}

/** Carries a failure through tRPC as the cause of its error. */
class ExpectedFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.reason);
    this.failure = failure;
  }
}

const CODES: Partial<Record<Reason, TRPC_ERROR_CODE_KEY>> = {
  sessionRequired: 'UNAUTHORIZED',
  badCredentials: 'UNAUTHORIZED',
  tooManyAttempts: 'TOO_MANY_REQUESTS',
  forbidden: 'FORBIDDEN',
  csrf: 'FORBIDDEN',
  demoOnly: 'FORBIDDEN',
  notFound: 'NOT_FOUND',
  notOffered: 'NOT_FOUND',
  notYours: 'FORBIDDEN',
  otherDepartment: 'FORBIDDEN',
  notYourPost: 'FORBIDDEN',
  notApplicant: 'FORBIDDEN',
  powerMissing: 'FORBIDDEN',
  notAllowed: 'FORBIDDEN',
  conflict: 'CONFLICT',
  keyReused: 'CONFLICT',
  staleDraft: 'CONFLICT',
  changedSince: 'CONFLICT',
  alreadyDone: 'CONFLICT',
  gone: 'CONFLICT',
  claimedByOther: 'CONFLICT',
  caseEnded: 'CONFLICT',
  correctionOpen: 'CONFLICT',
  alreadyAnswered: 'CONFLICT',
  tooLarge: 'PAYLOAD_TOO_LARGE',
  tooDeep: 'PAYLOAD_TOO_LARGE',
  fileType: 'UNSUPPORTED_MEDIA_TYPE',
  unexpected: 'INTERNAL_SERVER_ERROR',
};

export const toError = (failure: Failure): TRPCError =>
  new TRPCError({
    code: CODES[failure.reason] ?? 'BAD_REQUEST',
    message: failure.reason,
    cause: new ExpectedFailure(failure),
  });

/** The value, or the failure as a transport error. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw toError(result);
}

/** What an error says to the client, beside tRPC's own code. */
export interface ErrorData {
  readonly reason: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  readonly problems?: readonly Problem[] | undefined;
}

export function errorData(error: TRPCError): ErrorData {
  const cause = error.cause;
  if (cause instanceof ExpectedFailure) {
    const { reason, params, problems } = cause.failure;
    return { reason, params, problems };
  }
  if (error.code === 'BAD_REQUEST' || error.code === 'PARSE_ERROR') return { reason: 'invalidInput' };
  if (error.code === 'NOT_FOUND' || error.code === 'METHOD_NOT_SUPPORTED') return { reason: 'notFound' };
  if (error.code === 'PAYLOAD_TOO_LARGE') return { reason: 'tooLarge' };
  return { reason: 'unexpected' };
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    sse: {
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 45_000 },
      // A reader comes again in its own name, so that a session that ended or a post that was taken away counts.
      maxDurationMs: 30 * 60_000,
    },
    errorFormatter({ shape, error }) {
      const data = errorData(error);
      return {
        code: shape.code,
        message: data.reason,
        data: { code: shape.data.code, httpStatus: shape.data.httpStatus, ...data },
      };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

const guarded = t.procedure.use(async ({ ctx, next, path, type }) => {
  if (type === 'mutation' && !ctx.transport.trusted) throw toError({ ok: false, reason: 'csrf' });
  const result = await next();
  if (!result.ok && errorData(result.error).reason === 'unexpected') ctx.app.reportBug(result.error, path);
  return result;
});

/** The session as a procedure of this capability has it. */
type SessionFor<C extends Capability> = C extends 'public' ? Session | null : Session;

/** A procedure for those who have the capability; every procedure is made by this. */
export function need<C extends Capability>(capability: C) {
  return guarded.meta({ need: capability }).use(({ ctx, next }) => {
    if (!may(capability, ctx.session, ctx.app.mode)) {
      throw toError({ ok: false, reason: ctx.session === null ? 'sessionRequired' : 'forbidden' });
    }
    return next({ ctx: { session: ctx.session as SessionFor<C> } });
  });
}
