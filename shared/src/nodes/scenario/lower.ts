import type { FlowGraph } from '../../compiler/graph.ts';
import { CASE_RESULTS, type CaseResult, type NodeOf } from '../../document/index.ts';
import { mapped, type LowerContext, type Lowered } from '../lowering.ts';
import { lowerAttachments } from '../trigger-lowering.ts';

/** The edge of a result: its own, or the one that names no result. */
export function wayOfResult(graph: FlowGraph, id: string, result: CaseResult): string | null {
  const ways = graph.out(id);
  const way = ways.find((edge) => edge.decision === result) ?? ways.find((edge) => edge.decision === undefined);
  return way?.id ?? null;
}

export function lowerScenario(node: NodeOf<'scenario'>, context: LowerContext): Lowered {
  const { id, name, lane, scenario, inputs, outputs } = node;
  const outcomes = CASE_RESULTS.map((result) => {
    const edge = wayOfResult(context.graph, id, result);
    if (edge === null) throw new Error(`Expected a way for the result "${result}" of "${id}"`);
    return { id: result, name: result, edge };
  });
  return {
    prims: [
      {
        type: 'case',
        id,
        name,
        lane: lane ?? null,
        boundaries: lowerAttachments(id, context),
        scenario,
        inputs: mapped(inputs),
        outputs: mapped(outputs),
        outcomes,
      },
    ],
  };
}
