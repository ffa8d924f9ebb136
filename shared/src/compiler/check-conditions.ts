/** Conditions and FEEL texts: what they name must exist, and comparisons must be of the right kind. */
import type { ComparisonClause, Condition, Design, Edge, Field, FlowNode } from '../document/index.ts';
import { comparisonsFor, DECISION_COMPARISONS, fitsOperand, operandOf, type Operand } from '../expressions/index.ts';
import type { CheckContext } from '../nodes/lowering.ts';
import { checkConditionText, checkFormula, unknownReads, type FeelPlace } from './check-feel.ts';
import { triggerOf } from './check-structure.ts';
import { diagnose, edgeRef, fieldRef, nodeRef } from './diagnostics.ts';
import { isWork } from './graph.ts';
import type { Diagnostic } from './types.ts';

export function checkConditions({ design, graph }: CheckContext): Diagnostic[] {
  const onEdges = graph.edges.flatMap((edge) =>
    edge.condition && !edge.isDefault
      ? checkCondition(edge.condition, { design, at: edgeRef(edge.id), name: edgeName(design, edge) })
      : [],
  );
  const atNodes = graph.nodes.flatMap((node) =>
    conditionsOf(node).flatMap((condition) =>
      checkCondition(condition, { design, at: nodeRef(node.id), name: node.name }),
    ),
  );
  return [...onEdges, ...atNodes, ...Object.values(design.form.fields).flatMap((field) => checkRules(design, field))];
}

/** Conditions that a node carries itself: what it waits for, and which levels of a grading are needed. */
export function conditionsOf(node: FlowNode): Condition[] {
  const trigger = triggerOf(node);
  const levels = node.kind === 'task' && node.mode === 'graded' ? Object.values(node.signers) : [];
  return [
    ...(trigger?.type === 'condition' ? [trigger.condition] : []),
    ...levels.flatMap(({ condition }) => (condition ? [condition] : [])),
  ];
}

const edgeName = (design: Design, edge: Edge): string => edge.name || (design.flow.nodes[edge.to]?.name ?? '');

function checkRules(design: Design, field: Field): Diagnostic[] {
  const { visible, requiredWhen, valid } = field.rules;
  const place = { design, at: fieldRef(field.id), name: field.name };
  const found = [visible, requiredWhen, valid].flatMap((rule) => (rule ? checkCondition(rule, place) : []));
  if (field.source.type !== 'computed') return found;
  const { feel } = field.source;
  return [...found, ...checkFormula({ text: feel, field, syntax: 'field.computedSyntax' }, place)];
}

function checkCondition(condition: Condition, place: FeelPlace): Diagnostic[] {
  if (condition.type === 'compare') return checkComparison(condition, place);
  if (condition.type !== 'feel') return condition.of.flatMap((part) => checkCondition(part, place));
  return checkConditionText(condition.text, place);
}

function checkComparison(clause: ComparisonClause, place: FeelPlace): Diagnostic[] {
  const { left, op, right } = clause;
  const unknown = unknownReads(clause, place);
  if (unknown.length > 0) return unknown;
  const field = left.type === 'field' ? place.design.form.fields[left.id] : undefined;
  const step = left.type === 'decision' ? place.design.flow.nodes[left.node] : undefined;
  const params = { name: place.name, subject: field?.name ?? step?.name ?? '' };
  const ops = field ? comparisonsFor(field) : DECISION_COMPARISONS;
  if (!ops.includes(op)) return [diagnose('condition.wrongType', place.at, { params: { ...params, op } })];
  if (op === 'filled' || op === 'empty') return [];
  const values = Array.isArray(right) ? right : [right];
  if (right === undefined || right === '' || values.length === 0) {
    return [diagnose('condition.incomplete', place.at, { params })];
  }
  const operand: Operand = field ? operandOf(field) : 'option';
  if ((op === 'in') !== Array.isArray(right) || !values.every((value) => fitsOperand(operand, value))) {
    return [diagnose('condition.wrongType', place.at, { params: { ...params, op } })];
  }
  if (step && isWork(step)) {
    const missing = values.find((value) => !step.decisions[String(value)]);
    if (missing !== undefined) {
      return [diagnose('condition.unknownDecision', place.at, { params: { ...params, value: String(missing) } })];
    }
  }
  if (field?.kind === 'choice') {
    const missing = values.find((value) => !field.options[String(value)]);
    if (missing !== undefined) {
      return [diagnose('condition.unknownOption', place.at, { params: { ...params, value: String(missing) } })];
    }
  }
  return [];
}
