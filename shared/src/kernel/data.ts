/**
 * What a person may write at one place of work, and whether it is complete. Rules run over the data as it would be
 * after the patch; what a rule hides is neither kept nor required. Origins that a person sends are never believed:
 * only `start`, whose patch the server made, carries shared origins.
 */
import type { RuntimeField } from '../definition/types.ts';
import type { Access } from '../document/index.ts';
import { holds, readerOf, type Reader } from './conditions.ts';
import { accessAt, fieldsAt, isWork, writes, type ExecutableIndex } from './index-of.ts';
import { deferredFields } from './materials.ts';
import type { CaseState, DataValue, Origin, Patch, Problem, Rejection, RejectionCode, Value } from './types.ts';
import { isEmpty, sameValue, takeValue } from './values.ts';

export interface WriteInput {
  readonly index: ExecutableIndex;
  readonly state: Pick<CaseState, 'data' | 'activities' | 'materials'>;
  readonly node: string;
  readonly element: string | null;
  readonly patch: Patch;
  /** True for `start`: the server filled in the patch and its origins. */
  readonly trusted: boolean;
  readonly registersDown: readonly string[];
  /** Fields that may be written besides those of the node (a correction's). */
  readonly also?: ReadonlySet<string> | undefined;
  /** Submitting the applicant's form: `valid` rules hold for everything seen, not only for what is written here. */
  readonly whole: boolean;
  readonly at: number;
  readonly by: string;
  /** The decision given together with the patch. */
  readonly giving?: string | undefined;
}

export type Written =
  | { readonly ok: true; readonly values: Readonly<Record<string, DataValue>> }
  | { readonly ok: false; readonly rejection: Rejection };

/** The data key of a field at a place: its id, or `<field>@<element>` for an answer of one's own. */
export function keyAt(field: RuntimeField, node: string, element: string | null): string {
  return element !== null && accessAt(field, node, element) === 'own' ? `${field.id}@${element}` : field.id;
}

const RANK: readonly RejectionCode[] = ['fieldUnknown', 'fieldNotWritable', 'fieldInvalid', 'fieldRequired'];

/** Problems in the order of the codes in RANK; the first kind names the rejection. */
class Problems {
  private readonly found = new Map<RejectionCode, Problem[]>();

  add(code: RejectionCode, ...problems: readonly Problem[]): void {
    if (problems.length > 0) this.found.set(code, [...(this.found.get(code) ?? []), ...problems]);
  }

  get rejection(): Rejection | null {
    const code = RANK.find((one) => this.found.has(one));
    return code ? { code, problems: RANK.flatMap((one) => this.found.get(one) ?? []) } : null;
  }
}

export function write(input: WriteInput): Written {
  const problems = new Problems();
  const taken = takePatch(input, problems);
  const merged = Object.keys(taken).length === 0 ? input.state.data : { ...input.state.data, ...taken };
  const { index, state, node, element, giving } = input;
  const reader = readerOf({ index, state, data: merged, node, element, giving });
  const values = keepVisible(input, taken, reader);
  checkRules(input, merged, reader, problems);
  const { rejection } = problems;
  return rejection ? { ok: false, rejection } : { ok: true, values: changed(input, values) };
}

interface Taken {
  readonly field: RuntimeField;
  readonly value: Value;
  readonly origin: Origin;
}

function takePatch(input: WriteInput, problems: Problems): Record<string, Taken> {
  const taken: Record<string, Taken> = {};
  for (const key of Object.keys(input.patch)) {
    const sent = input.patch[key];
    const field = fieldOfKey(input, key);
    if (!sent || !field) {
      problems.add('fieldUnknown', { field: key, code: 'fieldUnknown' });
      continue;
    }
    const origin = originFor(input, field, key, sent.origin);
    if (!origin) {
      problems.add('fieldNotWritable', { field: key, code: 'fieldNotWritable' });
      continue;
    }
    const checked = takeValue(field, key, sent.value);
    problems.add('fieldInvalid', ...checked.problems);
    taken[key] = { field, value: checked.value, origin };
  }
  return taken;
}

/**
 * Values of a form that is put by: each key must mean a field that can be filled in here, the values may be anything.
 */
export function draftedValues(
  index: ExecutableIndex,
  { node, element }: { readonly node: string; readonly element: string | null },
  patch: Patch,
):
  | { readonly ok: true; readonly values: Readonly<Record<string, Value>> }
  | { readonly ok: false; readonly rejection: Rejection } {
  const problems = new Problems();
  const values: Record<string, Value> = {};
  for (const [key, { value }] of Object.entries(patch)) {
    const field = fieldOfKey({ index, node, element }, key);
    if (!field) problems.add('fieldUnknown', { field: key, code: 'fieldUnknown' });
    else if (!isFillable(field, accessAt(field, node, element))) {
      problems.add('fieldNotWritable', { field: key, code: 'fieldNotWritable' });
    } else values[key] = value;
  }
  const { rejection } = problems;
  return rejection ? { ok: false, rejection } : { ok: true, values };
}

/** By those who can write it, or by anyone who sees it while its register cannot be reached. */
function isFillable(field: RuntimeField, access: Access): boolean {
  if (field.kind === 'note' || field.source.type === 'computed') return false;
  return field.source.type === 'shared' ? access !== 'hidden' : writes(access);
}

