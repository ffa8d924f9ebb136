/**
 * Which row a node stands in. A node without a lane of its own (a gateway, an attachment) stands where the flow
 * comes from; it never makes a row.
 */
import { isAttachment, byOrder, type Flow, type FlowNode, type Lane } from '@tongban/shared/document';

/** Id of the row for nodes whose lane cannot be told: shown only when one stands in it. */
export const NO_LANE = '';

export interface FlowIndex {
  readonly outgoing: ReadonlyMap<string, readonly string[]>;
  readonly incoming: ReadonlyMap<string, readonly string[]>;
}

/** Neighbours along the edges, in the order in which the edges were drawn. */
export function indexFlow(flow: Flow): FlowIndex {
  const outgoing = new Map<string, string[]>();
  const incoming = new Map<string, string[]>();
  const push = (map: Map<string, string[]>, key: string, value: string): void => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  for (const edge of Object.values(flow.edges).sort(byOrder)) {
    if (!flow.nodes[edge.from] || !flow.nodes[edge.to]) continue;
    push(outgoing, edge.from, edge.to);
    push(incoming, edge.to, edge.from);
  }
  for (const node of Object.values(flow.nodes)) {
    if (isAttachment(node) && flow.nodes[node.attachedTo]) push(incoming, node.id, node.attachedTo);
  }
  return { outgoing, incoming };
}

/** The lane of every node, by node id. */
export function lanesOfNodes(flow: Flow, index: FlowIndex = indexFlow(flow)): ReadonlyMap<string, string> {
  const own = (node: FlowNode | undefined): string | undefined =>
    node?.lane !== undefined && flow.lanes[node.lane] ? node.lane : undefined;
  const found = new Map<string, string>();
  const search = (from: string, next: ReadonlyMap<string, readonly string[]>): string | undefined => {
    const seen = new Set([from]);
    let frontier = [from];
    while (frontier.length > 0) {
      const following: string[] = [];
      for (const id of frontier) {
        for (const other of next.get(id) ?? []) {
          if (seen.has(other)) continue;
          seen.add(other);
          const lane = own(flow.nodes[other]);
          if (lane !== undefined) return lane;
          following.push(other);
        }
      }
      frontier = following;
    }
    return undefined;
  };
  for (const node of Object.values(flow.nodes)) {
    found.set(node.id, own(node) ?? search(node.id, index.incoming) ?? search(node.id, index.outgoing) ?? NO_LANE);
  }
  return found;
}

export function lanesInOrder(flow: Flow): Lane[] {
  return Object.values(flow.lanes).sort(byOrder);
}
