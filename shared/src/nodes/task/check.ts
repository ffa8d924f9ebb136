import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../../compiler/diagnostics.ts';
import { sorted, type NodeOf } from '../../document/index.ts';
import type { CheckContext } from '../lowering.ts';
import { checkDecisions } from '../work-check.ts';

export function checkTask(node: NodeOf<'task'>, context: CheckContext): Diagnostic[] {
  return [...checkLane(node, context), ...checkSigners(node), ...checkDecisions(node, context)];
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
  if (node.mode === 'single' || Object.keys(node.signers).length > 0) return [];
  return [
    diagnose('task.noSigners', nodeRef(node.id), { params: { name: node.name }, repair: repair('singleSigner') }),
  ];
}
