/**
 * 改并联 (A4.1): which steps of a series may run side by side. Each series is layered by its longest chains of
 * dependencies; a step that can end the case guards what follows and waits for what went before. Only structure is
 * asked, never a name.
 */
import type { Design } from '../../document/index.ts';
import { graphOf, type FlowGraph } from '../graph.ts';
import { timeOf } from '../time.ts';
import type { Dependency, ParallelProposal } from '../types.ts';
import { applyParallel } from './apply.ts';
import { dependencies } from './dependencies.ts';
import { neededBy } from './must-follow.ts';
import { guards, segmentsOf, type Segment } from './segments.ts';

export function propose(design: Design): ParallelProposal {
  const graph = graphOf(design.flow);
  const found = dependencies(design);
  const groups = segmentsOf(graph).flatMap((segment) =>
    layers(graph, segment, found).filter((layer) => layer.length > 1),
  );
  return {
    groups,
    dependencies: found,
    before: timeOf(graph),
    after: timeOf(graphOf(applyParallel(design, groups).flow)),
  };
}

/** A guard stands alone on its level, behind all before it. */
function layers(graph: FlowGraph, segment: Segment, found: readonly Dependency[]): string[][] {
  const needed = neededBy(found);
  const level = new Map<string, number>();
  const result: string[][] = [];
  let behindGuard = 0;
  for (const id of segment) {
    const guarding = guards(graph, id);
    let own = guarding ? result.length : behindGuard;
    for (const from of needed.get(id) ?? []) own = Math.max(own, (level.get(from) ?? -1) + 1);
    if (guarding) behindGuard = own + 1;
    level.set(id, own);
    (result[own] ??= []).push(id);
  }
  return result;
}
