/** A change between two versions, with the roles that it concerns. */
import type { Design, Duration, FlowNode } from '../../document/index.ts';
import { isWork } from '../graph.ts';
import type { Sentence } from '../types.ts';

export interface Change extends Sentence {
  /** Lane ids, and `<node>/<element>` of a dispatch; null: the scenario as a whole. */
  readonly roles: readonly string[] | null;
}

export interface Versions {
  readonly before: Design;
  readonly after: Design;
}

export function change(code: string, params: Change['params'], roles: Change['roles'] = null): Change {
  return { code, params, roles };
}

/** Who works at a step: its lane, and every body of a dispatch. */
export function rolesOf(node: FlowNode): string[] {
  const lane = node.lane === undefined ? [] : [node.lane];
  if (node.kind !== 'dispatch') return lane;
  return [...lane, ...Object.keys(node.bodies).map((body) => `${node.id}/${body}`)];
}

/** Name of the office at a step; the step's own name when it has none. */
export function officeOf(design: Design, node: FlowNode): string {
  return (node.kind === 'dispatch' ? undefined : design.flow.lanes[node.lane ?? '']?.name) ?? node.name;
}

/** Several names in one parameter; words/ puts the language's comma between them. */
export const listed = (names: readonly string[]): string => names.join('、');

/** Elements that came, went, or are in both. */
export function compared<T extends object>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
): { readonly added: T[]; readonly removed: T[]; readonly both: [T, T][] } {
  const both: [T, T][] = [];
  for (const [id, element] of Object.entries(after)) {
    const old = before[id];
    if (old) both.push([old, element]);
  }
  return {
    added: Object.entries(after).flatMap(([id, element]) => (before[id] ? [] : [element])),
    removed: Object.entries(before).flatMap(([id, element]) => (after[id] ? [] : [element])),
    both,
  };
}

/** Deadlines as parameters: amount and unit on each side, so that words can say them in each language. */
export function durations(before: Duration | undefined, after: Duration | undefined): Change['params'] {
  return {
    ...(before ? { before: before.amount, beforeUnit: before.unit } : {}),
    ...(after ? { after: after.amount, afterUnit: after.unit } : {}),
  };
}

export const workNodes = (design: Design): FlowNode[] => Object.values(design.flow.nodes).filter(isWork);
