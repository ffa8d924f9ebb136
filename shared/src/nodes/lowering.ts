/** Compiler side of a node kind: how it becomes primitives, and what can be wrong with one node by itself. */
import type { FlowGraph } from '../compiler/graph.ts';
import type { Diagnostic, CompileContext } from '../compiler/types.ts';
import type { CompiledCondition, NetEdge, Prim } from '../definition/index.ts';
import type { Condition, Design, NodeKind, NodeOf } from '../document/index.ts';

export interface LowerContext {
  readonly graph: FlowGraph;
  compile(condition: Condition): CompiledCondition;
}

export interface Lowered {
  readonly prims: readonly Prim[];
  /** Edges inside the node, where it becomes two primitives. */
  readonly edges?: readonly NetEdge[];
  /** Primitive that the node's drawn edges leave from, when it is not the node's own id. */
  readonly leaves?: string;
}

export interface CheckContext {
  readonly design: Design;
  readonly graph: FlowGraph;
  readonly catalog: CompileContext;
}

export interface CompilerKind<K extends NodeKind> {
  readonly kind: K;
  /** Called only for a flow whose shape is right; a missing way is a bug here and throws. */
  lower(node: NodeOf<K>, context: LowerContext): Lowered;
  check(node: NodeOf<K>, context: CheckContext): Diagnostic[];
}

/** The one drawn edge out of a node. */
export function onlyWay(graph: FlowGraph, id: string): string {
  const edge = graph.out(id)[0];
  if (!edge) throw new Error(`Expected an edge out of "${id}", but there is none`);
  return edge.id;
}
