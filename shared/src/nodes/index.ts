/** Registry of node kinds, document side. An explicit list; it never pulls in the compiler. */
import type { FlowNode, NodeKind } from '../document/index.ts';
import { FIRST_DECISION, NODE_WORDS } from '../words/nodes.ts';
import { dispatchKind } from './dispatch/defaults.ts';
import { endKind } from './end/defaults.ts';
import { exclusiveKind } from './exclusive/defaults.ts';
import type { DocumentKind, NewNode, NodeFamily } from './kinds.ts';
import { onTimeKind } from './onTime/defaults.ts';
import { parallelKind } from './parallel/defaults.ts';
import { startKind } from './start/defaults.ts';
import { taskKind } from './task/defaults.ts';

export type { DocumentKind, NewNode, NodeFamily } from './kinds.ts';
export { NODE_WORDS, FIRST_DECISION } from '../words/nodes.ts';

const KINDS: { readonly [K in NodeKind]: DocumentKind<K> } = {
  start: startKind,
  task: taskKind,
  dispatch: dispatchKind,
  exclusive: exclusiveKind,
  parallel: parallelKind,
  onTime: onTimeKind,
  end: endKind,
};

/** In the order of the palette. */
export const NODE_KINDS = Object.keys(KINDS) as readonly NodeKind[];

/** Throws on an unknown kind: the document's schema admits none, so it is a bug. */
export function nodeKind<K extends NodeKind>(kind: K): DocumentKind<K> {
  const found: DocumentKind<K> | undefined = KINDS[kind];
  if (!found) throw new Error(`Expected a node kind of ${NODE_KINDS.join(', ')}, but got "${String(kind)}"`);
  return found;
}

export const nodeFamily = (kind: NodeKind): NodeFamily => nodeKind(kind).family;
export const nodeIcon = (kind: NodeKind): string => NODE_WORDS[nodeKind(kind).kind].icon;

/** A new node with the kind's own words, unless the caller gives others. */
export function newNode(
  kind: NodeKind,
  node: Pick<NewNode, 'id' | 'lane' | 'attachedTo'> & Partial<NewNode>,
  lang: 'zh-CN' | 'en' = 'zh-CN',
): FlowNode {
  return nodeKind(kind).create({
    ...node,
    name: node.name ?? NODE_WORDS[nodeKind(kind).kind][lang].name,
    decision: node.decision ?? FIRST_DECISION[lang].positive,
  });
}
