/** Compiler side of a node kind: how it becomes primitives, and what can be wrong with one node by itself. */
import type { FlowGraph } from '../compiler/graph.ts';
import type { Diagnostic, CompileContext } from '../compiler/types.ts';
import type { CompiledCondition, Mapping, NetEdge, Prim } from '../definition/index.ts';
import {
  sorted,
  type Condition,
  type Design,
  type FieldMapping,
  type NodeKind,
  type NodeOf,
} from '../document/index.ts';

export interface LowerContext {
  readonly design: Design;
  /** The drawing as compiler/prepare.ts leaves it: no links, no path without an end. */
  readonly graph: FlowGraph;
  compile(condition: Condition): CompiledCondition;
}

export interface Lowered {
  readonly prims: readonly Prim[];
  /** Edges inside the node, where it becomes several primitives. */
  readonly edges?: readonly NetEdge[];
  /** Primitive that the node's drawn edges leave from, when it is not the node's own id. */
  readonly leaves?: string;
  /** Scope that its primitives stand in, when it is not the node's own. */
  readonly scope?: string;
  /** The edges that lead to it are part of what they come from. */
  readonly absorbed?: boolean;
}

/** A node whose whole meaning another node's lowering takes up. */
export const TAKEN_UP: Lowered = { prims: [] };

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
  /** What it does with fields by itself; what people may do with them there is their access. Absent: nothing. */
  data?(node: NodeOf<K>, design: Design): NodeData;
}

/** Field ids. A `reads` is a need: it has to be written by then. */
export interface NodeData {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

/** The one drawn edge out of a node. */
export function onlyWay(graph: FlowGraph, id: string): string {
  const edge = graph.out(id)[0];
  if (!edge) throw new Error(`Expected an edge out of "${id}", but there is none`);
  return edge.id;
}

export const mapped = (mappings: Readonly<Record<string, FieldMapping>>): Mapping[] =>
  sorted(mappings).map(({ field, name }) => ({ field, name }));
