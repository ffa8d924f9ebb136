/** Small shapes that flow, form and policies share. */
import { z } from 'zod';

export const id = z.string().min(1).max(64);
export const order = z.string().min(1).max(64);
export const label = z.string().max(200);
export const longText = z.string().max(4000);
/** An id that a drawer has still to choose: blank in a draft, said by the compiler. */
export const reference = z.string().max(64).default('');

const working = z.enum(['workday', 'workhour', 'workminute']);

/** A budget of working time. Days end at closing time of the n-th working day after the start (domain part C). */
export const durationSchema = z.object({ amount: z.number().positive().max(1000), unit: working });
export type Duration = z.infer<typeof durationSchema>;

/** Working time, or natural time (自然日), which passes by itself; natural amounts are whole. */
export const calendarDurationSchema = z.union([
  z.object({ amount: z.number().nonnegative().max(1000), unit: working }),
  z.object({ amount: z.number().int().nonnegative().max(100_000), unit: z.enum(['minute', 'hour', 'day', 'month']) }),
]);

/** A field of the case under the name that the other side knows: a register, a system, a message, a scenario. */
export const mappingSchema = z.object({ id, order, field: reference, name: label.default('') });
export type FieldMapping = z.infer<typeof mappingSchema>;
export const mappings = z.record(id, mappingSchema).default({});
