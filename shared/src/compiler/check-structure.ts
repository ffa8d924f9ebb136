/**
 * How the parts of a flow stand to each other: borders of groups, reverse steps, what runs aside, and that what is
 * thrown is caught and what is waited for thrown.
 */
import { isAttachment, type Attachment, type Edge, type FlowNode } from '../document/index.ts';
import { TABLE_FAILED } from '../kernel/compute.ts';
import { JOB_FAILED } from '../kernel/net.ts';
import { codeOf } from '../nodes/trigger-lowering.ts';
import { diagnose, edgeRef, nodeRef, repair } from './diagnostics.ts';
import {
  isEnd,
  isEventGroup,
  isHolding,
  isInside,
  isJob,
  isWork,
  reachable,
  staysIn,
  type FlowGraph,
} from './graph.ts';
import { flowDominators } from './scopes.ts';
import type { Diagnostic } from './types.ts';

export function checkStructure(graph: FlowGraph): Diagnostic[] {
  return [
    ...checkBorders(graph),
    ...checkReverses(graph),
    ...checkAsides(graph),
    ...checkSignals(graph),
    ...checkCatchers(graph),
  ];
}

// ---------------------------------------------------------------- groups

/** A part has its own scope: ways begin and end inside it. */
function checkBorders(graph: FlowGraph): Diagnostic[] {
  return graph.edges
    .filter(({ from, to }) => graph.groupOf(from) !== graph.groupOf(to))
    .map((edge) => {
      const [from, to] = [graph.flow.nodes[edge.from], graph.flow.nodes[edge.to]];
      const params = { from: from?.name ?? '', to: to?.name ?? '' };
      return diagnose('edge.crossesGroup', edgeRef(edge.id), { params, repair: repair('removeEdge') });
    });
}

// ---------------------------------------------------------------- reverse steps

function checkReverses(graph: FlowGraph): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const node of graph.nodes) {
    const undone = node.undoes === undefined ? undefined : graph.flow.nodes[node.undoes];
    if (!undone) continue;
    const at = nodeRef(node.id);
    const said = { params: { name: node.name, step: undone.name }, related: [nodeRef(undone.id)] };
    const fix = repair('notReverse');
    if (!canBeUndone(undone) || !canUndo(node)) found.push(diagnose('reverse.wrongKind', at, { ...said, repair: fix }));
    if (graph.groupOf(node.id) !== graph.groupOf(undone.id)) {
      found.push(diagnose('reverse.otherGroup', at, { ...said, repair: repair('moveBeside', { to: undone.id }) }));
    }
    if (graph.into(node.id).length > 0) {
      found.push(diagnose('reverse.onWay', at, { ...said, repair: repair('removeEdgesInto') }));
    }
    if (graph.reverses(undone.id)[0] !== node) {
      found.push(diagnose('reverse.several', at, { ...said, repair: fix }));
    }
    found.push(...rejoining(graph, node));
  }
  return found;
}

/** What leaves a trace of its own in the case; a computed value or a message does not. */
const canBeUndone = (node: FlowNode): boolean => isHolding(node);
const canUndo = (node: FlowNode): boolean =>
  (isHolding(node) && node.kind !== 'wait') || node.kind === 'set' || node.kind === 'rule' || node.kind === 'notify';

/** What follows a reverse step is its own: where it ends, the undoing ends. */
function rejoining(graph: FlowGraph, reverse: FlowNode): Diagnostic[] {
  const region = reachable([reverse.id], (id) => graph.out(id).map((edge) => edge.to));
  const enters = ({ from, to }: Edge): boolean => region.has(to) && !region.has(from) && to !== reverse.id;
  const entry = graph.edges.find(enters);
  if (!entry) return [];
  const said = { params: { name: reverse.name }, related: [nodeRef(entry.to)] };
  return [diagnose('reverse.joinsMain', nodeRef(reverse.id), said)];
}

// ---------------------------------------------------------------- aside

/** The way of an attachment that does not interrupt ends by itself: it adds a token that the main way has no place for. */
function checkAsides(graph: FlowGraph): Diagnostic[] {
  if (!graph.start) return [];
  const dominators = flowDominators(graph);
  return graph.nodes.filter(isAttachment).flatMap((node): Diagnostic[] => {
    if (node.kind === 'onError' || node.interrupting || graph.out(node.id).length === 0) return [];
    const within = staysIn(graph, graph.groupOf(node.id));
    const aside = reachable([node.id], (id) => graph.ways(id).filter(within));
    // What can be reached without the attachment is not its own.
    const joined = [...aside].find((id) => !isEnd(graph.flow.nodes[id]) && !dominators.dominates(node.id, id));
    if (joined === undefined) return [];
    const params = { name: node.name, step: graph.flow.nodes[joined]?.name ?? '' };
    return [diagnose('aside.joinsMain', nodeRef(node.id), { params, related: [nodeRef(joined)] })];
  });
}

