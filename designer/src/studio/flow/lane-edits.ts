/** Roles (lanes) and phases, as pure edits. */
import {
  orderAt,
  orderAtEnd,
  putLane,
  putNode,
  removeLane,
  sameJson,
  sorted,
  type Design,
  type Flow,
  type Lane,
  type Party,
} from '@tongban/shared/document';

const withFlow = (design: Design, change: Partial<Flow>): Design => ({
  ...design,
  flow: { ...design.flow, ...change },
});

/** The lane of a role that is drawn already. */
export function laneOfParty(design: Design, party: Party): Lane | undefined {
  return sorted(design.flow.lanes).find((lane) => sameJson(lane.party, party));
}

/** Puts steps into the lane of a role; the lane is made when it is not there. */
export function assignRole(
  design: Design,
  nodes: readonly string[],
  role: { readonly party: Party; readonly name: string; readonly newId: string },
): Design {
  const known = laneOfParty(design, role.party);
  const next = known ? design : putLane(design, { id: role.newId, name: role.name, party: role.party });
  return assignLane(next, nodes, known?.id ?? role.newId);
}

export function assignLane(design: Design, nodes: readonly string[], lane: string): Design {
  return nodes.reduce((next, id) => {
    const node = next.flow.nodes[id];
    return node ? putNode(next, { ...node, lane }) : next;
  }, design);
}

export function changeLane(design: Design, id: string, change: Partial<Pick<Lane, 'name' | 'party'>>): Design {
  const lane = design.flow.lanes[id];
  return lane ? putLane(design, { ...lane, ...change }) : design;
}

/** One place up (-1) or down (1). */
export function moveLane(design: Design, id: string, by: -1 | 1): Design {
  const lanes = sorted(design.flow.lanes);
  const at = lanes.findIndex((lane) => lane.id === id);
  const lane = lanes[at];
  const to = at + by;
  if (!lane || to < 0 || to >= lanes.length) return design;
  return putLane(design, { ...lane, order: orderAt(design.flow.lanes, to, id) });
}

/** Removes a lane that no step stands in any more; otherwise its steps stay and say that they have no role. */
export const dropLane = removeLane;

export function addPhase(design: Design, id: string, name: string): Design {
  const phase = { id, name, order: orderAtEnd(design.flow.phases) };
  return withFlow(design, { phases: { ...design.flow.phases, [id]: phase } });
}

export function renamePhase(design: Design, id: string, name: string): Design {
  const phase = design.flow.phases[id];
  return phase ? withFlow(design, { phases: { ...design.flow.phases, [id]: { ...phase, name } } }) : design;
}

/** Removes a phase; its steps stay, in no phase. */
export function removePhase(design: Design, id: string): Design {
  const phases = Object.fromEntries(Object.entries(design.flow.phases).filter(([key]) => key !== id));
  const nodes = Object.fromEntries(
    Object.entries(design.flow.nodes).map(([key, node]) => [
      key,
      node.phase === id ? { ...node, phase: undefined } : node,
    ]),
  );
  return withFlow(design, { phases, nodes });
}
