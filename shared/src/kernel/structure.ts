/**
 * Questions about an executable's structure that kernel and proof ask alike: which scope a node stands in, what is
 * attached to it, who catches what is thrown, and what can still reach an inclusive join. No case data in here.
 */
import type { Boundary, Executable, Handler, Prim, ScopePrim } from '../definition/types.ts';

/** The case's own scope. */
export const CASE_SCOPE = '';

export interface Scope {
  /** A scope's or handler's id; CASE_SCOPE for the case. */
  readonly id: string;
  /** The scope around it; null for the case's own. */
  readonly outer: string | null;
  readonly handlers: readonly Handler[];
  /** Set when this is an event sub-process. */
  readonly handler: Handler | null;
}

export interface Catcher {
  readonly scope: string;
  readonly by:
    | { readonly type: 'handler'; readonly handler: Handler }
    | { readonly type: 'boundary'; readonly node: string; readonly boundary: Boundary };
}

/** Nodes and edges; `drawn`: by sequence flow alone, without the ways of attached events. */
export interface Reach {
  readonly any: ReadonlySet<string>;
  readonly drawn: ReadonlySet<string>;
}

export interface Structure {
  readonly scopes: ReadonlyMap<string, Scope>;
  /** Innermost scope of a primitive, a handler or a boundary's host. */
  scopeOf(node: string): string;
  /** The scope itself and every one inside it, for `inner`; does `outer` hold `inner`? */
  holds(outer: string, inner: string): boolean;
  boundaries(node: string): readonly Boundary[];
  /** The nearest catcher outwards, the exact code before the one that catches all. */
  catcherOf(node: string, type: 'error' | 'escalation', code: string): Catcher | null;
  /** For an inclusive join: by edge into it, the nodes and edges from which a token could still come there. */
  reaches(gather: string): ReadonlyMap<string, Reach>;
}

const structures = new WeakMap<Executable, Structure>();

export function structureOf(executable: Executable): Structure {
  let structure = structures.get(executable);
  if (!structure) {
    structure = build(executable);
    structures.set(executable, structure);
  }
  return structure;
}

/** Format 1 has timers on work only; they read as boundaries. */
export function boundariesOf(prim: Prim | undefined): readonly Boundary[] {
  switch (prim?.type) {
    case 'activity':
    case 'many': {
      const timers = prim.work.timers.map((timer): Boundary => ({
        id: timer.id,
        name: timer.name,
        on: { type: 'timer', when: { from: 'start', after: timer.after } },
        interrupting: timer.interrupting,
        edge: timer.edge,
        effect: null,
      }));
      return prim.work.boundaries ? [...timers, ...prim.work.boundaries] : timers;
    }
    case 'wait':
    case 'job':
    case 'case':
    case 'scope':
      return prim.boundaries;
    default:
      return [];
  }
}

function build(executable: Executable): Structure {
  const scopes = new Map<string, Scope>();
  const within = executable.within ?? {};
  const add = (id: string, handlers: readonly Handler[], handler: Handler | null): void => {
    const outer = id === CASE_SCOPE ? null : (within[id] ?? CASE_SCOPE);
    scopes.set(id, { id, outer, handlers, handler });
    // An event sub-process has none of its own: its `handlers` are those drawn inside it.
    for (const one of handlers) add(one.id, one.handlers ?? [], one);
  };
  add(CASE_SCOPE, executable.handlers ?? [], null);
  const isScope = (prim: Prim): prim is ScopePrim => prim.type === 'scope';
  for (const prim of Object.values(executable.prims).filter(isScope)) add(prim.id, prim.handlers, null);

  const boundaries = new Map<string, readonly Boundary[]>();
  for (const prim of Object.values(executable.prims)) {
    const list = boundariesOf(prim);
    if (list.length > 0) boundaries.set(prim.id, list);
  }
  const scopeOf = (node: string): string => within[node] ?? CASE_SCOPE;
  const boundariesAt = (node: string): readonly Boundary[] => boundaries.get(node) ?? [];

  const catcherOf: Structure['catcherOf'] = (node, type, code) => {
    const matches = (trigger: Handler['on'], exact: boolean): boolean =>
      trigger.type === type && (exact ? trigger.code === code : trigger.code === null);
    const boundaryOn = (at: string, scope: string): Catcher | null => {
      const list = boundariesAt(at);
      const boundary = list.find((one) => matches(one.on, true)) ?? list.find((one) => matches(one.on, false));
      return boundary ? { scope, by: { type: 'boundary', node: at, boundary } } : null;
    };
    // What is thrown by work itself is caught at its own border first.
    const own = boundaryOn(node, scopeOf(node));
    if (own) return own;
    // What an event sub-process throws is not for the other handlers of the scope that it belongs to.
    let beside = false;
    for (let id: string | null = scopeOf(node); id !== null;) {
      const scope: Scope | undefined = scopes.get(id);
      if (!scope) throw new Error(`Expected a scope "${id}" but the executable has none of that id`);
      const among = beside ? [] : scope.handlers;
      const handler = among.find((one) => matches(one.on, true)) ?? among.find((one) => matches(one.on, false));
      if (handler) return { scope: id, by: { type: 'handler', handler } };
      const border = id === CASE_SCOPE || scope.handler ? null : boundaryOn(id, scopeOf(id));
      if (border) return border;
      beside = scope.handler !== null;
      id = scope.outer;
    }
    return null;
  };

  const reached = new Map<string, ReadonlyMap<string, Reach>>();
  return {
    scopes,
    scopeOf,
    holds: (outer, inner) => {
      for (let id: string | null | undefined = inner; id !== null && id !== undefined; id = scopes.get(id)?.outer) {
        if (id === outer) return true;
      }
      return false;
    },
    boundaries: boundariesAt,
    catcherOf,
    reaches: (gather) => {
      let found = reached.get(gather);
      if (!found) {
        found = waysTo(executable, gather);
        reached.set(gather, found);
      }
      return found;
    },
  };
}

/** Backwards from each edge into the join, never through the join itself. */
function waysTo(executable: Executable, gather: string): Map<string, Reach> {
  const prim = executable.prims[gather];
  if (prim?.type !== 'gather') throw new Error(`Expected an inclusive join "${gather}" but found ${prim?.type}`);
  const attached = new Set(
    Object.values(executable.prims).flatMap((one) => boundariesOf(one).flatMap(({ edge }) => edge ?? [])),
  );
  const into = new Map<string, string[]>();
  for (const edge of Object.values(executable.edges)) {
    const list = into.get(edge.to);
    if (list) list.push(edge.id);
    else into.set(edge.to, [edge.id]);
  }
  const back = (first: string, passes: (edge: string) => boolean): ReadonlySet<string> => {
    const seen = new Set<string>();
    const stack = passes(first) ? [first] : [];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      const from = executable.edges[id]?.from;
      if (from === undefined || from === gather || seen.has(from)) continue;
      seen.add(from);
      for (const edge of into.get(from) ?? []) {
        seen.add(edge);
        if (passes(edge)) stack.push(edge);
      }
    }
    return seen;
  };
  return new Map(
    prim.in.map((edge) => [edge, { any: back(edge, () => true), drawn: back(edge, (one) => !attached.has(one)) }]),
  );
}
