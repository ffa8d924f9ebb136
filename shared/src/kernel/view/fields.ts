/**
 * Fields as a viewer may see them. A field is shown when a place of work of the viewer's gives access to it and no
 * rule hides it; an answer under `own` access is shown to its element, and to places that read all of them.
 */
import { readsOf } from '../../expressions/index.ts';
import type { Access, Condition } from '../../document/index.ts';
import type { RuntimeField } from '../../definition/types.ts';
import { openCorrections } from '../activities.ts';
import { readerOf, type Reader } from '../conditions.ts';
import { keyAt, requires, shows } from '../data.ts';
import { accessAt, isWork, writes, type ExecutableIndex } from '../index-of.ts';
import { deferredFields } from '../materials.ts';
import type { Asking } from '../powers.ts';
import type { CaseState, Value } from '../types.ts';
import { isEmpty, isMasked, maskValue } from '../values.ts';
import type { FieldView, RuntimeFieldView, SectionView, ViewFacts } from '../view-types.ts';
import type { Place, Relation } from './relation.ts';

export interface FieldScope {
  readonly index: ExecutableIndex;
  readonly state: CaseState;
  readonly relation: Relation;
  /** The viewer as one who asks what would be accepted. */
  readonly asking: Asking;
  readonly registersDown: readonly string[];
  /** Remarks of open corrections that this viewer may read, by field id. */
  readonly remarks: ReadonlyMap<string, string>;
  readonly mask: boolean;
  /** Fields that wait for a promised material: nobody has to fill them yet. */
  readonly deferred: ReadonlySet<string>;
}

export function fieldScope(
  index: ExecutableIndex,
  state: CaseState,
  relation: Relation,
  { now, calendar, registersDown = [] }: ViewFacts,
): FieldScope {
  const remarks = new Map<string, string>();
  for (const { remarks: said } of readableCorrections(state, relation)) {
    for (const [field, text] of Object.entries(said.fields)) remarks.set(field, text);
    for (const { id, field } of index.executable.materials) {
      const text = said.materials[id];
      if (field !== null && text !== undefined && !remarks.has(field)) remarks.set(field, text);
    }
  }
  const mask = !relation.applicant && relation.open.length === 0;
  const asking = { index, state, who: relation.who, now, calendar };
  const deferred = deferredFields(index.executable.materials, state);
  return { index, state, relation, asking, registersDown, remarks, mask, deferred };
}

/** Open corrections whose remarks the viewer reads: the applicant's, and the asking office's own. */
export function readableCorrections(state: CaseState, relation: Relation): CaseState['corrections'] {
  return openCorrections(state).filter(
    (one) => relation.applicant || relation.own.some((activity) => activity.id === one.activity),
  );
}

/** Places whose access the viewer has, the applicant's form among them. */
function placesOf({ index, relation }: FieldScope): Place[] {
  const start: Place[] = relation.applicant ? [{ node: index.start.id, element: null }] : [];
  return [...start, ...relation.places];
}

/** The form as the viewer reads it: the union over the viewer's places, read only. */
export function readSections(scope: FieldScope): SectionView[] {
  const places = placesOf(scope);
  const seen = seenFields(scope, places);
  return sectionsOf(scope.index, (field) => {
    const keys = new Map<string, FieldView>();
    for (const place of places) {
      for (const view of viewsAt(scope, field, place, seen)) {
        if (!keys.has(view.key)) keys.set(view.key, { ...view, access: 'read', required: false });
      }
    }
    return [...keys.values()];
  });
}

/** The form at one place of work, with what can be written there. */
export function workSections(scope: FieldScope, place: Place): SectionView[] {
  const seen = seenFields(scope, [place]);
  return sectionsOf(scope.index, (field) => viewsAt(scope, field, place, seen));
}

/** What an answer to a correction may change: the applicant's form, and the remarked fields. */
export function correctionSections(scope: FieldScope, remarked: ReadonlySet<string>): SectionView[] {
  const place: Place = { node: scope.index.start.id, element: null };
  const seen = seenFields(scope, [place]);
  return sectionsOf(scope.index, (field) =>
    viewsAt(scope, field, place, seen).map((view) =>
      view.access === 'read' && remarked.has(field.id) && field.source.type === 'manual' && field.kind !== 'note'
        ? { ...view, access: 'write' as const }
        : view,
    ),
  );
}

function sectionsOf(index: ExecutableIndex, views: (field: RuntimeField) => readonly FieldView[]): SectionView[] {
  const bySection = new Map<string, FieldView[]>();
  for (const field of index.executable.fields) {
    const found = views(field);
    if (found.length === 0) continue;
    const list = bySection.get(field.section);
    if (list) list.push(...found);
    else bySection.set(field.section, [...found]);
  }
  const known = index.executable.sections.flatMap((section) => {
    const fields = bySection.get(section.id);
    bySection.delete(section.id);
    return fields ? [{ id: section.id, name: section.name, help: section.help, fields }] : [];
  });
  const rest = [...bySection.values()].flat();
  return rest.length > 0 ? [...known, { id: '', name: '', help: null, fields: rest }] : known;
}

