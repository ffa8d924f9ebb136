/**
 * Who may do what with a field, resolved for every node at which people work.
 * Start: manual fields are written (required, if the rules say always), others read, unless said otherwise.
 * Other nodes: what the field says, else the form's default. A dispatch element differs only where it is said.
 */
import type { Access, Field, Form } from '../document/index.ts';
import { BY_HAND } from '../definition/index.ts';
import { isJob, type FlowGraph, type JobNode } from './graph.ts';

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
export function resolveAccess(graph: FlowGraph, form: Form, field: Field): Record<string, Access> {
  const access: Record<string, Access> = {};
  for (const node of graph.nodes) if (node.kind === 'start') access[node.id] = startAccess(field, node.id);
  for (const key of Object.keys(field.access).sort()) {
    const said = field.access[key];
    const [id = key, element] = key.split('/');
    const node = graph.flow.nodes[id];
    if (said === undefined || (node?.kind !== 'task' && node?.kind !== 'dispatch')) continue;
    const inherited = element === undefined ? form.defaultAccess : accessAt(form, field, id);
    const elements = node.kind === 'dispatch' ? node.bodies : node.signers;
    if (said !== inherited && (element === undefined || elements[element])) access[key] = said;
  }
  for (const node of graph.nodes) {
    if (isJob(node) && node.byHand && answersOf(node).includes(field.id)) access[`${node.id}/${BY_HAND}`] = 'write';
  }
  return access;
}

/** Fields that a machine's answer goes to: whoever does its work by hand (人工转录) types them in. */
function answersOf(node: JobNode): string[] {
  return node.kind === 'document' ? [node.target] : Object.values(node.into).map((mapping) => mapping.field);
}

export const canWrite = (access: Access): boolean => access === 'write' || access === 'required' || access === 'own';
export const canRead = (access: Access): boolean => access !== 'hidden';
