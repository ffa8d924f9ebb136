/** Registry of node kinds, document side. An explicit list; it never pulls in the compiler. */
import type { FlowNode, NodeKind } from '../document/index.ts';
import { FIRST_DECISION, NODE_WORDS } from '../words/nodes.ts';
import { connectKind } from './connect/defaults.ts';
import { dispatchKind } from './dispatch/defaults.ts';
import { documentKind } from './document/defaults.ts';
import { endKind } from './end/defaults.ts';
import { exclusiveKind } from './exclusive/defaults.ts';
import { failKind } from './fail/defaults.ts';
import { fetchKind } from './fetch/defaults.ts';
import { firstEventKind } from './firstEvent/defaults.ts';
import { foreignKind } from './foreign/defaults.ts';
import { groupKind } from './group/defaults.ts';
import { inclusiveKind } from './inclusive/defaults.ts';
import { linkKind } from './link/defaults.ts';
import { notifyKind } from './notify/defaults.ts';
import { onErrorKind } from './onError/defaults.ts';
import { onEscalationKind } from './onEscalation/defaults.ts';
import { onMessageKind } from './onMessage/defaults.ts';
import { onTimeKind } from './onTime/defaults.ts';
import { parallelKind } from './parallel/defaults.ts';
import { ruleKind } from './rule/defaults.ts';
import { scenarioKind } from './scenario/defaults.ts';
import { setKind } from './set/defaults.ts';
import { signalKind } from './signal/defaults.ts';
import { startKind } from './start/defaults.ts';
import { taskKind } from './task/defaults.ts';
import { terminateKind } from './terminate/defaults.ts';
import { undoKind } from './undo/defaults.ts';
import { waitKind } from './wait/defaults.ts';
import type { DocumentKind, NewNode, NodeFamily } from './kinds.ts';

export type { DocumentKind, NewNode, NodeFamily } from './kinds.ts';
export { NODE_WORDS, FIRST_DECISION } from '../words/nodes.ts';

const KINDS: { readonly [K in NodeKind]: DocumentKind<K> } = {
  start: startKind,
  task: taskKind,
  dispatch: dispatchKind,
  fetch: fetchKind,
  connect: connectKind,
  rule: ruleKind,
  set: setKind,
  document: documentKind,
  notify: notifyKind,
  scenario: scenarioKind,
  group: groupKind,
  exclusive: exclusiveKind,
  parallel: parallelKind,
  inclusive: inclusiveKind,
  firstEvent: firstEventKind,
  wait: waitKind,
  signal: signalKind,
  link: linkKind,
  onTime: onTimeKind,
  onError: onErrorKind,
  onEscalation: onEscalationKind,
  onMessage: onMessageKind,
  undo: undoKind,
  end: endKind,
  terminate: terminateKind,
  foreign: foreignKind,
  fail: failKind,
};

/** Kinds that can be drawn, in the order of the palette. */
export const NODE_KINDS = (Object.keys(KINDS) as readonly NodeKind[]).filter(
  (kind) => KINDS[kind].family !== 'foreign',
);

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
  node: Pick<NewNode, 'id' | 'lane' | 'group' | 'attachedTo'> & Partial<NewNode>,
  lang: 'zh-CN' | 'en' = 'zh-CN',
): FlowNode {
  return nodeKind(kind).create({
    ...node,
    name: node.name ?? NODE_WORDS[nodeKind(kind).kind][lang].name,
    decision: node.decision ?? FIRST_DECISION[lang].positive,
  });
}
