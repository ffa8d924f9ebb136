/**
 * The decision table as a part of the document (DMN 1.3+, §8): inputs, outputs, rules and a hit policy.
 *
 * Invariants, as for the whole Design: collections are maps by id with a fractional `order`; references are ids; a
 * cell is text. A cell that is missing, empty or "-" is irrelevant (any value). Cells are FEEL: unary tests in `when`,
 * an expression in `then`. Choice options appear in cells by their id, as texts.
 */
import { z } from 'zod';

const id = z.string().min(1).max(64);
const order = z.string().min(1).max(64);
const label = z.string().max(200);
const feel = z.string().max(4000);

/** Kinds of value that a column holds; `any` is not checked. */
export const TABLE_VALUE_KINDS = [
  'any',
  'text',
  'number',
  'yesNo',
  'date',
  'time',
  'dateTime',
  'daysDuration',
  'monthsDuration',
] as const;
export const tableValueKindSchema = z.enum(TABLE_VALUE_KINDS);
export type TableValueKind = (typeof TABLE_VALUE_KINDS)[number];

/**
 * U unique, A any, P priority, F first: one result. R rule order, O output order, C collect: a list of results.
 * With collect, `aggregation` makes one of them: C+ sum, C< min, C> max, C# count.
 */
export const HIT_POLICIES = ['unique', 'any', 'priority', 'first', 'ruleOrder', 'outputOrder', 'collect'] as const;
export type HitPolicy = (typeof HIT_POLICIES)[number];
export const AGGREGATIONS = ['list', 'sum', 'min', 'max', 'count'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** What a column asks about: a field of the form (its kind is the field's), or a FEEL expression. */
export const tableInputSourceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('field'), field: id }),
  z.object({ type: z.literal('feel'), text: feel, kind: tableValueKindSchema.default('any') }),
]);
export type TableInputSource = z.infer<typeof tableInputSourceSchema>;

export const tableInputSchema = z.object({
  id,
  order,
  name: label,
  source: tableInputSourceSchema,
  /** Unary tests that every value passes (DMN inputValues). Absent: what the field allows. */
  allowed: feel.optional(),
});
export type TableInput = z.infer<typeof tableInputSchema>;

/** One value that an output may have; the order of the values is their priority, the highest first (P and O). */
export const tableOutputValueSchema = z.object({ id, order, value: feel });

export const tableOutputSchema = z.object({
  id,
  order,
  /** Heading, and the entry's name when several outputs make one compound result. */
  name: label,
  kind: tableValueKindSchema.default('any'),
  /** Field of the form that takes the result. */
  field: id.optional(),
  values: z.record(id, tableOutputValueSchema).default({}),
  /** Expression for the result when no rule matches. */
  default: feel.optional(),
});
export type TableOutput = z.infer<typeof tableOutputSchema>;

export const tableAnnotationSchema = z.object({ id, order, name: label });
export type TableAnnotation = z.infer<typeof tableAnnotationSchema>;

export const tableRuleSchema = z.object({
  id,
  order,
  /** Unary tests by input id. */
  when: z.record(id, feel).default({}),
  /** Expressions by output id. */
  then: z.record(id, feel).default({}),
  /** Texts by annotation id. */
  notes: z.record(id, z.string().max(4000)).default({}),
});
export type TableRule = z.infer<typeof tableRuleSchema>;

export const decisionTableSchema = z.object({
  id,
  order,
  name: label,
  note: z.string().max(4000).optional(),
  hitPolicy: z.enum(HIT_POLICIES).default('unique'),
  /** Read with `collect` only. */
  aggregation: z.enum(AGGREGATIONS).default('list'),
  inputs: z.record(id, tableInputSchema).default({}),
  outputs: z.record(id, tableOutputSchema).default({}),
  annotations: z.record(id, tableAnnotationSchema).default({}),
  rules: z.record(id, tableRuleSchema).default({}),
});
export type DecisionTable = z.infer<typeof decisionTableSchema>;
