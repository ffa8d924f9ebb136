/**
 * Tables of app.db: everything but the journal. Portable types only: text ids, integer epoch milliseconds, JSON as text,
 * booleans as 0/1. A change here needs a new migration; released migrations are never edited.
 */
import type { Generated } from 'kysely';

/** Epoch milliseconds. */
type Instant = number;
/** JSON text. */
type Json = string;
type Flag = 0 | 1;

export interface AppTables {
  setting: { key: string; value: Json };
  region: { id: string; name: string; parent: string | null };
  department_type: { id: string; name: string };
  department: { id: string; name: string; type: string; region: string; parent: string | null };
  post: { id: string; name: string };
  /** `region` of those without a department. */
  person: { id: string; name: string; department: string | null; region: string | null };
  person_post: { person: string; post: string };
  person_role: { person: string; role: string };
  account: { account: string; person: string; hash: string; demo: Flag };
  card: { id: string; position: number; person: string; title: string; audience: string; line: string };
  /** `id` is the SHA-256 of the token. */
  session: { id: string; person: string; created_at: Instant; expires_at: Instant };
  item: { id: string; version: number; name: string; code: string; department: string; published: Flag };
  element: { id: string; position: number; json: Json };
  design: {
    id: string;
    code: string;
    title: string;
    module: string;
    generation: number;
    /** Merged Yjs state up to the oldest row of design_update. */
    snapshot: Uint8Array;
    created_at: Instant;
    updated_at: Instant;
    updated_by: string;
    updated_by_name: string;
  };
  design_update: { seq: Generated<number>; design: string; data: Uint8Array; at: Instant; person: string };
  release: {
    id: string;
    design: string;
    code: string;
    title: string;
    module: string;
    version: number;
    identity: string;
    published_at: Instant;
    published_by: string;
    published_by_name: string;
    note: string;
    /** The Design as published. */
    design_json: Json;
    definition_json: Json;
    /** What changes against the version before, as sentences. */
    sentences: Json;
    /** Working days along the critical path. */
    critical_days: number;
  };
  release_department: {
    release: string;
    department: string;
    /** The release in force for a department is the one of its code with the greatest of these. */
    effective_at: Instant;
    answer: string | null;
    comment: string;
    answered_by_name: string | null;
    answered_at: Instant | null;
  };
  application: {
    id: string;
    person: string;
    department: string | null;
    release: string;
    subject_key: string | null;
    /** Data key → { value, origin }. */
    data: Json;
    /** Registers that did not answer. */
    down: Json;
    saved_at: Instant;
    /** Set once by submit, before the case is started, so that a repeated submit starts the same case. */
    case_id: string | null;
    number: string | null;
    submitted_at: Instant | null;
  };
  case_number: { code: string; day: string; last: number };
  file: {
    id: string;
    /** application or case. */
    scope: string;
    scope_id: string;
    field: string;
    name: string;
    extension: string;
    bytes: number;
    digest: string;
    person: string;
    at: Instant;
  };
  phrase: { person: string; text: string; at: Instant };
  /** Years imported; `days` as in the notice. */
  calendar_year: { year: number; papers: Json; days: Json; at: Instant; person_name: string };
  /** What a region does differently; '' is the whole installation. */
  calendar_region: { region: string; office: Json; days: Json };
  calendar_change: {
    id: Generated<number>;
    kind: 'year' | 'removeYear' | 'region';
    year: number | null;
    region: string | null;
    region_name: string | null;
    at: Instant;
    person: string;
    person_name: string;
    /** Version of the calendars after it. */
    version: string;
    days_changed: number;
    cases_moved: number;
    steps_moved: number;
    papers: Json;
  };
  register_switch: { register: string; up: Flag };
}