/** The field that a patch key means here; another element's answer is nobody's key. */
function fieldOfKey(
  { index, node, element }: Pick<WriteInput, 'index' | 'node' | 'element'>,
  key: string,
): RuntimeField | null {
  const plain = index.fields.get(key);
  if (plain) return keyAt(plain, node, element) === key ? plain : null;
  const cut = key.lastIndexOf('@');
  const field = cut > 0 ? index.fields.get(key.slice(0, cut)) : undefined;
  return field && keyAt(field, node, element) === key ? field : null;
}

/** Where the value will say it comes from; null when it may not be written here. */
function originFor(input: WriteInput, field: RuntimeField, key: string, sent: Origin): Origin | null {
  if (field.kind === 'note' || field.source.type === 'computed') return null;
  const fromServer = sent.type === 'shared' || sent.type === 'manualUnverified';
  if (input.trusted && fromServer) return sent;
  const writable = fieldsAt(input.index, input.node, input.element).writable.includes(field);
  if (field.source.type === 'shared') {
    const { register } = field.source;
    const current = input.state.data[key]?.origin.type;
    const open = current === 'manualUnverified' || input.registersDown.includes(register);
    const seen = writable || input.also?.has(field.id) || accessAt(field, input.node, input.element) !== 'hidden';
    return open && seen ? { type: 'manualUnverified', register } : null;
  }
  return writable || input.also?.has(field.id) ? { type: 'manual' } : null;
}

function keepVisible({ patch }: WriteInput, taken: Record<string, Taken>, reader: Reader): Record<string, Taken> {
  const kept: Record<string, Taken> = {};
  for (const key of Object.keys(patch)) {
    const one = taken[key];
    if (one && (!one.field.visible || holds(one.field.visible, reader))) kept[key] = one;
  }
  return kept;
}

function checkRules(
  input: WriteInput,
  merged: Readonly<Record<string, { readonly value: Value }>>,
  reader: Reader,
  problems: Problems,
): void {
  const place = fieldsAt(input.index, input.node, input.element);
  const deferred = deferredFields(input.index.executable.materials, input.state);
  for (const field of place.writable) {
    if (deferred.has(field.id)) continue;
    if (field.source.type === 'shared' && !input.registersDown.includes(field.source.register)) continue;
    if (!requires(field, place.access.get(field.id) === 'required', reader)) continue;
    const key = keyAt(field, input.node, input.element);
    if (isEmpty(merged[key]?.value)) problems.add('fieldRequired', { field: key, code: 'fieldRequired' });
  }
  for (const field of input.whole ? place.seen : place.writable) {
    if (!field.valid || !shows(field, reader)) continue;
    const key = keyAt(field, input.node, input.element);
    if (isEmpty(reader.field(field.id))) continue;
    if (!holds(field.valid, reader)) {
      const message = field.message ?? '';
      problems.add('fieldInvalid', { field: key, code: 'rule', params: { message } });
    }
  }
}

export function shows(field: RuntimeField, reader: Reader): boolean {
  return !field.visible || holds(field.visible, reader);
}

/** Must this field be filled where it can be written? `always` is the access `required`. */
export function requires(field: RuntimeField, always: boolean, reader: Reader): boolean {
  const wanted = always || field.required || (field.requiredWhen !== null && holds(field.requiredWhen, reader));
  return wanted && shows(field, reader);
}

function changed(input: WriteInput, values: Record<string, Taken>): Record<string, DataValue> {
  const written: Record<string, DataValue> = {};
  for (const [key, { value, origin }] of Object.entries(values)) {
    const before = input.state.data[key];
    if (before && sameValue(before.value, value) && before.origin.type === origin.type) continue;
    if (!before && value === null) continue;
    written[key] = { value, origin, at: input.at, by: input.by, version: (before?.version ?? 0) + 1 };
  }
  return written;
}

/**
 * Versions of what a place of work can read, by data key; what was never filled is left out (version 0).
 * Left out too are answers of one's own, and fields that only offices after this one write: they follow from its
 * opinion and cannot be a reason to ask for it again.
 */
export function versionsRead(
  index: ExecutableIndex,
  state: Pick<CaseState, 'data'>,
  place: { readonly node: string; readonly element: string | null },
): Record<string, number> {
  const versions: Record<string, number> = {};
  for (const field of relevantTo(index, place.node, place.element)) {
    const version = state.data[field.id]?.version;
    if (version !== undefined) versions[field.id] = version;
  }
  return versions;
}

export function relevantTo(index: ExecutableIndex, node: string, element: string | null): RuntimeField[] {
  return fieldsAt(index, node, element).seen.filter(
    (field) =>
      field.kind !== 'note' &&
      keyAt(field, node, element) === field.id &&
      (field.source.type !== 'manual' || !writtenOnlyAfter(index, field, node)),
  );
}

function writtenOnlyAfter(index: ExecutableIndex, field: RuntimeField, node: string): boolean {
  const writers = index.writers.get(field.id) ?? [];
  const follows = (writer: string): boolean => index.executable.returnTargets[writer]?.includes(node) ?? false;
  return writers.length > 0 && writers.every((writer) => follows(writer) && !isApplicantsStep(index, writer));
}

/** What the applicant revises is a new submission, wherever in the flow it happens. */
function isApplicantsStep(index: ExecutableIndex, node: string): boolean {
  const prim = index.executable.prims[node];
  const lane = isWork(prim) ? prim.work.lane : null;
  return lane !== null && index.lanes.get(lane)?.party.kind === 'applicant';
}
