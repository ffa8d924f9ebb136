/** Registry of node kinds, compiler side. An explicit list. */
import type { FlowNode, NodeKind } from '../document/index.ts';
import type { Diagnostic } from '../compiler/types.ts';
import { checkDispatch } from './dispatch/check.ts';
import { lowerDispatch } from './dispatch/lower.ts';
import { checkEnd } from './end/check.ts';
import { lowerEnd } from './end/lower.ts';
import { checkExclusive } from './exclusive/check.ts';
import { lowerExclusive } from './exclusive/lower.ts';
import type { CheckContext, CompilerKind, LowerContext, Lowered } from './lowering.ts';
import { checkOnTime } from './onTime/check.ts';
import { lowerOnTime } from './onTime/lower.ts';
import { checkParallel } from './parallel/check.ts';
import { lowerParallel } from './parallel/lower.ts';
import { checkStart } from './start/check.ts';
import { lowerStart } from './start/lower.ts';
import { checkTask } from './task/check.ts';
import { lowerTask } from './task/lower.ts';

const KINDS: { readonly [K in NodeKind]: CompilerKind<K> } = {
  start: { kind: 'start', lower: lowerStart, check: checkStart },
  task: { kind: 'task', lower: lowerTask, check: checkTask },
  dispatch: { kind: 'dispatch', lower: lowerDispatch, check: checkDispatch },
  exclusive: { kind: 'exclusive', lower: lowerExclusive, check: checkExclusive },
  parallel: { kind: 'parallel', lower: lowerParallel, check: checkParallel },
  onTime: { kind: 'onTime', lower: lowerOnTime, check: checkOnTime },
  end: { kind: 'end', lower: lowerEnd, check: checkEnd },
};

/** An entry as its own node finds it: a node's kind picked it, so that the node is of its kind. */
interface AnyKind {
  lower(node: FlowNode, context: LowerContext): Lowered;
  check(node: FlowNode, context: CheckContext): Diagnostic[];
}

/** Throws on an unknown kind: the document's schema admits none, so it is a bug. */
function compilerKind(kind: NodeKind): AnyKind {
  const found: AnyKind | undefined = KINDS[kind];
  if (!found) throw new Error(`Expected a node kind of ${Object.keys(KINDS).join(', ')}, but got "${String(kind)}"`);
  return found;
}

export const lowerNode = (node: FlowNode, context: LowerContext): Lowered =>
  compilerKind(node.kind).lower(node, context);

export const checkNode = (node: FlowNode, context: CheckContext): Diagnostic[] =>
  compilerKind(node.kind).check(node, context);
