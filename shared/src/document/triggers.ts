/** Events that a flow waits for, is attached to, or is opened by. A code or name that is blank is said by the compiler. */
import { z } from 'zod';
import { calendarDurationSchema, label, mappings, reference } from './basics.ts';
import { conditionSchema } from './condition.ts';

/** So long after the waiting began. */
const timer = z.object({ type: z.literal('timer'), after: calendarDurationSchema });
/** At the beginning of the date that a field holds; at once when it holds none or one that has passed. */
const date = z.object({ type: z.literal('date'), field: reference });
/** A message of this name to this case; its values go into fields. */
const message = z.object({ type: z.literal('message'), name: label.default(''), into: mappings });
/** A signal of this name, thrown anywhere in this case. */
const signal = z.object({ type: z.literal('signal'), name: label.default('') });
/** As soon as it holds. */
const condition = z.object({ type: z.literal('condition'), condition: conditionSchema });
/** Without a code: any. */
const error = z.object({ type: z.literal('error'), code: label.optional() });
const escalation = z.object({ type: z.literal('escalation'), code: label.optional() });
/** The part that it stands in is being undone. */
const compensation = z.object({ type: z.literal('compensation') });

export const waitTriggerSchema = z.discriminatedUnion('type', [timer, date, message, signal, condition]);
export type WaitTrigger = z.infer<typeof waitTriggerSchema>;

export const messageTriggerSchema = z.discriminatedUnion('type', [message, signal, condition]);
export type MessageTrigger = z.infer<typeof messageTriggerSchema>;

export const eventTriggerSchema = z.discriminatedUnion('type', [
  timer,
  date,
  message,
  signal,
  condition,
  error,
  escalation,
  compensation,
]);
export type EventTrigger = z.infer<typeof eventTriggerSchema>;

/** When an attachment goes off, other than so long after its step began. */
export const timingSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('start'), after: calendarDurationSchema }),
  /** So long before the step's own due time; an amount of 0 is the due time itself. */
  z.object({ from: z.literal('due'), before: calendarDurationSchema }),
  z.object({ from: z.literal('field'), field: reference }),
]);
export type Timing = z.infer<typeof timingSchema>;

/** Who or what may start a case. Absent: a submission by the applicant. */
export const startTriggerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('submission') }),
  /** 交办: an office starts it on its own account. */
  z.object({ type: z.literal('office') }),
  /** By the calendar, local time; `day` is of the week (1 Monday) or of the month, by `every`. */
  z.object({
    type: z.literal('schedule'),
    every: z.enum(['day', 'week', 'month', 'year']),
    day: z.number().int().min(1).max(31).optional(),
    month: z.number().int().min(1).max(12).optional(),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    /** A day without office hours moves it to the next that has some. */
    workdaysOnly: z.boolean().default(false),
  }),
  /** A message from another system; its values go into fields. */
  message,
  /** An event of another scenario, by name. */
  z.object({ type: z.literal('event'), name: label.default('') }),
]);
export type StartTrigger = z.infer<typeof startTriggerSchema>;
