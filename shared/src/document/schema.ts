/**
 * The Design: everything a reform office draws about one scenario (一件事).
 *
 * Invariants, kept by everyone who writes a Design:
 * - collections are maps by id, each element repeats its id and carries `order`, a fractional key (see order.ts);
 * - references are ids; a reader repairs dangling ones (read.ts), nobody writes the repair back;
 * - arrays hold plain values only and are replaced whole;
 * - `layout` has no meaning for what runs: moving a box changes no definition.
 */
import { z } from 'zod';
import { decisionTableSchema } from '../decisions/schema.ts';
import { durationSchema, id, label, longText, order } from './basics.ts';
import { conditionSchema } from './condition.ts';
import { flowSchema } from './flow.ts';

/** Version of the saved document. Raising it needs a step in migrations.ts and a fixture. */
export const SCHEMA_VERSION = 2;

/** The seven modules (1+7+N, A1.13); a scenario belongs to exactly one. */
export const MODULES = ['policy', 'approval', 'governance', 'enforcement', 'factors', 'party', 'supervision'] as const;
export type ModuleId = (typeof MODULES)[number];

// ---------------------------------------------------------------- form

/**
 * Access of one step to one field. required: must be filled here. own: each body of a dispatch sees and writes
 * its own answer only. A node without an entry falls back to `form.defaultAccess`.
 */
export const accessSchema = z.enum(['hidden', 'read', 'write', 'required', 'own']);
export type Access = z.infer<typeof accessSchema>;

export const FIELD_KINDS = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'choice',
  'yesNo',
  'idCard',
  'uscc',
  'phone',
  'department',
  'file',
  'note',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** Where a value comes from: typed by hand, a register of another department, or FEEL over other fields. */
export const sourceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('manual') }),
  z.object({ type: z.literal('shared'), register: id, attribute: id }),
  z.object({ type: z.literal('computed'), feel: z.string().max(2000) }),
]);
export type FieldSource = z.infer<typeof sourceSchema>;

export const optionSchema = z.object({ id, order, name: label });
export type Option = z.infer<typeof optionSchema>;

export const fieldSchema = z.object({
  id,
  order,
  section: id,
  kind: z.enum(FIELD_KINDS),
  name: label,
  help: longText.optional(),
  /** Data element of the dictionary; two fields with the same element mean the same datum (A2.3). */
  element: id.optional(),
  source: sourceSchema.default({ type: 'manual' }),
  width: z.enum(['full', 'half', 'third']).default('half'),
  maxLength: z.number().int().positive().max(20000).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  decimals: z.number().int().min(0).max(6).optional(),
  unit: z.string().max(20).optional(),
  /** choice. For `department`: empty means the bodies of the dispatch that reads this field. */
  options: z.record(id, optionSchema).default({}),
  display: z.enum(['radio', 'select', 'multiple']).optional(),
  /** file: extensions without dot, bytes each, number of files. */
  accept: z.array(z.string().max(10)).optional(),
  maxBytes: z.number().int().positive().optional(),
  maxCount: z.number().int().positive().max(50).optional(),
  /** note: the text shown. */
  text: longText.optional(),
  rules: z
    .object({
      visible: conditionSchema.optional(),
      /** Required where it can be written: always, or when the condition holds. */
      required: z.boolean().optional(),
      requiredWhen: conditionSchema.optional(),
      /** Must hold when submitted; else `message` is shown. */
      valid: conditionSchema.optional(),
      message: label.optional(),
    })
    .default({}),
  access: z.record(id, accessSchema).default({}),
});
export type Field = z.infer<typeof fieldSchema>;

export const sectionSchema = z.object({ id, order, name: label, help: longText.optional() });
export type Section = z.infer<typeof sectionSchema>;

export const formSchema = z.object({
  sections: z.record(id, sectionSchema).default({}),
  fields: z.record(id, fieldSchema).default({}),
  /** Access of the start node is write for manual fields, read for others, unless said; other nodes use this. */
  defaultAccess: z.enum(['hidden', 'read']).default('read'),
});
export type Form = z.infer<typeof formSchema>;

