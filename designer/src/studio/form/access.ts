/**
 * Who sees and fills a field, step by step, as the compiler resolves it: at the start a field filled by hand is written
 * and any other is read, elsewhere the form's default holds, until a step says otherwise.
 */
import { accessAt as compiledAccess, startAccess } from '@tongban/shared/compiler';
import {
  isAttachment,
  sorted,
  type Access,
  type Design,
  type Field,
  type FlowNode,
  type NodeOf,
} from '@tongban/shared/document';

export type PeopleNode = NodeOf<'start'> | NodeOf<'task'> | NodeOf<'dispatch'>;

export const isPeopleNode = (node: FlowNode): node is PeopleNode =>
  node.kind === 'start' || node.kind === 'task' || node.kind === 'dispatch';

/** What holds at a node, by entry or by inheritance. `<node>/<element>` asks for one body of a dispatch. */
export function accessAt(design: Design, field: Field, place: string): Access {
  const [nodeId = '', element] = place.split('/');
  const node = design.flow.nodes[nodeId];
  return node?.kind === 'start' ? startAccess(field, nodeId) : compiledAccess(design.form, field, nodeId, element);
}

/** What would hold without an entry of its own. */
export function inheritedAccess(design: Design, field: Field, place: string): Access {
  const access = { ...field.access };
  delete access[place];
  return accessAt(design, { ...field, access }, place);
}

/** A step at which people look at the form: the start, a step, or one body of a dispatch. */
export interface Place {
  /** Node id, or `<node>/<element>`. */
  readonly id: string;
  readonly node: string;
  readonly element: string | null;
  readonly kind: PeopleNode['kind'];
  /** Name of the step. */
  readonly name: string;
  /** Name of the office: its lane, or the body of a dispatch. */
  readonly office: string;
}

/** Roles to look through: a dispatch stands for its departments, unless it has none yet. */
export function viewersOf(design: Design): Place[] {
  const places = placesOf(design);
  const dispatched = new Set(places.filter((place) => place.element !== null).map((place) => place.node));
  return places.filter((place) => place.element !== null || !dispatched.has(place.node));
}

/** Steps that people work at, the start first, then as the edges lead; a dispatch is followed by its bodies. */
export function placesOf(design: Design, bodies: 'with bodies' | 'steps only' = 'with bodies'): Place[] {
  const found: Place[] = [];
  for (const node of walk(design)) {
    if (!isPeopleNode(node)) continue;
    const lane = node.lane ? design.flow.lanes[node.lane] : undefined;
    const place = { node: node.id, kind: node.kind, name: node.name };
    found.push({ ...place, id: node.id, element: null, office: lane?.name ?? '' });
    if (node.kind !== 'dispatch' || bodies === 'steps only') continue;
    for (const body of sorted(node.bodies)) {
      found.push({ ...place, id: `${node.id}/${body.id}`, element: body.id, office: body.name });
    }
  }
  return found;
}

/** Nodes as the flow reaches them from its start, breadth first; what nothing leads to comes last, by id. */
function walk(design: Design): FlowNode[] {
  const { nodes, edges } = design.flow;
  const all = Object.values(nodes).sort((a, b) => (a.id < b.id ? -1 : 1));
  const out = new Map<string, string[]>();
  for (const edge of sorted(edges)) out.set(edge.from, [...(out.get(edge.from) ?? []), edge.to]);
  for (const node of all) {
    if (isAttachment(node)) out.set(node.attachedTo, [...(out.get(node.attachedTo) ?? []), node.id]);
  }
  const seen = new Set<string>();
  const queue = all.filter((node) => node.kind === 'start').map((node) => node.id);
  const ordered: FlowNode[] = [];
  while (queue.length > 0) {
    const id = queue.shift();
    const node = id === undefined ? undefined : nodes[id];
    if (!node || seen.has(node.id)) continue;
    seen.add(node.id);
    ordered.push(node);
    queue.push(...(out.get(node.id) ?? []));
  }
  return [...ordered, ...all.filter((node) => !seen.has(node.id))];
}
