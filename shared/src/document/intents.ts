/**
 * What a drawer does, as pure functions Design → Design. One intent is one undo. Intents never refuse: what is wrong
 * afterwards is said by the compiler, on the element it concerns. Ids of new elements come from the caller.
 */
import { isAttachment, type Edge, type Flow, type FlowNode, type Lane } from './flow.ts';
import { orderAt, orderAtEnd, sorted } from './order.ts';
import type { Design, Field, Section } from './schema.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

const without = <T>(record: Readonly<Record<string, T>>, drop: (value: T, key: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key, value]) => !drop(value, key)));

const withFlow = (design: Design, change: Partial<Flow>): Design => ({
  ...design,
  flow: { ...design.flow, ...change },
});

// ---------------------------------------------------------------- flow

export function putNode(design: Design, node: FlowNode, at?: Point): Design {
  const next = withFlow(design, { nodes: { ...design.flow.nodes, [node.id]: node } });
  return at ? moveNodes(next, { [node.id]: at }) : next;
}

/** Changes some properties of a node; its kind and id stay. */
export function updateNode<N extends FlowNode>(
  design: Design,
  id: string,
  change: Partial<Omit<N, 'id' | 'kind'>>,
): Design {
  const node = design.flow.nodes[id];
  if (!node) return design;
  return putNode(design, { ...node, ...change } as FlowNode);
}

export function moveNodes(design: Design, positions: Readonly<Record<string, Point>>): Design {
  return { ...design, layout: { ...design.layout, ...positions } };
}

/** A second edge between the same two nodes is only drawn when it carries another decision. */
export function connect(design: Design, edge: Omit<Edge, 'order'>): Design {
  const siblings = Object.values(design.flow.edges).filter((other) => other.from === edge.from);
  if (siblings.some((other) => other.to === edge.to && other.decision === edge.decision)) return design;
  const order = orderAtEnd(Object.fromEntries(siblings.map((other) => [other.id, other])));
  return withFlow(design, { edges: { ...design.flow.edges, [edge.id]: { ...edge, order } } });
}

export function updateEdge(design: Design, id: string, change: Partial<Omit<Edge, 'id'>>): Design {
  const edge = design.flow.edges[id];
  if (!edge) return design;
  return withFlow(design, { edges: { ...design.flow.edges, [id]: { ...edge, ...change } } });
}

/** These and all that only stands with them: attachments, reverse steps, what is inside a group. */
function withDependents({ nodes }: Flow, ids: readonly string[]): Set<string> {
  const gone = new Set(ids);
  for (let before = -1; before !== gone.size;) {
    before = gone.size;
    for (const node of Object.values(nodes)) {
      const holders = [isAttachment(node) ? node.attachedTo : undefined, node.undoes, node.group];
      if (holders.some((id) => id !== undefined && gone.has(id))) gone.add(node.id);
    }
  }
  return gone;
}

/** Removes nodes and edges by id, with what stands only with them, the edges that hang on them, and their access. */
export function removeElements(design: Design, ids: readonly string[]): Design {
  const gone = withDependents(design.flow, ids);
  const next = withFlow(design, {
    nodes: without(design.flow.nodes, (node) => gone.has(node.id)),
    edges: without(design.flow.edges, (edge) => gone.has(edge.id) || gone.has(edge.from) || gone.has(edge.to)),
  });
  const fields = Object.fromEntries(
    Object.entries(next.form.fields).map(([id, field]) => [
      id,
      { ...field, access: without(field.access, (_, key) => gone.has(key.split('/')[0] ?? key)) },
    ]),
  );
  return { ...next, form: { ...next.form, fields }, layout: without(next.layout, (_, id) => gone.has(id)) };
}

/** Removes a node of one way in and one way out and closes the gap; otherwise as removeElements. */
export function removeNodeClosing(design: Design, id: string): Design {
  const edges = Object.values(design.flow.edges);
  const incoming = edges.filter((edge) => edge.to === id);
  const outgoing = edges.filter((edge) => edge.from === id);
  const [only] = outgoing;
  const targets = new Set(outgoing.map((edge) => edge.to));
  if (incoming.length === 0 || targets.size !== 1 || !only || only.to === id) return removeElements(design, [id]);
  let next = design;
  for (const edge of incoming) next = updateEdge(next, edge.id, { to: only.to });
  return removeElements(next, [id]);
}

