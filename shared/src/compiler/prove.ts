/** Pass 3: soundness, data flow and time of a lowered flow. */
import type { Executable, Prim } from '../definition/index.ts';
import type { Design } from '../document/index.ts';
import type { FlowGraph } from './graph.ts';
import { proveData } from './prove-data.ts';
import { proveTime } from './prove-time.ts';
import { diagnose, THE_DESIGN } from './diagnostics.ts';
import { proveSoundness } from './soundness/soundness.ts';
import type { Diagnostic, TimeFigures } from './types.ts';

export interface Proof {
  readonly design: Design;
  readonly graph: FlowGraph;
  readonly executable: Executable;
  readonly time: TimeFigures;
}

export function prove({ design, graph, executable, time }: Proof): Diagnostic[] {
  return [...proveFlow(executable), ...proveData(design, graph), ...proveTime(design, graph, time)];
}

/** Primitives that soundness has a model of; a flow with others is not decided, which does not publish. */
const MODELLED: ReadonlySet<Prim['type']> = new Set(['start', 'activity', 'many', 'choice', 'fork', 'join', 'end']);

function proveFlow(executable: Executable): Diagnostic[] {
  const known = Object.values(executable.prims).every((prim) => MODELLED.has(prim.type) && !beyond(prim));
  if (known) return proveSoundness(executable);
  return [diagnose('sound.undecided', THE_DESIGN, { params: { markings: 0 } })];
}

const beyond = (prim: Prim): boolean =>
  'work' in prim && (prim.work.boundaries ?? []).some(({ on }) => on.type !== 'timer');
