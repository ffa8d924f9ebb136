/**
 * The compiler, pass by pass: check (shape) → lower → prove (soundness, data, time) → seal.
 * A pass whose ground is missing does not run: what it would say would only follow from what was said before.
 */
import type { Executable } from '../definition/index.ts';
import type { Design } from '../document/index.ts';
import { graphOf } from './graph.ts';
import { check } from './check.ts';
import { breaksShape } from './diagnostics.ts';
import { countsOf } from './counts.ts';
import { lower } from './lower.ts';
import { prove } from './prove.ts';
import { seal } from './seal.ts';
import { timeOf } from './time.ts';
import type { CompileContext, Compiled } from './types.ts';

/** Problems of shape that leave what is connected runnable. */
const RUNNABLE: ReadonlySet<string> = new Set([
  'flow.noEnd',
  'node.unreachable',
  'node.noWayToEnd',
  'choice.noDefault',
  'link.noPartner',
  'edge.missingCondition',
]);

/**
 * The executable of a drawing that is not finished, for rehearsals and comparisons: unproven and unsealed, it can never
 * be published. Null when not even that can be said.
 */
export function lowerUnsealed(design: Design, context: CompileContext): Executable | null {
  const graph = graphOf(design.flow);
  const { diagnostics } = check({ design, graph, catalog: context });
  const broken = diagnostics.some((one) => breaksShape(one) && !RUNNABLE.has(one.code));
  return broken ? null : lower(design, graph);
}

/** Pure; the same design and context give the same result. Never throws on a design that its schema admits. */
export function compile(design: Design, context: CompileContext): Compiled {
  const graph = graphOf(design.flow);
  const checked = check({ design, graph, catalog: context });
  const executable = checked.flowHolds ? lower(design, graph) : null;
  const time = timeOf(graph);
  const proved = executable ? prove({ design, graph, executable, time }) : [];
  const diagnostics = [...checked.diagnostics, ...proved];
  const blocked = diagnostics.some(({ severity }) => severity === 'error');
  return {
    executable,
    definition: executable && !blocked ? seal(design, executable) : null,
    diagnostics,
    time,
    counts: countsOf(design),
  };
}
