/**
 * Saved documents of an older schema version are brought up by named steps, one per version; a newer one is refused.
 * A released step is never changed; each has a fixture from its time under fixtures/, which is never edited.
 */
import { parse as parseWithPositions, type ParseError } from 'jsonc-parser';
import { z } from 'zod';
import type { Json } from './draft.ts';
import { SCHEMA_VERSION, designSchema, type Design } from './schema.ts';

export interface MigrationStep {
  /** Brings a document of version `from` to `from + 1`. */
  readonly from: number;
  readonly name: string;
  readonly up: (json: Record<string, Json>) => Record<string, Json>;
}

export const MIGRATIONS: readonly MigrationStep[] = [
  // Version 2 only adds: kinds of nodes, optional parts of those there were, decision tables. Nothing saved changes.
  { from: 1, name: 'every-node-kind', up: (json) => json },
];

export interface DocumentProblem {
  readonly code: 'invalidJson' | 'newerSchema' | 'unknownSchema' | 'invalidDesign';
  /** Path from the root, or line and column of the JSON text. */
  readonly where: string;
  readonly params: Readonly<Record<string, string | number>>;
}
export type Parsed =
  | { readonly ok: true; readonly design: Design; readonly from: number }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** Largest accepted text of a document, in characters. */
export const MAX_TEXT = 20_000_000;

/** Reads a saved document strictly: JSON, version, schema. Every refusal says where and what. */
export function parseDesign(text: string): Parsed {
  if (text.length > MAX_TEXT) return refuse('invalidJson', '', { reason: 'tooLarge' });
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    return refuse('invalidJson', position(text), {});
  }
  return migrateDesign(json);
}

export function migrateDesign(json: Json): Parsed {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return refuse('invalidDesign', '', {});
  const version = json['schemaVersion'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refuse('unknownSchema', 'schemaVersion', { known: SCHEMA_VERSION });
  }
  if (version > SCHEMA_VERSION) return refuse('newerSchema', 'schemaVersion', { version, known: SCHEMA_VERSION });
  const result = savedDesignSchema.safeParse(json);
  if (result.success) return { ok: true, design: result.data, from: version };
  return {
    ok: false,
    problems: result.error.issues.slice(0, 50).map((issue) => ({
      code: 'invalidDesign',
      where: issue.path.map(String).join('.'),
      params: { message: issue.message },
    })),
  };
}

/** A document of a known older version as one of today's; anything else as it is. */
export function broughtUp(json: Json): Json {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  const version = json['schemaVersion'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version >= SCHEMA_VERSION)
    return json;
  return applySteps(MIGRATIONS, json, version, SCHEMA_VERSION);
}

/** A Design as it was saved, in whatever known version. */
export const savedDesignSchema = z.preprocess((json) => broughtUp(json as Json), designSchema);

/** Runs the steps from one version to another. A missing step is a bug and throws. */
export function applySteps(
  steps: readonly MigrationStep[],
  json: Record<string, Json>,
  from: number,
  to: number,
): Record<string, Json> {
  let current = json;
  for (let version = from; version < to; version++) {
    const step = steps.find((candidate) => candidate.from === version);
    if (!step) throw new Error(`Expected a migration from schema version ${version}, but found none`);
    current = { ...step.up(current), schemaVersion: version + 1 };
  }
  return current;
}

function refuse(code: DocumentProblem['code'], where: string, params: DocumentProblem['params']): Parsed {
  return { ok: false, problems: [{ code, where, params }] };
}

/** Line and column of the first syntax error. */
function position(text: string): string {
  const errors: ParseError[] = [];
  parseWithPositions(text, errors, { disallowComments: true, allowTrailingComma: false });
  const before = text.slice(0, errors[0]?.offset ?? 0).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
