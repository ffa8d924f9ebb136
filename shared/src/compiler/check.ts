/**
 * Pass 1: the shape of the flow, the conditions, the form, the scenario. Problems come in the order in which a
 * drawer would meet them: first the flow, node by node, then what hangs on it.
 */
import type { CheckContext } from '../nodes/lowering.ts';
import { checkNode } from '../nodes/compile.ts';
import { checkConditions } from './check-conditions.ts';
import { caseNames } from './check-feel.ts';
import { checkFlow } from './check-flow.ts';
import { checkForm } from './check-form.ts';
import { checkScenario } from './check-scenario.ts';
import { tableTypes } from '../decisions/index.ts';
import { checkTables } from './check-tables.ts';
import { breaksShape } from './diagnostics.ts';
import type { Diagnostic } from './types.ts';

export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  /** The flow can be lowered. */
  readonly flowHolds: boolean;
}

export function check(context: CheckContext): Checked {
  const begun = context.graph.nodes.length > 0;
  const flow = [...checkFlow(context), ...context.graph.nodes.flatMap((node) => checkNode(node, context))];
  const diagnostics = [
    ...flow,
    ...checkConditions(context),
    ...checkForm(context),
    ...checkRules(context),
    ...checkScenario(context, begun),
  ];
  return { diagnostics, flowHolds: !flow.some(breaksShape) };
}

const checkRules = ({ design }: CheckContext): Diagnostic[] =>
  design.tables ? checkTables(design.tables, tableTypes(design.form.fields, caseNames(design))) : [];
