/**
 * What can be under way at the same time, read from the drawing: two nodes on different ways of one fork before the
 * join that closes it, on different beginnings of a group, in an attachment's way that does not interrupt and after
 * its host, in a part that an event opens and in what is around it.
 */
import { isAttachment, type FlowNode } from '../document/index.ts';
import { ROOT, isEventGroup, isInside, reachable, staysIn, type FlowGraph } from './graph.ts';
import { splitsOf, standsAside, type Split } from './scopes.ts';

export interface Concurrency {
  sideBySide(a: string, b: string): boolean;
  /**
   * `first` may be over when `later` begins: there is a way, and they do not run side by side; or one of them is in a
   * part that an event opens whenever it happens.
   */
  before(first: string, later: string): boolean;
}

export function concurrencyOf(graph: FlowGraph): Concurrency {
  /** By node, the splits it lies in with the ways that lead to it. */
  const places = new Map<string, Map<string, Set<number>>>();
  for (const { opener, ways: split } of allSplits(graph)) {
    split.forEach((members, way) => {
      for (const id of members) {
        const of = places.get(id) ?? new Map<string, Set<number>>();
        places.set(id, of);
        const set = of.get(opener);
        if (set) set.add(way);
        else of.set(opener, new Set([way]));
      }
    });
  }
  const after = new Map<string, ReadonlySet<string>>();
  const reach = (id: string): ReadonlySet<string> => {
    let found = after.get(id);
    if (!found) {
      found = reachable(graph.successors(id), (at) => graph.successors(at));
      after.set(id, found);
    }
    return found;
  };
  const sideBySide = (a: string, b: string): boolean => {
    for (const [split, branches] of places.get(a) ?? []) {
      if (apart(branches, places.get(b)?.get(split))) return true;
    }
    return false;
  };
  return {
    sideBySide,
    before: (first, later) =>
      first !== later &&
      ((reach(first).has(later) && !sideBySide(first, later)) ||
        openedBeside(graph, first, later) ||
        openedBeside(graph, later, first)),
  };
}

function allSplits(graph: FlowGraph): Split[] {
  const aside = graph.nodes.flatMap((node) => (standsAside(node) ? (besides(graph, node) ?? []) : []));
  return [...splitsOf(graph).values(), ...aside].filter((split) => split.ways.length > 1);
}

/** What runs aside, and what it runs beside. A reverse step is done while its thrower waits: beside nothing. */
function besides(graph: FlowGraph, node: FlowNode): Split | null {
  const group = graph.groupOf(node.id);
  const inside = staysIn(graph, group);
  if (isAttachment(node)) {
    const own = reachable([node.id], (id) => graph.successors(id).filter(inside));
    const host = reachable([node.attachedTo], (id) => graph.ways(id).filter(inside));
    return { opener: `${node.id} aside`, ways: [own, host] };
  }
  if (!isEventGroup(node) || node.event.interrupting) return null;
  const opened = (id: string): boolean => id === node.id || isInside(graph, id, node.id);
  const ids = graph.nodes.map(({ id }) => id);
  return {
    opener: `${node.id} aside`,
    ways: [new Set(ids.filter(opened)), new Set(ids.filter((id) => inside(id) && !opened(id)))],
  };
}

/** Is `a` in a part that an event opens in the scope around it, and `b` in that scope outside the part? */
function openedBeside(graph: FlowGraph, a: string, b: string): boolean {
  for (let group = graph.groupOf(a); group !== ROOT; group = graph.groupOf(group)) {
    if (!isEventGroup(graph.flow.nodes[group])) continue;
    if (isInside(graph, b, graph.groupOf(group)) && !isInside(graph, b, group)) return true;
  }
  return false;
}

/** Both lie in the split, on ways that they do not share. */
function apart(a: ReadonlySet<number>, b: ReadonlySet<number> | undefined): boolean {
  if (b === undefined) return false;
  for (const branch of a) if (b.has(branch)) return false;
  return true;
}
