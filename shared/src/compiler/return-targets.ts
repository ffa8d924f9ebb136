/**
 * Return targets (退回上一环节): the earlier working nodes that lie on every way to a node, in its own or an enclosing
 * fork scope, nearest first. Nothing inside a scope that the returner has left or never entered is a target, and from
 * the way of a timer that does not interrupt there is no way back to its host, which may be long done. So a return
 * always goes back to a marking that was reachable before (design: Returns).
 */
import { dominatorsOf } from './dominators.ts';
import { isWork, successors, type FlowGraph } from './graph.ts';
import { scopesOf } from './scopes.ts';

/** More is no help to anybody who has to choose one. */
const MOST = 50;

export function returnTargets(graph: FlowGraph): Record<string, readonly string[]> {
  const start = graph.nodes.find((node) => node.kind === 'start');
  if (!start) return {};
  const dominators = dominatorsOf(start.id, (id) => successors(graph, id));
  const scopes = scopesOf(graph, dominators);
  const targets: Record<string, readonly string[]> = {};
  for (const node of graph.nodes) {
    if (!isWork(node)) continue;
    const own = scopes.get(node.id) ?? [];
    const found: string[] = [];
    for (let id = dominators.immediate(node.id); id !== null && found.length < MOST; id = dominators.immediate(id)) {
      const scope = scopes.get(id) ?? [];
      if (own.slice(scope.length).some((part) => aside(graph, part))) break;
      if (isWork(graph.flow.nodes[id]) && scope.every((part, depth) => own[depth] === part)) found.push(id);
    }
    targets[node.id] = found;
  }
  return targets;
}

/** Is this the scope of a timer that does not interrupt? */
const aside = (graph: FlowGraph, scope: string): boolean =>
  graph.flow.nodes[scope.slice(0, scope.lastIndexOf('.'))]?.kind === 'onTime';
