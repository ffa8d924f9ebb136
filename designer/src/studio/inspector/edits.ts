/** Answers to the inspector's questions, as pure edits of one step or line. */
import {
  orderAt,
  orderAtEnd,
  putNode,
  sorted,
  updateEdge,
  type Access,
  type Body,
  type Decision,
  type Design,
  type Edge,
  type FlowNode,
  type NodeOf,
  type Party,
} from '@tongban/shared/document';

export type WorkNode = NodeOf<'task'> | NodeOf<'dispatch'>;

export const isWork = (node: FlowNode | undefined): node is WorkNode =>
  node?.kind === 'task' || node?.kind === 'dispatch';

/** Changes a node; an absent node changes nothing. Keys whose value is undefined are removed. */
export function changeNode<K extends FlowNode['kind']>(
  design: Design,
  id: string,
  kind: K,
  change: (node: NodeOf<K>) => NodeOf<K>,
): Design {
  const node = design.flow.nodes[id];
  return node?.kind === kind ? putNode(design, change(node as NodeOf<K>)) : design;
}

export function changeWork(design: Design, id: string, change: (node: WorkNode) => WorkNode): Design {
  const node = design.flow.nodes[id];
  return isWork(node) ? putNode(design, change(node)) : design;
}

export function renameNode(design: Design, id: string, name: string): Design {
  const node = design.flow.nodes[id];
  return node ? putNode(design, { ...node, name }) : design;
}

// ---------------------------------------------------------------- decisions

export function putDecision(design: Design, node: string, decision: Omit<Decision, 'order'>): Design {
  return changeWork(design, node, (work) => {
    const order = work.decisions[decision.id]?.order ?? orderAtEnd(work.decisions);
    return { ...work, decisions: { ...work.decisions, [decision.id]: { ...decision, order } } };
  });
}

/** One place up (-1) or down (1) among the step's decisions. */
export function moveDecision(design: Design, node: string, id: string, by: -1 | 1): Design {
  return changeWork(design, node, (work) => {
    const at = sorted(work.decisions).findIndex((decision) => decision.id === id);
    const decision = work.decisions[id];
    if (!decision || at + by < 0) return work;
    return {
      ...work,
      decisions: { ...work.decisions, [id]: { ...decision, order: orderAt(work.decisions, at + by, id) } },
    };
  });
}

/** Removes a decision; lines that it led along stay and lead after any other decision. */
export function removeDecision(design: Design, node: string, id: string): Design {
  const next = changeWork(design, node, (work) => ({ ...work, decisions: omit(work.decisions, id) }));
  return Object.values(next.flow.edges)
    .filter((edge) => edge.from === node && edge.decision === id)
    .reduce((now, edge) => updateEdge(now, edge.id, { decision: undefined }), next);
}

// ---------------------------------------------------------------- people

export function putSigner(design: Design, node: string, signer: { id: string; name: string; post: string }): Design {
  return changeNode(design, node, 'task', (task) => {
    const order = task.signers[signer.id]?.order ?? orderAtEnd(task.signers);
    return { ...task, signers: { ...task.signers, [signer.id]: { ...signer, order } } };
  });
}

export function removeSigner(design: Design, node: string, id: string): Design {
  return changeNode(design, node, 'task', (task) => ({ ...task, signers: omit(task.signers, id) }));
}

/** Adds several bodies at once, in the order given; roles that are there already are left out. */
export function addBodies(
  design: Design,
  node: string,
  bodies: readonly { readonly id: string; readonly name: string; readonly party: Party }[],
): Design {
  return changeNode(design, node, 'dispatch', (dispatch) => {
    const known = new Set(Object.values(dispatch.bodies).map((body) => JSON.stringify(body.party)));
    const next: Record<string, Body> = { ...dispatch.bodies };
    for (const body of bodies) {
      if (known.has(JSON.stringify(body.party))) continue;
      next[body.id] = { ...body, order: orderAtEnd(next) };
    }
    return { ...dispatch, bodies: next };
  });
}

export function changeBody(design: Design, node: string, id: string, change: Partial<Omit<Body, 'id'>>): Design {
  return changeNode(design, node, 'dispatch', (dispatch) => {
    const body = dispatch.bodies[id];
    return body ? { ...dispatch, bodies: { ...dispatch.bodies, [id]: { ...body, ...change } } } : dispatch;
  });
}

/** Removes a body, and what it alone could see. */
export function removeBody(design: Design, node: string, id: string): Design {
  const next = changeNode(design, node, 'dispatch', (dispatch) => ({ ...dispatch, bodies: omit(dispatch.bodies, id) }));
  return withAccess(next, Object.keys(next.form.fields), `${node}/${id}`, null);
}

// ---------------------------------------------------------------- what is seen

/** Access of several fields at one step (or `<node>/<body>`); null: what is inherited. */
export function withAccess(design: Design, fields: readonly string[], place: string, access: Access | null): Design {
  const next = { ...design.form.fields };
  for (const id of fields) {
    const field = next[id];
    if (!field || (access === null && field.access[place] === undefined)) continue;
    next[id] = { ...field, access: access === null ? omit(field.access, place) : { ...field.access, [place]: access } };
  }
  return { ...design, form: { ...design.form, fields: next } };
}

// ---------------------------------------------------------------- lines

/** Exactly one way out of a branch is the default; it carries no condition. */
export function makeDefault(design: Design, edge: string): Design {
  const chosen = design.flow.edges[edge];
  if (!chosen) return design;
  return waysOut(design, chosen.from).reduce(
    (next, other) =>
      updateEdge(
        next,
        other.id,
        other.id === edge ? { isDefault: true, condition: undefined } : { isDefault: undefined },
      ),
    design,
  );
}

export function setCondition(design: Design, edge: string, condition: Edge['condition']): Design {
  return updateEdge(design, edge, { condition, ...(condition === undefined ? {} : { isDefault: undefined }) });
}

export function waysOut(design: Design, node: string): Edge[] {
  return sorted(design.flow.edges).filter((edge) => edge.from === node);
}

export function omit<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
