/**
 * Conditions as officials write them: field – comparison – value, in and/or groups. They render as a sentence
 * (words/) and lower to FEEL (expressions/); free FEEL is kept as text where a sentence cannot say it.
 */
import { z } from 'zod';

export const COMPARISONS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'in', 'contains', 'filled', 'empty'] as const;
export type Comparison = (typeof COMPARISONS)[number];

const scalar = z.union([z.string().max(4000), z.number(), z.boolean()]);

/** What a comparison speaks of: a field's value, or the decision taken at a step. */
export const subjectRefSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('field'), id: z.string().min(1).max(64) }),
  z.object({ type: z.literal('decision'), node: z.string().min(1).max(64) }),
]);
export type SubjectRef = z.infer<typeof subjectRefSchema>;

export const comparisonSchema = z.object({
  type: z.literal('compare'),
  left: subjectRefSchema,
  op: z.enum(COMPARISONS),
  /** Absent for filled and empty; a list for `in`. Dates as YYYY-MM-DD, choices and decisions by id. */
  right: z.union([scalar, z.array(scalar).max(200)]).optional(),
});
export type ComparisonClause = z.infer<typeof comparisonSchema>;

export type Condition = ComparisonClause | { type: 'all' | 'any'; of: Condition[] } | { type: 'feel'; text: string };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    comparisonSchema,
    z.object({ type: z.enum(['all', 'any']), of: z.array(conditionSchema).max(50) }),
    z.object({ type: z.literal('feel'), text: z.string().max(4000) }),
  ]),
);
