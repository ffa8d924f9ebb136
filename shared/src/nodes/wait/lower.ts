import type { Arm } from '../../definition/index.ts';
import type { FlowGraph } from '../../compiler/graph.ts';
import type { NodeOf } from '../../document/index.ts';
import { onlyWay, TAKEN_UP, type LowerContext, type Lowered } from '../lowering.ts';
import { lowerAttachments, lowerTrigger } from '../trigger-lowering.ts';

/** The first-event gateway that a wait is one of the events of; null for a wait of its own. */
export function gatewayBefore(graph: FlowGraph, id: string): string | null {
  const [only] = graph.into(id);
  return only && graph.flow.nodes[only.from]?.kind === 'firstEvent' ? only.from : null;
}

/** An event with the way that it opens. */
export function armOf(node: NodeOf<'wait'>, context: LowerContext): Arm {
  if (!node.on) throw new Error(`Expected an event that "${node.id}" waits for, but it names none`);
  const { id, name } = node;
  return { id, name, on: lowerTrigger(node.on, context), edge: onlyWay(context.graph, id) };
}

export function lowerWait(node: NodeOf<'wait'>, context: LowerContext): Lowered {
  const gateway = gatewayBefore(context.graph, node.id);
  if (gateway !== null) return { ...TAKEN_UP, leaves: gateway, absorbed: true };
  const { id, name, lane, outsideClock } = node;
  return {
    prims: [
      {
        type: 'wait',
        id,
        name,
        lane: lane ?? null,
        boundaries: lowerAttachments(id, context),
        arms: [armOf(node, context)],
        outsideClock,
      },
    ],
  };
}
