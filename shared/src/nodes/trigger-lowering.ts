/** Events as the net knows them: of a wait, of an attachment, of a part that an event opens. */
import type { Boundary, Trigger } from '../definition/index.ts';
import type { Attachment, EventTrigger } from '../document/index.ts';
import { onTimeBoundary } from './onTime/lower.ts';
import { mapped, type LowerContext } from './lowering.ts';

export function lowerTrigger(trigger: EventTrigger, { compile }: LowerContext): Trigger {
  switch (trigger.type) {
    case 'timer':
      return { type: 'timer', when: { from: 'start', after: trigger.after } };
    case 'date':
      return { type: 'timer', when: { from: 'field', field: trigger.field } };
    case 'message':
      return { type: 'message', name: trigger.name, into: mapped(trigger.into) };
    case 'signal':
      return { type: 'signal', name: trigger.name };
    case 'condition':
      return { type: 'condition', when: compile(trigger.condition) };
    case 'error':
    case 'escalation':
      return { type: trigger.type, code: codeOf(trigger.code) };
    case 'compensation':
      return { type: 'compensation' };
  }
}

/** Blank: any. */
export const codeOf = (code: string | undefined): string | null => (code?.trim() ? code.trim() : null);

/** What is attached to a node, in the order of the drawing. */
export function lowerAttachments(
  id: string,
  context: LowerContext,
  which: (node: Attachment) => boolean = () => true,
): Boundary[] {
  return context.graph
    .attachments(id)
    .filter(which)
    .map((node) => boundaryOf(node, context));
}

function boundaryOf(node: Attachment, context: LowerContext): Boundary {
  const { id, name } = node;
  const base = { id, name, edge: context.graph.out(id)[0]?.id ?? null, effect: null };
  switch (node.kind) {
    case 'onTime':
      return onTimeBoundary(node, context);
    case 'onError':
      return { ...base, on: { type: 'error', code: codeOf(node.code) }, interrupting: true };
    case 'onEscalation':
      return { ...base, on: { type: 'escalation', code: codeOf(node.code) }, interrupting: node.interrupting };
    case 'onMessage': {
      if (!node.on) throw new Error(`Expected an event at "${id}", but it names none`);
      return { ...base, on: lowerTrigger(node.on, context), interrupting: node.interrupting };
    }
  }
}
