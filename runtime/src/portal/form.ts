/**
 * The applicant's form before there is a case: which fields stand open, what registers filled, what was typed. Pure.
 * A field of shared data can be typed only where its register could not answer for this subject.
 */
import type { Executable, RuntimeField } from '@tongban/shared/definition';
import type { Access } from '@tongban/shared/document';
import { computedValue, evaluateCondition, readsOf, type ExpressionContext } from '@tongban/shared/expressions';
import { checkValue, normaliseValue } from '@tongban/shared/fields';
import type { FieldView, Origin, Patch, Problem, SectionView, Value } from '@tongban/shared/kernel';
import type { Lookup } from '../sharing/types.ts';

/** What is known so far, by field id. */
export type FormData = Readonly<Record<string, { readonly value: Value; readonly origin: Origin }>>;

export interface FormState {
  readonly data: FormData;
  /** Fields of shared data that stand open for typing. */
  readonly open: readonly string[];
}

/** Problems that keep a value from being stored at all; others may stand until the form is submitted. */
const HARD: ReadonlySet<string> = new Set([
  'wrongKind',
  'noValue',
  'tooLong',
  'unknownOption',
  'repeatedOption',
  'tooManyFiles',
  'fileType',
  'fileTooLarge',
]);

const startAccess = (executable: Executable, field: RuntimeField): Access => field.access[executable.start] ?? 'hidden';

const writes = (access: Access): boolean => access === 'write' || access === 'required';

/** How the applicant stands to a field: hidden, read, or to be written. */
export function accessOf(executable: Executable, field: RuntimeField, state: FormState): Access {
  const access = startAccess(executable, field);
  if (access === 'hidden' || field.kind === 'note' || field.source.type === 'computed') {
    return access === 'hidden' ? 'hidden' : 'read';
  }
  if (field.source.type === 'shared') {
    if (!state.open.includes(field.id)) return 'read';
    return access === 'required' ? 'required' : 'write';
  }
  return writes(access) ? access : 'read';
}

function contextOf(executable: Executable, data: FormData): ExpressionContext {
  const fields = new Map(executable.fields.map((field) => [field.id, field]));
  const computing = new Set<string>();
  const context: ExpressionContext = {
    field(id) {
      const field = fields.get(id);
      if (field?.source.type !== 'computed') return data[id]?.value;
      if (computing.has(id)) return undefined;
      computing.add(id);
      const value = computedValue(field.source.feel, context);
      computing.delete(id);
      return value;
    },
    decision: () => undefined,
  };
  return context;
}

/** The form as the applicant sees it. Rules over fields the applicant may not see stay on the server. */
export function sectionsOf(executable: Executable, state: FormState): readonly SectionView[] {
  const context = contextOf(executable, state.data);
  const shown = executable.fields.filter((field) => startAccess(executable, field) !== 'hidden');
  const visible = new Set(shown.map((field) => field.id));
  const ownRule = <T extends RuntimeField['visible']>(rule: T): T | null =>
    rule !== null && readsOf(rule).fields.every((id) => visible.has(id)) ? rule : null;

  const viewOf = (field: RuntimeField): FieldView | null => {
    const access = accessOf(executable, field, state);
    if (access === 'hidden') return null;
    // The form evaluates the rules it is given while one types; the others are decided here.
    if (field.visible && !ownRule(field.visible) && !evaluateCondition(field.visible, context)) return null;
    const { access: _all, ...rest } = field;
    void _all;
    const stored = state.data[field.id];
    const computed = field.source.type === 'computed';
    return {
      field: {
        ...rest,
        visible: ownRule(field.visible),
        requiredWhen: ownRule(field.requiredWhen),
        valid: ownRule(field.valid),
      },
      key: field.id,
      access,
      required: access === 'required' || (writes(access) && field.required),
      value: computed ? context.field(field.id) : stored?.value,
      origin: computed ? { type: 'computed' } : (stored?.origin ?? null),
      masked: false,
      remark: null,
      disputed: null,
    };
  };
  return executable.sections
    .map((section) => ({
      ...section,
      fields: shown
        .filter((field) => field.section === section.id)
        .map(viewOf)
        .filter((field) => field !== null),
    }))
    .filter((section) => section.fields.length > 0);
}

