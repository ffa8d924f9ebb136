/**
 * The files that built-in scenarios and sample data are read from (shared/src/templates; shapes in its README). They are
 * data, never imported: a file that does not fit is refused with its name, the place in it and what was expected, and
 * the rest of the product works without any of them.
 */
import { FIELD_KINDS, durationSchema, savedDesignSchema } from '@tongban/shared/document';
import { z } from 'zod';

const id = z.string().min(1).max(64);
const label = z.string().min(1).max(200);
const named = z.object({ id, name: label });
const scalar = z.union([z.string().max(4000), z.number(), z.boolean()]);

/** catalog.json: items of the catalog; `department` is a department type. */
export const catalogSchema = z.array(
  z.object({
    id,
    version: z.number().int().positive(),
    name: label,
    code: label,
    department: id,
    published: z.boolean(),
  }),
);

/** elements.json: the data-element dictionary. `config` holds further defaults of a field made from the element. */
export const elementsSchema = z.array(
  z.object({
    id,
    name: label,
    kind: z.enum(FIELD_KINDS),
    register: id.optional(),
    attribute: id.optional(),
    config: z.record(z.string(), z.unknown()).default({}),
  }),
);

/** registers.json: `key` says what its records are found by: a person's ID number or a body's USCC. */
export const registersSchema = z.array(
  z.object({ id, name: label, key: z.enum(['person', 'body']), attributes: z.array(named) }),
);

/** demo/registers/<register>.json: records by ID number or USCC; values as a field of the attribute's kind holds them. */
export const registerRecordsSchema = z.object({
  register: id,
  records: z.record(z.string().length(18), z.record(id, scalar)),
});

export const directorySchema = z.object({
  /** Password of every sample account; production refuses to start while one exists. */
  demoPassword: z.string().min(8),
  regions: z.array(z.object({ id, name: label, parent: id.nullable() })),
  departmentTypes: z.array(named),
  departments: z.array(z.object({ id, name: label, type: id, region: id, parent: id.nullable() })),
  posts: z.array(named),
  people: z.array(
    z.object({
      id,
      name: label,
      account: id,
      /** Of people without a department. */
      region: id.nullable().default(null),
      department: id.nullable(),
      posts: z.array(id),
      roles: z.array(z.enum(['designer', 'supervisor', 'admin'])),
    }),
  ),
});

/** demo/cards.json: role cards of the sign-in page, in order. */
export const cardsSchema = z.array(
  z.object({
    id,
    person: id,
    title: label,
    audience: z.enum(['studio', 'portal', 'desk', 'supervise', 'admin']),
    line: label,
  }),
);

/**
 * demo/designs.json: which templates become designs and releases. `flow` names the design's own flow (`main`) or one of
 * its variants, which then takes the place of the main flow; that one stays beside it as a variant.
 */
export const demoDesignsSchema = z.array(
  z.object({
    template: id,
    by: id,
    draft: z.object({ flow: id }),
    releases: z.array(
      z.object({
        flow: id,
        /** Promised time of that version, where it was another one than the design's. */
        promise: durationSchema.optional(),
        by: id,
        /** Working days before the first start; the sample cases all begin later. */
        workdaysAgo: z.number().positive(),
        note: z.string().max(400).optional(),
        departments: z.array(id).min(1),
        answers: z.array(z.object({ as: id, answer: z.enum(['confirmed', 'objected']), comment: z.string().max(400) })),
      }),
    ),
  }),
);

const stepCommon = {
  /** Working days since the start of the case; fractions are parts of a working day. Never falls along a case. */
  after: z.object({ workdays: z.number().nonnegative() }),
  /** Who acts. For `resubmit` the applicant. */
  as: id,
  /** Step that the open task belongs to, and its element where the step is a dispatch. */
  node: id,
  element: id.optional(),
};
const patch = z.record(id, scalar);

export const caseStepSchema = z.discriminatedUnion('do', [
  z.object({ ...stepCommon, do: z.literal('claim') }),
  z.object({
    ...stepCommon,
    do: z.literal('complete'),
    outcome: id,
    opinion: z.string().max(2000).default(''),
    values: patch.default({}),
  }),
  z.object({
    ...stepCommon,
    do: z.literal('askCorrection'),
    remarks: z.object({
      fields: z.record(id, label).default({}),
      materials: z.record(id, label).default({}),
      general: z.string().max(400).default(''),
    }),
    reason: z.string().max(400).optional(),
  }),
  z.object({ ...stepCommon, do: z.literal('resubmit'), values: patch.default({}) }),
  z.object({
    ...stepCommon,
    do: z.literal('return'),
    to: id,
    reason: z.string().min(1).max(400),
    mode: z.enum(['straight', 'again']),
  }),
  z.object({ ...stepCommon, do: z.literal('reject'), reason: z.string().min(1).max(400) }),
]);
export type CaseStep = z.infer<typeof caseStepSchema>;

/** demo/cases.json: sample cases as a plan, played through the kernel like any others. Oldest start first. */
export const casesSchema = z.array(
  z.object({
    id,
    /** Code of the scenario. */
    scenario: id,
    applicant: id,
    /** ID number or USCC: every shared field is filled from the registers by it. */
    subjectKey: z.string().length(18),
    startedWorkdaysAgo: z.number().nonnegative(),
    /** What the applicant types. */
    values: patch,
    steps: z.array(caseStepSchema),
  }),
);
export type CasePlan = z.infer<typeof casesSchema>[number];

/** <template>/source-forms.json: the forms of before, each row mapped to a field of the merged form. */
export const sourceFormsSchema = z.object({
  design: id,
  forms: z.array(
    z.object({
      id,
      name: label,
      issuer: label,
      rows: z.array(z.object({ number: z.number().int().positive(), name: label, field: id })),
    }),
  ),
});

/** <template>/design.json */
export const templateSchema = savedDesignSchema;

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/** Text of a file → its data, or one sentence naming the file, the place and what was expected there. */
export function readData<T>(file: string, text: string, schema: z.ZodType<T>): Read<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, message: `${file}: not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [first] = parsed.error.issues;
  const place = first && first.path.length > 0 ? first.path.map(String).join('.') : 'the whole';
  return { ok: false, message: `${file}: at ${place}: ${first?.message ?? 'not as expected'}` };
}
