/** What people may send about a case, with limits. Origins in a patch are the server's business and are set anew. */
import { z } from 'zod';
import type { Patch, Value } from '@tongban/shared/kernel';
import type { CaseCommand } from './types.ts';

const id = z.string().min(1).max(160);
const words = z.string().max(4000);
const originSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('manual') }),
  z.object({ type: z.literal('manualUnverified'), register: z.string().max(64) }),
  z.object({
    type: z.literal('shared'),
    register: z.string().max(64),
    registerName: z.string().max(200),
    at: z.number(),
  }),
  z.object({ type: z.literal('computed') }),
]);

export const valueSchema: z.ZodType<Value, Value> = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(500),
  z
    .array(z.object({ id: z.string().max(64), name: z.string().max(300), bytes: z.number().int().nonnegative() }))
    .max(50),
  z.null(),
]);

const patchSchema: z.ZodType<Patch, Patch> = z
  .record(z.string().max(160), z.object({ value: valueSchema, origin: originSchema }))
  .refine((patch) => Object.keys(patch).length <= 1000);

const remarksSchema = z.object({
  fields: z.record(z.string().max(160), words),
  materials: z.record(z.string().max(160), words),
  general: words,
});

export const commandSchema: z.ZodType<CaseCommand, CaseCommand> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('claim'), activity: id }),
  z.object({ type: z.literal('release'), activity: id }),
  z.object({ type: z.literal('complete'), activity: id, outcome: id, opinion: words, patch: patchSchema }),
  z.object({ type: z.literal('return'), activity: id, to: id, reason: words, mode: z.enum(['straight', 'again']) }),
  z.object({
    type: z.literal('askCorrection'),
    activity: id,
    remarks: remarksSchema,
    reason: words.optional(),
  }),
  z.object({ type: z.literal('resubmit'), patch: patchSchema }),
  z.object({ type: z.literal('reject'), activity: id, reason: words }),
  z.object({ type: z.literal('terminate'), reason: words }),
  z.object({ type: z.literal('dispute'), field: id, comment: words }),
]);
