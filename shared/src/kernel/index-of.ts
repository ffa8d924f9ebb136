/**
 * What the kernel looks up about an executable, computed once per executable object and cached by identity.
 * Invariant: an Executable is never changed in place.
 */
import type { Access } from '../document/index.ts';
import type {
  Element,
  Executable,
  JobPrim,
  Outcome,
  Prim,
  RuntimeField,
  Trigger,
  WorkSpec,
} from '../definition/types.ts';
import type { Definition } from '../definition/types.ts';
import type { PrimOf } from './types.ts';
import { netOf, type Net } from './net.ts';
import { structureOf } from './structure.ts';

/** What decide and view run: a sealed definition, or an executable under rehearsal with an identity of its own. */
export type Runnable = Pick<Definition, 'identity' | 'executable'>;

/** A primitive that people work at. */
export type WorkPrim = PrimOf<'activity'> | PrimOf<'many'>;

/** The fields of one place of work: a node, or one element of a dispatch. */
export interface PlaceFields {
  readonly access: ReadonlyMap<string, Access>;
  /** Everything that is not hidden, in display order. */
  readonly seen: readonly RuntimeField[];
  /** What can be written there: write, required or own, and not computed. */
  readonly writable: readonly RuntimeField[];
}

export interface ExecutableIndex {
  readonly executable: Executable;
  readonly net: Net;
  readonly fields: ReadonlyMap<string, RuntimeField>;
  readonly lanes: ReadonlyMap<string, Executable['lanes'][number]>;
  /** Nodes at which a field can be written, by field id. */
  readonly writers: ReadonlyMap<string, readonly string[]>;
  /** Cached per place of work. */
  readonly places: Map<string, PlaceFields>;
  readonly start: PrimOf<'start'>;
  readonly gathers: readonly PrimOf<'gather'>[];
  /** Is there anything to ask for when no token runs? */
  readonly hasConditions: boolean;
  readonly hasHolders: boolean;
}

const indexes = new WeakMap<Executable, ExecutableIndex>();

export function indexOf(executable: Executable): ExecutableIndex {
  let index = indexes.get(executable);
  if (!index) {
    index = build(executable);
    indexes.set(executable, index);
  }
  return index;
}

function build(executable: Executable): ExecutableIndex {
  const start = executable.prims[executable.start];
  if (start?.type !== 'start') throw new Error(`Expected a start at "${executable.start}" but found ${start?.type}`);
  const net = netOf(executable);
  const writers = new Map<string, string[]>();
  for (const field of executable.fields) {
    const nodes = new Set<string>();
    for (const [place, access] of Object.entries(field.access)) {
      if (writes(access)) nodes.add(nodeOfPlace(executable, place));
    }
    writers.set(field.id, [...nodes]);
  }
  return {
    executable,
    net,
    fields: new Map(executable.fields.map((field) => [field.id, field])),
    lanes: new Map(executable.lanes.map((lane) => [lane.id, lane])),
    writers,
    places: new Map(),
    start,
    gathers: Object.values(executable.prims).filter((prim) => prim.type === 'gather'),
    hasConditions: conditionsIn(executable),
    hasHolders: net.structure.scopes.size > 1 || executable.undo !== undefined,
  };
}

function conditionsIn(executable: Executable): boolean {
  const { scopes, boundaries } = structureOf(executable);
  const waits = (list: readonly { readonly on: Trigger }[]): boolean => list.some(({ on }) => on.type === 'condition');
  return (
    [...scopes.values()].some(({ handlers }) => waits(handlers)) ||
    Object.values(executable.prims).some(
      (prim) => waits(boundaries(prim.id)) || (prim.type === 'wait' && waits(prim.arms)),
    )
  );
}

/** What a person is asked for who does a machine's work: its answer, typed in. */
function workByHand(prim: JobPrim): WorkSpec | null {
  const { byHand } = prim.job;
  if (!byHand) return null;
  return {
    lane: byHand.lane,
    post: byHand.post,
    name: prim.name,
    instruction: byHand.instruction,
    deadline: null,
    outcomes: [{ id: 'done', name: byHand.done, tone: 'positive', opinionRequired: false, edge: prim.out }],
    opinionVisibleTo: 'handlers',
    powers: { correct: false, return: false, reject: false },
    timers: [],
  };
}

export function writes(access: Access): boolean {
  return access === 'write' || access === 'required' || access === 'own';
}

/** `<node>/<element>` or a node's own id. */
export function placeKey(node: string, element: string | null): string {
  return element === null ? node : `${node}/${element}`;
}

function nodeOfPlace(executable: Executable, place: string): string {
  if (executable.prims[place]) return place;
  const cut = place.lastIndexOf('/');
  return cut < 0 ? place : place.slice(0, cut);
}

export function accessAt(field: RuntimeField, node: string, element: string | null): Access {
  const own = element === null ? undefined : field.access[placeKey(node, element)];
  return own ?? field.access[node] ?? field.otherwise ?? 'hidden';
}

export function fieldsAt(index: ExecutableIndex, node: string, element: string | null): PlaceFields {
  const key = placeKey(node, element);
  let place = index.places.get(key);
  if (!place) {
    const access = new Map<string, Access>();
    for (const field of index.executable.fields) access.set(field.id, accessAt(field, node, element));
    const seen = index.executable.fields.filter((field) => access.get(field.id) !== 'hidden');
    const writable = seen.filter(
      (field) => field.kind !== 'note' && field.source.type !== 'computed' && writes(access.get(field.id) ?? 'hidden'),
    );
    place = { access, seen, writable };
    index.places.set(key, place);
  }
  return place;
}

export function isWork(prim: Prim | undefined): prim is WorkPrim {
  return prim?.type === 'activity' || prim?.type === 'many';
}

/** Throws when the node is not one that people work at: an activity in state always stands at one. */
export function workOf(index: ExecutableIndex, node: string): WorkSpec {
  const prim = index.executable.prims[node];
  const byHand = prim?.type === 'job' ? workByHand(prim) : null;
  if (byHand) return byHand;
  if (!isWork(prim)) throw new Error(`Expected work at node "${node}" but found ${prim?.type ?? 'nothing'}`);
  return prim.work;
}

export function outcomeOf(work: WorkSpec, id: string): Outcome | undefined {
  return work.outcomes.find((outcome) => outcome.id === id);
}

export function elementOf(index: ExecutableIndex, node: string, element: string | null): Element | undefined {
  const prim = index.executable.prims[node];
  return prim?.type === 'many' ? prim.elements.find((one) => one.id === element) : undefined;
}

/** Lanes of those who are told something, or who do by hand what a machine could not. */
export function otherLanes(prim: Prim): string[] {
  if (prim.type === 'job') return prim.job.byHand ? [prim.job.byHand.lane] : [];
  return prim.type === 'throw' && prim.what.type === 'notify' && prim.what.to.type === 'lane'
    ? [prim.what.to.lane]
    : [];
}
