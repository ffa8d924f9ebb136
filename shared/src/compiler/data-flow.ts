/**
 * Which step writes a field and which needs it. A need is said by the drawer (read, write or required at the step, or
 * at one of its elements) or follows from it: what a computed field reads, what the rules of a written field read,
 * what ticks a dispatch, what a machine is given. What a step may see only by the form's default is no need.
 */
import type { Condition, Design, Field } from '../document/index.ts';
import { readsOf, readsOfFeel } from '../expressions/index.ts';
import { nodeData } from '../nodes/compile.ts';
import { canWrite, startAccess } from './access.ts';
import { isWork, type FlowGraph } from './graph.ts';

export interface DataFlow {
  /** Nodes that can put a value into a field; the start also fetches shared data. */
  writers(field: string): ReadonlySet<string>;
  /** Fields that a node needs. */
  needs(node: string): ReadonlySet<string>;
  /** Fields behind a field: itself, or what a computed one is computed from. */
  sources(field: string): ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

export function dataFlowOf(design: Design, graph: FlowGraph): DataFlow {
  const fields = Object.values(design.form.fields);
  const start = graph.start;
  const sources = computedSources(design);
  const writers = new Map<string, Set<string>>();
  const needs = new Map<string, Set<string>>();
  for (const field of fields) {
    if (start && (field.source.type === 'shared' || canWrite(startAccess(field, start.id))))
      add(writers, field.id, start.id);
    const rules = rulesOf(field);
    for (const [key, access] of Object.entries(field.access)) {
      const node = key.split('/')[0] ?? key;
      if (!isWork(graph.flow.nodes[node])) continue;
      if (canWrite(access)) {
        add(writers, field.id, node);
        for (const rule of rules) for (const read of readsOf(rule).fields) addAll(needs, node, sources(read));
      }
      // An own answer is nobody else's datum.
      if (access !== 'hidden' && access !== 'own') addAll(needs, node, sources(field.id));
    }
  }
  for (const node of graph.nodes) {
    const { reads, writes } = nodeData(node, design);
    for (const field of writes) if (design.form.fields[field]) add(writers, field, node.id);
    for (const field of reads) addAll(needs, node.id, sources(field));
    if (node.kind === 'dispatch' && node.choice.mode === 'ticked') addAll(needs, node.id, sources(node.choice.field));
  }
  return {
    writers: (field) => writers.get(field) ?? NOTHING,
    needs: (node) => needs.get(node) ?? NOTHING,
    sources,
  };
}

function rulesOf(field: Field): Condition[] {
  const { visible, requiredWhen, valid } = field.rules;
  return [visible, requiredWhen, valid].filter((rule) => rule !== undefined);
}

/** Computed fields are looked through; a circle ends where it began. */
function computedSources(design: Design): (field: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  const find = (id: string, way: ReadonlySet<string>): ReadonlySet<string> => {
    const cached = known.get(id);
    if (cached) return cached;
    const field = design.form.fields[id];
    if (field?.source.type !== 'computed') return new Set(field ? [id] : []);
    const found = new Set<string>();
    for (const read of readsOfFeel(field.source.feel).fields) {
      if (way.has(read)) continue;
      for (const source of find(read, new Set([...way, read]))) found.add(source);
    }
    if (way.size === 1) known.set(id, found);
    return found;
  };
  return (id) => find(id, new Set([id]));
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

function addAll(map: Map<string, Set<string>>, key: string, values: Iterable<string>): void {
  for (const value of values) add(map, key, value);
}