function accessFor(field: RuntimeField, { node, element, fields }: Place): Access {
  return fields && !fields.includes(field.id) ? 'hidden' : accessAt(field, node, element);
}

/** Ids of the fields that any of the places sees; rules over others stay on the server. */
function seenFields({ index }: FieldScope, places: readonly Place[]): Set<string> {
  const seen = new Set<string>();
  for (const field of index.executable.fields) {
    if (places.some((place) => accessFor(field, place) !== 'hidden')) seen.add(field.id);
  }
  return seen;
}

function viewsAt(scope: FieldScope, field: RuntimeField, place: Place, seen: ReadonlySet<string>): FieldView[] {
  const access = accessFor(field, place);
  if (access === 'hidden') return [];
  const { index, state } = scope;
  if (access === 'read') {
    const answers = ownAnswers(scope, field);
    if (answers.length > 0) return answers.flatMap((answer) => viewOf(scope, { field, seen, ...answer }));
  }
  const reader = readerOf({ index, state, data: state.data, node: place.node, element: place.element });
  if (!shows(field, reader)) return [];
  const key = keyAt(field, place.node, place.element);
  const shown = accessShown(scope, field, key, access);
  const due = shown !== 'read' && !scope.deferred.has(field.id);
  const required = due && requires(field, access === 'required', reader);
  return viewOf(scope, { field, seen, key, reader, access: shown, required });
}

/** Shared values are written by nobody while their register answers; notes and computed values never. */
function accessShown(scope: FieldScope, field: RuntimeField, key: string, access: Access): FieldView['access'] {
  if (access === 'hidden' || field.kind === 'note' || field.source.type === 'computed') return 'read';
  if (field.source.type !== 'shared') return access;
  const open =
    scope.state.data[key]?.origin.type === 'manualUnverified' || scope.registersDown.includes(field.source.register);
  if (!open) return 'read';
  return writes(access) ? access : 'write';
}

interface Shown {
  readonly field: RuntimeField;
  readonly key: string;
  readonly reader: Reader;
  readonly access: FieldView['access'];
  readonly required: boolean;
  readonly seen: ReadonlySet<string>;
  readonly element?: { readonly id: string; readonly name: string };
}

/** The answers of all elements, for a place that reads a field which others fill in for themselves. */
function ownAnswers(scope: FieldScope, field: RuntimeField): Omit<Shown, 'field' | 'seen'>[] {
  const { index, state } = scope;
  return Object.values(index.executable.prims).flatMap((prim) => {
    if (!isWork(prim) || prim.type !== 'many') return [];
    return [...prim.elements, ...addedTo(state, prim.id)].flatMap((element) => {
      const key = `${field.id}@${element.id}`;
      if (accessAt(field, prim.id, element.id) !== 'own' || state.data[key] === undefined) return [];
      const reader = readerOf({ index, state, data: state.data, node: prim.id, element: element.id });
      const { id, name } = element;
      return [{ key, reader, access: 'read' as const, required: false, element: { id, name } }];
    });
  });
}

/** Signers who joined a joint signature have answers of their own like those that were drawn. */
function addedTo(state: CaseState, node: string): { readonly id: string; readonly name: string }[] {
  return Object.values(state.activities).flatMap(({ node: at, signer, element, name, parent }) => {
    const joined = at === node && signer && parent !== null && !state.activities[parent]?.shared;
    return joined && element !== null ? [{ id: element, name }] : [];
  });
}

function viewOf(scope: FieldScope, shown: Shown): FieldView[] {
  const { field, key, reader } = shown;
  if (!shows(field, reader)) return [];
  const stored = scope.state.data[key];
  const computed = field.source.type === 'computed';
  const value = computed ? reader.field(field.id) : stored?.value;
  const masked = scope.mask && isMasked(field.kind) && !isEmpty(value);
  return [
    {
      field: publicField(field, shown.seen),
      key,
      access: shown.access,
      required: shown.required,
      value: masked ? maskValue(field, value as Value) : value,
      origin: computed ? { type: 'computed' } : (stored?.origin ?? null),
      masked,
      remark: scope.remarks.get(field.id) ?? null,
      disputed: scope.state.disputes.filter((one) => one.field === field.id).at(-1)?.comment ?? null,
      ...(shown.element ? { element: shown.element } : {}),
    },
  ];
}

/** Without access, and without rules that read what the viewer does not see. */
function publicField(field: RuntimeField, seen: ReadonlySet<string>): RuntimeFieldView {
  const keep = (rule: Condition | null): Condition | null => {
    if (!rule) return null;
    const reads = readsOf(rule);
    return reads.decisions.length === 0 && reads.fields.every((id) => seen.has(id)) ? rule : null;
  };
  const rules = { visible: keep(field.visible), requiredWhen: keep(field.requiredWhen), valid: keep(field.valid) };
  const shown: RuntimeFieldView & { access?: RuntimeField['access'] } = { ...field, ...rules };
  delete shown.access;
  return shown;
}