/** What registers answered put in its fields; where one could not answer, the field stands open. */
export function fillShared(
  executable: Executable,
  before: FormData,
  lookups: readonly Lookup[],
  subject: { readonly keyField: string | null; readonly key: string },
): FormState & { readonly problems: readonly Problem[]; readonly down: readonly string[] } {
  const data: Record<string, { value: Value; origin: Origin }> = {};
  for (const [id, entry] of Object.entries(before)) if (entry.origin.type === 'manual') data[id] = entry;
  const answers = new Map(lookups.map((lookup) => [lookup.register, lookup]));
  const open: string[] = [];
  const problems: Problem[] = [];
  for (const field of executable.fields) {
    if (field.source.type !== 'shared') continue;
    const answer = answers.get(field.source.register);
    const value = answer?.state === 'found' ? answer.values[field.source.attribute] : undefined;
    if (answer && value !== undefined && checkValue(field, value).length === 0) {
      const origin: Origin = { type: 'shared', register: answer.register, registerName: answer.name, at: answer.at };
      data[field.id] = { value: normaliseValue(field, value), origin };
    } else {
      open.push(field.id);
      if (field.id === subject.keyField) {
        data[field.id] = {
          value: subject.key,
          origin: { type: 'manualUnverified', register: field.source.register },
        };
      }
    }
  }
  const keyField = executable.fields.find((field) => field.id === subject.keyField);
  if (keyField?.source.type === 'manual') data[keyField.id] = { value: subject.key, origin: { type: 'manual' } };
  for (const lookup of lookups) {
    if (lookup.state === 'unknown') {
      problems.push({ field: subject.keyField ?? '', code: 'subjectUnknown', params: { register: lookup.name } });
    }
  }
  const down = lookups.filter((lookup) => lookup.state === 'down').map((lookup) => lookup.register);
  return { data, open, problems, down };
}

/** Takes typed values in. What is of the wrong kind, too long or not to be written here is left out and said. */
export function takeTyped(
  executable: Executable,
  state: FormState,
  values: Readonly<Record<string, Value>>,
): { readonly data: FormData; readonly problems: readonly Problem[] } {
  const fields = new Map(executable.fields.map((field) => [field.id, field]));
  const data: Record<string, { value: Value; origin: Origin }> = { ...state.data };
  const problems: Problem[] = [];
  for (const [key, value] of Object.entries(values)) {
    const field = fields.get(key);
    if (!field) {
      problems.push({ field: key, code: 'fieldUnknown' });
      continue;
    }
    if (!writes(accessOf(executable, field, state))) {
      problems.push({ field: key, code: 'fieldNotWritable' });
      continue;
    }
    const found = checkValue(field, value);
    problems.push(...found.map((problem) => ({ field: key, ...problem })));
    if (found.some((problem) => HARD.has(problem.code))) continue;
    data[key] = {
      value: found.length === 0 && value !== null ? normaliseValue(field, value) : value,
      origin:
        field.source.type === 'shared'
          ? { type: 'manualUnverified', register: field.source.register }
          : { type: 'manual' },
    };
  }
  return { data, problems };
}

/** The start command's patch: what stands in fields that the applicant may see. */
export function patchOf(executable: Executable, data: FormData): Patch {
  const patch: Record<string, Patch[string]> = {};
  for (const field of executable.fields) {
    const entry = data[field.id];
    if (entry && field.source.type !== 'computed' && entry.value !== null) patch[field.id] = entry;
  }
  return patch;
}

/** Registers that the form's shared fields come from. */
export const registersOf = (executable: Executable): readonly string[] => [
  ...new Set(executable.fields.flatMap((field) => (field.source.type === 'shared' ? [field.source.register] : []))),
];
