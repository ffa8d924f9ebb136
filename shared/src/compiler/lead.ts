/**
 * Who should lead (A4.10): the lane with the most items and steps; on a tie the one that works first.
 * The number of steps is the reason shown.
 */
import { sorted, type Design } from '../document/index.ts';
import { graphOf, isWork } from './graph.ts';

export interface LeadSuggestion {
  readonly lane: string;
  readonly name: string;
  readonly steps: number;
}

export function suggestLead(design: Design): LeadSuggestion | null {
  const graph = graphOf(design.flow);
  const order = breadthFirst(graph.start?.id, (id) => graph.successors(id));
  const first = (lane: string): number => {
    const at = order.findIndex((id) => graph.flow.nodes[id]?.lane === lane && isWork(graph.flow.nodes[id]));
    return at < 0 ? order.length : at;
  };
  const candidates = sorted(design.flow.lanes)
    .filter(({ party }) => party.kind === 'department' || party.kind === 'applicantSuperior')
    .map(({ id, name }) => {
      const steps = graph.nodes.filter((node) => isWork(node) && node.lane === id).length;
      const items = Object.values(design.items).filter((item) => item.lane === id).length;
      return { lane: id, name, steps, weight: steps + items, first: first(id) };
    })
    .sort((a, b) => b.weight - a.weight || a.first - b.first);
  const [best] = candidates;
  return best ? { lane: best.lane, name: best.name, steps: best.steps } : null;
}

function breadthFirst(root: string | undefined, next: (id: string) => readonly string[]): string[] {
  if (root === undefined) return [];
  const order = [root];
  const seen = new Set(order);
  for (const id of order) {
    for (const to of next(id)) {
      if (seen.has(to)) continue;
      seen.add(to);
      order.push(to);
    }
  }
  return order;
}
