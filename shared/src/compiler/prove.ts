/** Pass 3: soundness, data flow and time of a lowered flow. */
import type { Executable } from '../definition/index.ts';
import type { Design } from '../document/index.ts';
import type { FlowGraph } from './graph.ts';
import { proveData } from './prove-data.ts';
import { proveTime } from './prove-time.ts';
import { proveSoundness } from './soundness/soundness.ts';
import type { Diagnostic, TimeFigures } from './types.ts';

export interface Proof {
  readonly design: Design;
  readonly graph: FlowGraph;
  readonly executable: Executable;
  readonly time: TimeFigures;
}

export function prove({ design, graph, executable, time }: Proof): Diagnostic[] {
  return [...proveSoundness(executable), ...proveData(design, graph), ...proveTime(design, graph, time)];
}
