import type { CompletionName, Element, Prim } from '../../definition/index.ts';
import { sorted, type NodeOf, type Signer, type TaskMode } from '../../document/index.ts';
import type { LowerContext, Lowered } from '../lowering.ts';
import { lowerWork } from '../work-lowering.ts';

const COMPLETION: Readonly<Record<Exclude<TaskMode, 'single'>, CompletionName>> = {
  any: 'any@1',
  all: 'all@1',
  sequence: 'all@1',
  vote: 'vote@1',
  graded: 'levels@1',
};

/** One person's task is an activity; several sign as a list of signers of the one office, levels of a grading as well. */
export function lowerTask(node: NodeOf<'task'>, context: LowerContext): Lowered {
  const { work, prims, edges } = lowerWork(node, context);
  const { id, mode } = node;
  if (mode === 'single') return { prims: [{ type: 'activity', id, work }, ...prims], edges };
  const many: Prim = {
    type: 'many',
    id,
    work,
    elements: sorted(node.signers).map((signer) => elementOf(signer, mode, context)),
    choice: { mode: 'fixed' },
    completion: COMPLETION[mode],
    ...(mode === 'vote' ? { params: { threshold: node.threshold ?? 1 } } : {}),
    ...(mode === 'sequence' || mode === 'graded' ? { order: 'sequence' } : {}),
    rerun: 'all',
    role: 'signers',
  };
  return { prims: [many, ...prims], edges };
}

function elementOf(signer: Signer, mode: TaskMode, { compile }: LowerContext): Element {
  const { id, name, post, weight, condition } = signer;
  return {
    id,
    name,
    party: null,
    post,
    ...(mode === 'vote' && weight !== undefined ? { weight } : {}),
    ...(mode === 'graded' && condition ? { when: compile(condition) } : {}),
  };
}
