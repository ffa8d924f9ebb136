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
import { mustFollow } from './must-follow.ts';
import { segmentsOf, type Segment } from './segments.ts';

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

function layers(graph: FlowGraph, segment: Segment, found: readonly Dependency[]): string[][] {
  const follows = mustFollow(graph, found);
  const level: number[] = [];
  segment.forEach((to, i) => {
    level[i] = segment
      .slice(0, i)
      .reduce((max, from, j) => (follows(from, to) ? Math.max(max, (level[j] ?? 0) + 1) : max), 0);
  });
  const result: string[][] = [];
  segment.forEach((id, i) => (result[level[i] ?? 0] ??= []).push(id));
  return result;
}
