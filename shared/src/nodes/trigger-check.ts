/** An event that is waited for or attached: it is named, and complete. What its condition says is checked with the others. */
import type { Diagnostic } from '../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../compiler/diagnostics.ts';
import type { EventTrigger, FlowNode } from '../document/index.ts';
import { isBlank } from './conditions.ts';
import { checkMappings } from './field-check.ts';
import type { CheckContext } from './lowering.ts';

export function checkTrigger(node: FlowNode, trigger: EventTrigger | undefined, context: CheckContext): Diagnostic[] {
  const at = nodeRef(node.id);
  const params = { name: node.name };
  if (!trigger) {
    const fix = node.kind === 'wait' ? repair('waitADay') : undefined;
    return [diagnose('event.none', at, { params, repair: fix })];
  }
  switch (trigger.type) {
    case 'message':
      return [
        ...blankName(node, trigger.name),
        ...checkMappings({ node, mappings: trigger.into, into: true }, context),
      ];
    case 'signal':
      return blankName(node, trigger.name);
    case 'date':
      if (context.design.form.fields[trigger.field]?.kind === 'date') return [];
      return [diagnose('event.noDate', at, { params })];
    case 'condition':
      return isBlank(trigger.condition) ? [diagnose('event.noCondition', at, { params })] : [];
    case 'timer':
    case 'error':
    case 'escalation':
    case 'compensation':
      return [];
  }
}

export function blankName(node: FlowNode, name: string): Diagnostic[] {
  return name.trim() === '' ? [diagnose('event.noName', nodeRef(node.id), { params: { name: node.name } })] : [];
}
