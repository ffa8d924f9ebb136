/** Pass 3: soundness, data flow and time of a lowered flow. */
import type { Executable } from '../definition/index.ts';
import type { Design } from '../document/index.ts';
import type { FlowGraph } from './graph.ts';
import type { Diagnostic } from './types.ts';

export interface Proof {
  readonly design: Design;
  readonly graph: FlowGraph;
  readonly executable: Executable;
}

export function prove(_proof: Proof): Diagnostic[] {
  return [];
}
