/**
 * Return targets (退回上一环节): the earlier working nodes that lie on every way to a node, in its own or an enclosing
 * scope, nearest first. Nothing inside a scope that the returner has left or never entered is a target, and from what
 * runs aside (an attachment that does not interrupt, a part that an event opened, a reverse step) there is no way back
 * past its beginning: what it hangs on may be long done. So a return always goes back to a marking that was reachable
 * before (design: Returns).
 */
import { isWork, type FlowGraph } from './graph.ts';
import { flowDominators, scopesOf, standsAside } from './scopes.ts';

/** More is no help to anybody who has to choose one. */
const MOST = 50;

export function returnTargets(graph: FlowGraph): Record<string, readonly string[]> {
  if (!graph.start) return {};
  const dominators = flowDominators(graph);
  const scopes = scopesOf(graph);
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

function aside(graph: FlowGraph, scope: string): boolean {
  const opener = graph.flow.nodes[scope.slice(0, scope.lastIndexOf('.'))];
  return opener !== undefined && standsAside(opener);
}
