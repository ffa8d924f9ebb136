/**
 * Identity of a version: SHA-256 over canonical JSON of what the design means. Layout, notes of the drawer and
 * alternative flows have no meaning for what runs; order keys become ranks, so that re-keying changes nothing.
 * Keys are sorted, absent and undefined are the same, numbers and strings are written as JSON.stringify does.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { DecisionTable } from '../decisions/index.ts';
import { byOrder, type Design, type Edge } from '../document/index.ts';

export function identityOf(design: Design): string {
  return hashOf(semanticsOf(design));
}

/** SHA-256 (hex) of the canonical JSON of any plain value. */
export function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const parts: string[] = [];
  const record = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(record).sort()) {
    const part = record[key];
    if (part !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(part)}`);
  }
  return `{${parts.join(',')}}`;
}

/**
 * Version of this canonical form, not of the saved document: a schema version that only adds leaves it alone, so that
 * what was published keeps its identity.
 */
const MEANING_VERSION = 1;

/** The meaning of a design as plain data. */
export function semanticsOf(design: Design): unknown {
  const { meta, items, parties, flow, form, materials, policies, baseline, tables = {} } = design;
  return {
    schemaVersion: MEANING_VERSION,
    meta,
    parties,
    policies,
    baseline,
    items: ranked(items),
    materials: ranked(materials),
    tables: Object.keys(tables).length === 0 ? undefined : mapValues(tables, tableMeaning),
    flow: {
      lanes: ranked(flow.lanes),
      phases: ranked(flow.phases),
      nodes: mapValues(flow.nodes, nodeMeaning),
      edges: edgeMeanings(flow.edges),
    },
    form: {
      defaultAccess: form.defaultAccess,
      sections: ranked(form.sections),
      fields: rankedWithin(
        form.fields,
        (field) => field.section,
        ({ options, access, ...field }) => ({
          ...field,
          options: ranked(options),
          access: liveAccess(access, flow.nodes),
        }),
      ),
    },
  };
}

function nodeMeaning(node: Design['flow']['nodes'][string]): unknown {
  const meaning: Record<string, unknown> = { ...node, note: undefined };
  for (const part of ORDERED_PARTS) {
    const collection = meaning[part];
    if (collection !== undefined) meaning[part] = ranked(collection as Readonly<Record<string, Placed>>);
  }
  return meaning;
}
/** Collections within a node; every kind names them alike. */
const ORDERED_PARTS = ['decisions', 'signers', 'bodies', 'sets', 'headers', 'inputs', 'outputs', 'into'] as const;

function tableMeaning({ order: _, note: __, ...table }: DecisionTable): unknown {
  const { inputs, outputs, annotations, rules } = table;
  return {
    ...table,
    inputs: ranked(inputs),
    outputs: rankedWithin(
      outputs,
      () => '',
      ({ values, ...output }) => ({ ...output, values: ranked(values) }),
    ),
    annotations: ranked(annotations),
    rules: ranked(rules),
  };
}

/** Edges rank among those that leave the same node: only there the order is asked for. */
function edgeMeanings(edges: Readonly<Record<string, Edge>>): unknown {
  return rankedWithin(
    edges,
    (edge) => edge.from,
    ({ isDefault, ...edge }) => ({ ...edge, isDefault: isDefault || undefined }),
  );
}

/** Access at nodes that are gone means nothing. */
function liveAccess(access: Readonly<Record<string, string>>, nodes: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(Object.entries(access).filter(([key]) => nodes[key.split('/')[0] ?? key] !== undefined));
}

interface Placed {
  readonly id: string;
  readonly order: string;
}

const ranked = <T extends Placed>(collection: Readonly<Record<string, T>>): unknown =>
  rankedWithin(
    collection,
    () => '',
    (element) => element,
  );

function rankedWithin<T extends Placed>(
  collection: Readonly<Record<string, T>>,
  groupOf: (element: T) => string,
  meaningOf: (element: T) => object,
): Record<string, unknown> {
  const next = new Map<string, number>();
  const result: Record<string, unknown> = {};
  for (const element of Object.values(collection).sort(byOrder)) {
    const group = groupOf(element);
    const rank = next.get(group) ?? 0;
    next.set(group, rank + 1);
    result[element.id] = { ...meaningOf(element), order: rank };
  }
  return result;
}

const mapValues = <T, R>(record: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