/** Puts a node into an edge: from → node keeps the edge with its decision or condition, node → to is new. */
export function insertOnEdge(design: Design, edgeId: string, node: FlowNode, newEdge: string, at?: Point): Design {
  const edge = design.flow.edges[edgeId];
  if (!edge) return putNode(design, node, at);
  return connect(updateEdge(putNode(design, node, at), edgeId, { to: node.id }), {
    id: newEdge,
    from: node.id,
    to: edge.to,
  });
}

export function putLane(design: Design, lane: Omit<Lane, 'order'> & { order?: string }, index?: number): Design {
  const order =
    lane.order ?? (index === undefined ? orderAtEnd(design.flow.lanes) : orderAt(design.flow.lanes, index, lane.id));
  return withFlow(design, { lanes: { ...design.flow.lanes, [lane.id]: { ...lane, order } } });
}

/** Removes a lane; its nodes stay, without a lane. */
export function removeLane(design: Design, id: string): Design {
  const nodes = Object.fromEntries(
    Object.entries(design.flow.nodes).map(([key, node]) => [
      key,
      node.lane === id ? { ...node, lane: undefined } : node,
    ]),
  );
  return withFlow(design, { nodes, lanes: without(design.flow.lanes, (lane) => lane.id === id) });
}

// ---------------------------------------------------------------- form

const withFields = (design: Design, fields: Record<string, Field>): Design => ({
  ...design,
  form: { ...design.form, fields },
});

/** Fields of a section, in order. */
export function fieldsOf(design: Design, section: string): Field[] {
  return sorted(design.form.fields).filter((field) => field.section === section);
}

const sectionFields = (design: Design, section: string): Record<string, Field> =>
  Object.fromEntries(fieldsOf(design, section).map((field) => [field.id, field]));

/** Adds or moves a field to a place of a section (index among the section's other fields; absent: at the end). */
export function placeField(design: Design, field: Field, section: string, index?: number): Design {
  const siblings = sectionFields(design, section);
  const order = orderAt(siblings, index ?? Object.keys(siblings).length, field.id);
  return withFields(design, { ...design.form.fields, [field.id]: { ...field, section, order } });
}

export function updateField(design: Design, id: string, change: Partial<Omit<Field, 'id'>>): Design {
  const field = design.form.fields[id];
  return field ? withFields(design, { ...design.form.fields, [id]: { ...field, ...change } }) : design;
}

export function removeFields(design: Design, ids: readonly string[]): Design {
  return withFields(
    design,
    without(design.form.fields, (field) => ids.includes(field.id)),
  );
}

export function putSection(
  design: Design,
  section: Omit<Section, 'order'> & { order?: string },
  index?: number,
): Design {
  const { sections } = design.form;
  const order = section.order ?? (index === undefined ? orderAtEnd(sections) : orderAt(sections, index, section.id));
  return { ...design, form: { ...design.form, sections: { ...sections, [section.id]: { ...section, order } } } };
}

/** Removes a section with its fields. */
export function removeSection(design: Design, id: string): Design {
  const next = removeFields(
    design,
    fieldsOf(design, id).map((field) => field.id),
  );
  return { ...next, form: { ...next.form, sections: without(next.form.sections, (section) => section.id === id) } };
}

// ---------------------------------------------------------------- variants

/** Takes a variant as the flow; the flow that was there stays as a variant under `oldId`. */
export function adoptVariant(design: Design, variantId: string, old: { id: string; name: string }): Design {
  const variant = design.variants[variantId];
  if (!variant) return design;
  const variants = without(design.variants, (other) => other.id === variantId);
  const saved = { id: old.id, name: old.name, order: orderAtEnd(variants), flow: design.flow, layout: design.layout };
  return { ...design, flow: variant.flow, layout: variant.layout, variants: { ...variants, [old.id]: saved } };
}

export function saveAsVariant(design: Design, variant: { id: string; name: string }): Design {
  const saved = { ...variant, order: orderAtEnd(design.variants), flow: design.flow, layout: design.layout };
  return { ...design, variants: { ...design.variants, [variant.id]: saved } };
}
