/**
 * Who may do what with a field, resolved for every node at which people work.
 * Start: manual fields are written (required, if the rules say always), others read, unless said otherwise.
 * Other nodes: what the field says, else the form's default. A dispatch element differs only where it is said.
 */
import type { Access, Design, Field, Form } from '../document/index.ts';
import { BY_HAND } from '../definition/index.ts';
import { nodeData } from '../nodes/compile.ts';
import { isJob, isWork, type FlowGraph } from './graph.ts';

export function startAccess(field: Field, node: string): Access {
  const said = field.access[node];
  if (said !== undefined) return said === 'own' ? 'write' : said;
  if (field.kind === 'note' || field.source.type !== 'manual') return 'read';
  return field.rules.required ? 'required' : 'write';
}

/** Access of a field at a start, task or dispatch, or at `<node>/<element>`. */
export function accessAt(form: Form, field: Field, node: string, element?: string): Access {
  const own = element === undefined ? undefined : field.access[`${node}/${element}`];
  return own ?? field.access[node] ?? form.defaultAccess;
}

/** Entries of a field that differ from the form's default, and the start's; what no entry names follows the default. */
export function resolveAccess(graph: FlowGraph, design: Design, field: Field): Record<string, Access> {
  const { form } = design;
  const access: Record<string, Access> = {};
  const start = graph.start;
  if (start) access[start.id] = startAccess(field, start.id);
  for (const [node, needed] of handAccess(graph, design).get(field.id) ?? []) {
    if (needed !== form.defaultAccess) access[`${node}/${BY_HAND}`] = needed;
  }
  for (const key of Object.keys(field.access).sort()) {
    const said = field.access[key];
    const [id = key, element] = key.split('/');
    const node = graph.flow.nodes[id];
    if (said === undefined || !isWork(node)) continue;
    const inherited = element === undefined ? form.defaultAccess : accessAt(form, field, id);
    const elements = node.kind === 'dispatch' ? node.bodies : node.signers;
    if (said !== inherited && (element === undefined || elements[element])) access[key] = said;
  }
  return access;
}

const hands = new WeakMap<FlowGraph, ReadonlyMap<string, ReadonlyMap<string, Access>>>();

/** 人工转录: who does a machine's work by hand reads what it was given and types in what it would answer. By field, by node. */
function handAccess(graph: FlowGraph, design: Design): ReadonlyMap<string, ReadonlyMap<string, Access>> {
  const known = hands.get(graph);
  if (known) return known;
  const found = new Map<string, Map<string, Access>>();
  for (const node of graph.nodes) {
    if (!isJob(node) || !node.byHand) continue;
    const { reads, writes } = nodeData(node, design);
    const add = (access: Access) => (field: string) =>
      found.set(field, (found.get(field) ?? new Map<string, Access>()).set(node.id, access));
    reads.forEach(add('read'));
    writes.forEach(add('write'));
  }
  hands.set(graph, found);
  return found;
}

export const canWrite = (access: Access): boolean => access === 'write' || access === 'required' || access === 'own';
export const canRead = (access: Access): boolean => access !== 'hidden';
