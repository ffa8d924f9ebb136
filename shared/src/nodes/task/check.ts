import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../../compiler/diagnostics.ts';
import { sorted, type NodeOf, type Signer } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';
import { isBlank } from '../conditions.ts';
import { checkDecisions, lacksRefusal } from '../work-check.ts';
import { checkOverdue } from '../overdue-check.ts';

export function checkTask(node: NodeOf<'task'>, context: CheckContext): Diagnostic[] {
  return [...checkLane(node, context), ...checkSigners(node), ...checkDecisions(node, context), ...checkOverdue(node)];
}

function checkLane(node: NodeOf<'task'>, { design }: CheckContext): Diagnostic[] {
  const at = nodeRef(node.id);
  const params = { name: node.name };
  const offices = sorted(design.flow.lanes).filter((lane) => lane.party.kind !== 'several');
  const [only] = offices;
  const assign = only && offices.length === 1 ? repair('setLane', { lane: only.id, name: only.name }) : undefined;
  if (node.lane === undefined) return [diagnose('task.noLane', at, { params, repair: assign })];
  const lane = design.flow.lanes[node.lane];
  if (!lane) return [diagnose('task.unknownLane', at, { params, repair: assign })];
  if (lane.party.kind === 'several') {
    return [diagnose('task.severalLane', at, { params: { ...params, lane: lane.name }, repair: assign })];
  }
  return [];
}

function checkSigners(node: NodeOf<'task'>): Diagnostic[] {
  const signers = sorted(node.signers);
  if (node.mode === 'single') return [];
  if (signers.length === 0) {
    const said = { params: { name: node.name }, repair: repair('singleSigner') };
    return [diagnose('task.noSigners', nodeRef(node.id), said)];
  }
  if (node.mode === 'vote') return checkVote(node, signers);
  return node.mode === 'graded' ? checkLevels(node, signers) : [];
}

/** 票签: everyone has votes, and the share that must agree can be reached and missed. */
function checkVote(node: NodeOf<'task'>, signers: readonly Signer[]): Diagnostic[] {
  const at = nodeRef(node.id);
  const params = { name: node.name };
  const found: Diagnostic[] = [];
  const { threshold } = node;
  if (threshold !== undefined && !(threshold > 0 && threshold <= 1)) {
    found.push(diagnose('task.threshold', at, { params: { ...params, threshold }, repair: repair('askForHalf') }));
  }
  const idle = signers.find(({ weight }) => weight !== undefined && !(weight > 0));
  if (idle) {
    found.push(diagnose('task.weight', at, { params: { ...params, signer: idle.name }, repair: repair('oneVote') }));
  }
  if (lacksRefusal(node)) found.push(diagnose('task.noRefusal', at, { params, repair: repair('addRefusal') }));
  return found;
}

/** 独任 is one level, 一审一核 two, 报批 three. */
const MOST_LEVELS = 3;

function checkLevels(node: NodeOf<'task'>, signers: readonly Signer[]): Diagnostic[] {
  const at = nodeRef(node.id);
  const params = { name: node.name };
  const found: Diagnostic[] = [];
  if (signers.length > MOST_LEVELS) {
    found.push(diagnose('task.levels', at, { params: { ...params, count: signers.length } }));
  }
  if (signers.every(({ condition }) => !isBlank(condition))) {
    found.push(diagnose('task.mayBeUnsigned', at, { params, repair: repair('alwaysFirst') }));
  }
  return found;
}
