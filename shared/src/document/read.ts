/**
 * Reading what may be wrong. A draft that several people merged, or that an older window wrote, can hold broken
 * elements and dangling references: the reading leaves them out or repairs them and says so. Nothing is written back.
 */
import type * as Y from 'yjs';
import { draftJson, type Json } from './draft.ts';
import { emptyDesign } from './empty.ts';
import { isAttachment, type Edge, type Flow, type FlowNode } from './flow.ts';
import { broughtUp } from './migrations.ts';
import { designSchema, type Design, type Field } from './schema.ts';

export interface ReadProblem {
  readonly code: 'broken' | 'dangling';
  /** Where, as keys from the root. */
  readonly path: readonly string[];
}
export interface Reading {
  readonly design: Design;
  readonly problems: readonly ReadProblem[];
}

export function readDraft(doc: Y.Doc): Reading {
  return readDesignJson(draftJson(doc));
}

/** Reads JSON of the current schema version or an older one, which is brought up in the reading. */
export function readDesignJson(json: Json): Reading {
  const problems: ReadProblem[] = [];
  const design = parseLeniently(broughtUp(json), problems);
  return { design: repairReferences(design, problems), problems };
}

function parseLeniently(json: Json, problems: ReadProblem[]): Design {
  let candidate: Json = json;
  for (let round = 0; round < 200; round++) {
    const result = designSchema.safeParse(candidate);
    if (result.success) return result.data;
    const paths = result.error.issues.map((issue) => issue.path.map(String));
    for (const path of paths) {
      const broken = path.length === 0 ? [] : removable(candidate, path);
      problems.push({ code: 'broken', path: broken });
      candidate = broken.length === 0 ? asJson(emptyDesign('draft', '')) : without(candidate, broken);
    }
  }
  return emptyDesign('draft', '');
}

/** The part to leave out: an element of a collection when the fault is inside one, else the top-level part. */
function removable(json: Json, path: readonly string[]): readonly string[] {
  const base = path[0] === 'variants' && path[2] === 'flow' ? 2 : 0;
  const collections = [
    'lanes',
    'phases',
    'nodes',
    'edges',
    'sections',
    'fields',
    'layout',
    'items',
    'materials',
    'variants',
    'tables',
    'kept',
  ];
  for (let i = path.length - 2; i >= base; i--) {
    const here = path.slice(0, i + 2);
    if (collections.includes(path[i] ?? '') && at(json, here) !== undefined) return here;
  }
  return path.slice(0, 1);
}

function at(json: Json, path: readonly string[]): Json | undefined {
  let value: Json | undefined = json;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    value = value[key];
  }
  return value;
}

function without(json: Json, path: readonly string[]): Json {
  const [key, ...rest] = path;
  if (key === undefined || typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  const copy: Record<string, Json> = { ...json };
  const child = copy[key];
  if (rest.length > 0) {
    if (child !== undefined) copy[key] = without(child, rest);
    return copy;
  }
  const fallback = (asJson(emptyDesign('draft', '')) as Record<string, Json>)[key];
  delete copy[key];
  if (fallback !== undefined && 'schemaVersion' in copy) copy[key] = fallback;
  else if (key === 'schemaVersion') copy[key] = fallback ?? 1;
  return copy;
}

const asJson = (design: Design): Json => design as unknown as Json;

// ---------------------------------------------------------------- references

function repairReferences(design: Design, problems: ReadProblem[]): Design {
  const flow = repairFlow(design.flow, ['flow'], problems);
  const variants = Object.fromEntries(
    Object.entries(design.variants).map(([id, variant]) => [
      id,
      { ...variant, flow: repairFlow(variant.flow, ['variants', id, 'flow'], problems) },
    ]),
  );
  return { ...design, flow, variants, form: { ...design.form, fields: repairFields(design, problems) } };
}

function repairFlow(flow: Flow, path: readonly string[], problems: ReadProblem[]): Flow {
  const nodes: Record<string, FlowNode> = {};
  for (const [id, node] of Object.entries(flow.nodes)) {
    if (isAttachment(node) && !flow.nodes[node.attachedTo]) {
      problems.push({ code: 'dangling', path: [...path, 'nodes', id] });
      continue;
    }
    const lost = danglingKeys(flow, node);
    nodes[id] = lost.length === 0 ? node : { ...node, ...Object.fromEntries(lost.map((key) => [key, undefined])) };
    for (const key of lost) problems.push({ code: 'dangling', path: [...path, 'nodes', id, key] });
  }
  const edges: Record<string, Edge> = {};
  for (const [id, edge] of Object.entries(flow.edges)) {
    if (nodes[edge.from] && nodes[edge.to]) edges[id] = edge;
    else problems.push({ code: 'dangling', path: [...path, 'edges', id] });
  }
  return { ...flow, nodes, edges };
}

/** Lane, group and undone step may be gone, or a group may stand in itself: the node stays without them. */
function danglingKeys(flow: Flow, node: FlowNode): ('lane' | 'group' | 'undoes')[] {
  const lost: ('lane' | 'group' | 'undoes')[] = [];
  if (node.lane !== undefined && !flow.lanes[node.lane]) lost.push('lane');
  if (node.group !== undefined && !standsInside(flow, node.id, node.group)) lost.push('group');
  if (node.undoes !== undefined && (!flow.nodes[node.undoes] || node.undoes === node.id)) lost.push('undoes');
  return lost;
}

/** The group is one, and no group outwards is the node itself. */
function standsInside(flow: Flow, id: string, group: string): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = group; at !== undefined && !seen.has(at); at = flow.nodes[at]?.group) {
    if (at === id) return false;
    seen.add(at);
  }
  return flow.nodes[group]?.kind === 'group';
}

function repairFields(design: Design, problems: ReadProblem[]): Record<string, Field> {
  const first = Object.values(design.form.sections).sort((a, b) => (a.order < b.order ? -1 : 1))[0];
  const fields: Record<string, Field> = {};
  for (const [id, field] of Object.entries(design.form.fields)) {
    if (design.form.sections[field.section] || !first) fields[id] = field;
    else {
      fields[id] = { ...field, section: first.id };
      problems.push({ code: 'dangling', path: ['form', 'fields', id, 'section'] });
    }
  }
  return fields;
}
