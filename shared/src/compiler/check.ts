/** Pass 1: the shape of the flow, the form, the catalog. */
import type { CheckContext } from '../nodes/lowering.ts';
import { checkNode } from '../nodes/compile.ts';
import type { Diagnostic } from './types.ts';

export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  /** The flow can be lowered. */
  readonly flowHolds: boolean;
}

export function check(context: CheckContext): Checked {
  const diagnostics = context.graph.nodes.flatMap((node) => checkNode(node, context));
  return { diagnostics, flowHolds: context.graph.nodes.some((node) => node.kind === 'start') };
}