// ---------------------------------------------------------------- thrown and caught

const namesOf = (names: readonly string[]): ReadonlySet<string> => new Set(names.map((name) => name.trim()));

function checkSignals(graph: FlowGraph): Diagnostic[] {
  const thrown = namesOf(
    graph.nodes.flatMap((node) => (node.kind === 'signal' && node.throws?.type === 'signal' ? [node.throws.name] : [])),
  );
  const waiting = graph.nodes.flatMap((node) => {
    const trigger = triggerOf(node);
    return trigger?.type === 'signal' ? [{ node, name: trigger.name }] : [];
  });
  const waited = namesOf(waiting.map(({ name }) => name));
  const idle = (code: 'signal.nobodyWaits' | 'signal.neverThrown', node: FlowNode, signal: string): Diagnostic =>
    diagnose(code, nodeRef(node.id), { params: { name: node.name, signal } });
  return [
    ...graph.nodes.flatMap((node) => {
      if (node.kind !== 'signal' || node.throws?.type !== 'signal') return [];
      const { name } = node.throws;
      return name.trim() === '' || waited.has(name.trim()) ? [] : [idle('signal.nobodyWaits', node, name)];
    }),
    ...waiting.flatMap(({ node, name }) =>
      name.trim() === '' || thrown.has(name.trim()) ? [] : [idle('signal.neverThrown', node, name)],
    ),
  ];
}

/** The event that a node waits for, is attached by, or is opened by. */
export function triggerOf(node: FlowNode) {
  if (node.kind === 'wait' || node.kind === 'onMessage') return node.on;
  return node.kind === 'group' ? node.event?.on : undefined;
}

interface Thrown {
  readonly node: FlowNode;
  readonly type: 'error' | 'escalation';
  readonly code: string;
}

function thrownBy(node: FlowNode): Thrown[] {
  if (node.kind === 'fail') return [{ node, type: 'error', code: node.code.trim() }];
  if (isJob(node)) return [{ node, type: 'error', code: JOB_FAILED }];
  if (node.kind === 'rule') return [{ node, type: 'error', code: TABLE_FAILED }];
  if (node.kind === 'signal' && node.throws?.type === 'escalation') {
    return [{ node, type: 'escalation', code: node.throws.code.trim() }];
  }
  if (isWork(node) && node.overdue?.type === 'escalate') {
    return [{ node, type: 'escalation', code: node.overdue.code.trim() }];
  }
  return [];
}

interface Catcher {
  readonly node: FlowNode;
  readonly type: 'error' | 'escalation';
  /** Null: any. */
  readonly code: string | null;
  /** What it catches from: its host with all inside, or the group that it stands in. */
  covers(thrower: string): boolean;
}

function catcherOf(graph: FlowGraph, node: FlowNode): Catcher | null {
  if (node.kind === 'onError' || node.kind === 'onEscalation') {
    // Without a host its kind says so.
    return isHolding(graph.flow.nodes[node.attachedTo]) ? attached(graph, node) : null;
  }
  const on = isEventGroup(node) ? node.event?.on : undefined;
  if (on?.type !== 'error' && on?.type !== 'escalation') return null;
  const group = graph.groupOf(node.id);
  // What it throws itself is not for it.
  const covers = (id: string): boolean => isInside(graph, id, group) && id !== node.id && !isInside(graph, id, node.id);
  return { node, type: on.type, code: codeOf(on.code), covers };
}

function attached(graph: FlowGraph, node: Extract<Attachment, { kind: 'onError' | 'onEscalation' }>): Catcher {
  const { attachedTo } = node;
  return {
    node,
    type: node.kind === 'onError' ? 'error' : 'escalation',
    code: codeOf(node.code),
    covers: (id) => id === attachedTo || isInside(graph, id, attachedTo),
  };
}

function checkCatchers(graph: FlowGraph): Diagnostic[] {
  const thrown = graph.nodes.flatMap(thrownBy);
  const catchers = graph.nodes.flatMap((node) => catcherOf(graph, node) ?? []);
  const catches = (catcher: Catcher, one: Thrown): boolean =>
    catcher.type === one.type && (catcher.code === null || catcher.code === one.code) && catcher.covers(one.node.id);
  return [
    ...catchers
      .filter((catcher) => !thrown.some((one) => catches(catcher, one)))
      .map(({ node, code }) =>
        diagnose('catch.neverThrown', nodeRef(node.id), { params: { name: node.name, code: code ?? '' } }),
      ),
    ...thrown
      .filter(
        (one) => one.type === 'escalation' && one.code !== '' && !catchers.some((catcher) => catches(catcher, one)),
      )
      .map(({ node, code }) =>
        diagnose('escalation.nobodyCatches', nodeRef(node.id), { params: { name: node.name, code } }),
      ),
  ];
}
