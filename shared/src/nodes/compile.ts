/** Registry of node kinds, compiler side. An explicit list. */
import type { Design, FlowNode, NodeKind } from '../document/index.ts';
import type { Diagnostic } from '../compiler/types.ts';
import { lowerAttachment } from './attachment-lowering.ts';
import { checkConnect } from './connect/check.ts';
import { lowerConnect } from './connect/lower.ts';
import { checkDispatch } from './dispatch/check.ts';
import { lowerDispatch } from './dispatch/lower.ts';
import { checkDocument } from './document/check.ts';
import { lowerDocument } from './document/lower.ts';
import { checkEnd } from './end/check.ts';
import { lowerEnd } from './end/lower.ts';
import { checkExclusive } from './exclusive/check.ts';
import { lowerExclusive } from './exclusive/lower.ts';
import { checkFail } from './fail/check.ts';
import { lowerFail } from './fail/lower.ts';
import { checkFetch } from './fetch/check.ts';
import { lowerFetch } from './fetch/lower.ts';
import { checkFirstEvent } from './firstEvent/check.ts';
import { lowerFirstEvent } from './firstEvent/lower.ts';
import { checkForeign } from './foreign/check.ts';
import { lowerForeign } from './foreign/lower.ts';
import { checkGroup } from './group/check.ts';
import { lowerGroup } from './group/lower.ts';
import { checkInclusive } from './inclusive/check.ts';
import { lowerInclusive } from './inclusive/lower.ts';
import { checkLink } from './link/check.ts';
import { lowerLink } from './link/lower.ts';
import { checkNotify } from './notify/check.ts';
import { lowerNotify } from './notify/lower.ts';
import { checkOnError } from './onError/check.ts';
import { checkOnEscalation } from './onEscalation/check.ts';
import { checkOnMessage } from './onMessage/check.ts';
import { checkOnTime } from './onTime/check.ts';
import { checkParallel } from './parallel/check.ts';
import { lowerParallel } from './parallel/lower.ts';
import { checkRule } from './rule/check.ts';
import { lowerRule } from './rule/lower.ts';
import { checkScenarioNode } from './scenario/check.ts';
import { lowerScenario } from './scenario/lower.ts';
import { checkSet } from './set/check.ts';
import { lowerSet } from './set/lower.ts';
import { checkSignal } from './signal/check.ts';
import { lowerSignal } from './signal/lower.ts';
import { checkStart } from './start/check.ts';
import { lowerStart } from './start/lower.ts';
import { checkTask } from './task/check.ts';
import { lowerTask } from './task/lower.ts';
import { checkTerminate } from './terminate/check.ts';
import { lowerTerminate } from './terminate/lower.ts';
import { checkUndo } from './undo/check.ts';
import { lowerUndo } from './undo/lower.ts';
import { checkWait } from './wait/check.ts';
import { lowerWait } from './wait/lower.ts';
import type { CheckContext, CompilerKind, LowerContext, Lowered, NodeData } from './lowering.ts';
import {
  connectData,
  documentData,
  fetchData,
  groupData,
  notifyData,
  onMessageData,
  onTimeData,
  ruleData,
  scenarioData,
  setData,
  signalData,
  startData,
  taskData,
  waitData,
} from './node-data.ts';

const KINDS: { readonly [K in NodeKind]: CompilerKind<K> } = {
  start: { kind: 'start', lower: lowerStart, check: checkStart, data: startData },
  task: { kind: 'task', lower: lowerTask, check: checkTask, data: taskData },
  dispatch: { kind: 'dispatch', lower: lowerDispatch, check: checkDispatch },
  fetch: { kind: 'fetch', lower: lowerFetch, check: checkFetch, data: fetchData },
  connect: { kind: 'connect', lower: lowerConnect, check: checkConnect, data: connectData },
  rule: { kind: 'rule', lower: lowerRule, check: checkRule, data: ruleData },
  set: { kind: 'set', lower: lowerSet, check: checkSet, data: setData },
  document: { kind: 'document', lower: lowerDocument, check: checkDocument, data: documentData },
  notify: { kind: 'notify', lower: lowerNotify, check: checkNotify, data: notifyData },
  scenario: { kind: 'scenario', lower: lowerScenario, check: checkScenarioNode, data: scenarioData },
  group: { kind: 'group', lower: lowerGroup, check: checkGroup, data: groupData },
  exclusive: { kind: 'exclusive', lower: lowerExclusive, check: checkExclusive },
  parallel: { kind: 'parallel', lower: lowerParallel, check: checkParallel },
  inclusive: { kind: 'inclusive', lower: lowerInclusive, check: checkInclusive },
  firstEvent: { kind: 'firstEvent', lower: lowerFirstEvent, check: checkFirstEvent },
  wait: { kind: 'wait', lower: lowerWait, check: checkWait, data: waitData },
  signal: { kind: 'signal', lower: lowerSignal, check: checkSignal, data: signalData },
  link: { kind: 'link', lower: lowerLink, check: checkLink },
  onTime: { kind: 'onTime', lower: lowerAttachment, check: checkOnTime, data: onTimeData },
  onError: { kind: 'onError', lower: lowerAttachment, check: checkOnError },
  onEscalation: { kind: 'onEscalation', lower: lowerAttachment, check: checkOnEscalation },
  onMessage: { kind: 'onMessage', lower: lowerAttachment, check: checkOnMessage, data: onMessageData },
  undo: { kind: 'undo', lower: lowerUndo, check: checkUndo },
  end: { kind: 'end', lower: lowerEnd, check: checkEnd },
  terminate: { kind: 'terminate', lower: lowerTerminate, check: checkTerminate },
  foreign: { kind: 'foreign', lower: lowerForeign, check: checkForeign },
  fail: { kind: 'fail', lower: lowerFail, check: checkFail },
};

/** An entry as its own node finds it: a node's kind picked it, so that the node is of its kind. */
interface AnyKind {
  lower(node: FlowNode, context: LowerContext): Lowered;
  check(node: FlowNode, context: CheckContext): Diagnostic[];
  data?(node: FlowNode, design: Design): NodeData;
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

const NOTHING: NodeData = { reads: [], writes: [] };
export const nodeData = (node: FlowNode, design: Design): NodeData =>
  compilerKind(node.kind).data?.(node, design) ?? NOTHING;