/** A material with the five facts of 五个一律 (A1.4). Uploaded through a file field or free of submission (免交). */
export const materialSchema = z.object({
  id,
  order,
  name: label,
  legalBasis: label.optional(),
  issuer: label.optional(),
  exempt: z.boolean().default(false),
  exemptReason: label.optional(),
  field: id.optional(),
  /** 可容缺: the case may begin with a promise to hand it in later, within this time of the start. */
  deferrable: z.boolean().optional(),
  deferWithin: durationSchema.optional(),
});

export type Material = z.infer<typeof materialSchema>;

// ---------------------------------------------------------------- the whole

export const itemRefSchema = z.object({
  id,
  order,
  item: id,
  version: z.number().int().positive(),
  role: z.enum(['lead', 'co']),
  lane: id.optional(),
});

export const policiesSchema = z.object({
  /** 承诺时限 and 法定时限 of the whole case. */
  promise: durationSchema.optional(),
  statutory: durationSchema.optional(),
  /** Does a correction (补正) also pause the case's own clock? The step's always pauses. */
  correctionPausesCase: z.boolean().default(true),
  /** Colour of a clock by share of its budget that is left (A4.14). */
  amberBelow: z.number().min(0).max(1).default(0.5),
  redBelow: z.number().min(0).max(1).default(0.2),
  /** 催办 at most once in this time on one task. */
  urgeEvery: durationSchema.optional(),
  /** The step whose decision ends the applicant's right to withdraw (撤回). */
  withdrawUntil: id.optional(),
  /** 容缺: how long a broken promise may be made good before the case is rejected. */
  curePeriod: durationSchema.optional(),
});

export const variantSchema = z.object({
  id,
  order,
  name: label,
  note: longText.optional(),
  flow: flowSchema,
  layout: z.record(id, z.object({ x: z.number(), y: z.number() })).default({}),
});

export const baselineSchema = z.object({
  workdays: z.number().nonnegative().optional(),
  forms: z.number().nonnegative().optional(),
  fields: z.number().nonnegative().optional(),
  materials: z.number().nonnegative().optional(),
  visits: z.number().nonnegative().optional(),
  applications: z.number().nonnegative().optional(),
});

/** An element of an imported file, as it was written there. */
export const keptSchema = z.object({
  id,
  order,
  type: label,
  name: label,
  /** Code of why it is not run (interop/bpmn/report.ts). */
  reason: label,
  xml: z.string().max(50_000),
});

export const designSchema = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  meta: z.object({
    code: id,
    title: label,
    module: z.enum(MODULES),
    /** Lane of the lead department (牵头, A4.10). */
    lead: id.optional(),
    summary: longText.optional(),
    legalBasis: longText.optional(),
    /** Name of the printed form, e.g. 退休审批表. */
    paperTitle: label.optional(),
  }),
  items: z.record(id, itemRefSchema).default({}),
  /** Who may apply, and about whom. The subject's key field (ID card or USCC) is what shared data is looked up by. */
  parties: z
    .object({
      applicant: z.enum(['office', 'person', 'enterprise']).default('office'),
      subject: z
        .object({ kind: z.enum(['person', 'body', 'project']), keyField: id.optional(), nameField: id.optional() })
        .default({ kind: 'person' }),
    })
    .default({ applicant: 'office', subject: { kind: 'person' } }),
  flow: flowSchema,
  layout: z.record(id, z.object({ x: z.number(), y: z.number() })).default({}),
  form: formSchema,
  materials: z.record(id, materialSchema).default({}),
  /** Decision tables, asked by rule nodes. */
  tables: z.record(id, decisionTableSchema).optional(),
  policies: policiesSchema.default({ correctionPausesCase: true, amberBelow: 0.5, redBelow: 0.2 }),
  variants: z.record(id, variantSchema).default({}),
  /** What an imported file held that is not run; without meaning for what is. */
  kept: z.record(id, keptSchema).optional(),
  baseline: baselineSchema.default({}),
});
export type Design = z.infer<typeof designSchema>;
