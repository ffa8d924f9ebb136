/** What the compiler says about the flow: its shape, its steps and their settings. */
import type { DiagnosticCode } from '../compiler/diagnostics.ts';
import type { Words } from './sentence.ts';

export const FLOW_WORDS = {
  'flow.empty': {
    zh: '流程还是空的。先放一个“提交”和一个“办结”，再在中间添加办理环节。',
    en: 'The flow is empty. Put a start and an end first, then add steps between them.',
  },
  'flow.noStart': {
    zh: '流程没有起点。添加一个“提交”，连到第一个环节。',
    en: 'The flow has no start. Add one and lead it to the first step.',
  },
  'flow.severalStarts': {
    zh: '流程有 {count} 个起点，只能保留一个。删去“{name}”，或改成办理环节。',
    en: 'The flow has {count} starts; only one is allowed. Remove "{name}" or make it a step.',
  },
  'flow.noEnd': {
    zh: '流程没有办结。添加一个“办结”，把最后的环节连过去。',
    en: 'The flow has no end. Add one and lead the last step to it.',
  },
  'node.unreachable': {
    zh: '没有路能走到“{name}”。从前面的环节连一条线过来，或删去它。',
    en: 'Nothing leads to "{name}". Connect it from an earlier step or remove it.',
  },
  'node.noWayOut': {
    zh: '“{name}”之后没有下一步。连到下一个环节，或连到办结。',
    en: 'Nothing follows "{name}". Lead it to the next step or to an end.',
  },
  'node.noWayToEnd': {
    zh: '从“{name}”开始只会一直循环，走不到办结。在循环里加一条通往办结的路。',
    en: 'From "{name}" on the flow only goes in a circle. Add a way out of it that leads to an end.',
  },
  'node.severalWays': {
    zh: '“{name}”有 {count} 条路同时通往不同环节，没有说明怎么走。同时办理就加“并行”，只走一条就给每条路选定办理结果。',
    en: '"{name}" has {count} ways and does not say which to take. To go all ways at once add a fork; to go one way give each its decision.',
  },
  'node.intoStart': {
    zh: '有线连回起点“{name}”。起点只在提交时走一次，请改连到第一个办理环节。',
    en: 'A line leads back to the start "{name}". A start happens once; lead it to the first step instead.',
  },
  'node.fromEnd': {
    zh: '办结“{name}”之后还连着线。办结后不再往下走，请删去这条线。',
    en: 'A line leaves the end "{name}". Nothing follows an end; remove the line.',
  },
  'node.intoAttachment': {
    zh: '有线连到“{name}”。它由所在环节触发，不能从别处连过来，请删去这条线。',
    en: 'A line leads to "{name}". Only its step sets it off; remove the line.',
  },
  'edge.dangling': {
    zh: '有一条线的一端没有环节，删去后重新连接。',
    en: 'A line has lost one of its ends. Remove it and connect again.',
  },
  'edge.missingCondition': {
    zh: '“{name}”到“{to}”的这条路没有写条件。写明什么情况走这条路，或设为“否则”。',
    en: 'The way from "{name}" to "{to}" has no condition. Say when it is taken, or make it the way otherwise.',
  },
  'edge.unknownDecision': {
    zh: '“{name}”已经没有这条路对应的办理结果。重新选择办理结果，或改为任何结果都走。',
    en: 'The decision for this way is gone from "{name}". Choose another, or let every decision take it.',
  },
  'edge.neverTaken': {
    zh: '“{name}”的每种结果都另有去向，这条路不会走到。删去它，或把某种结果改走这里。',
    en: 'Every decision of "{name}" goes elsewhere; this way is never taken. Remove it or give it a decision.',
  },
  'choice.noDefault': {
    zh: '“{name}”的条件都不满足时无路可走。把其中一条设为“否则”。',
    en: 'When no condition of "{name}" holds there is no way on. Make one of them the way otherwise.',
  },
  'choice.severalDefaults': {
    zh: '“{name}”有几条“否则”，只能有一条。给其余的写上条件。',
    en: '"{name}" has several ways otherwise; only one is allowed. Give the others conditions.',
  },
  'parallel.pointless': {
    zh: '“{name}”只有一进一出，不起作用。再连一条同时办理的路，或删去它。',
    en: '"{name}" has one way in and one way out and does nothing. Add another way or remove it.',
  },
  'task.noLane': {
    zh: '“{name}”没有说明由谁办理。选择承办单位。',
    en: 'Nobody is named to handle "{name}". Choose its office.',
  },
  'task.unknownLane': {
    zh: '“{name}”的承办单位已被删去。重新选择承办单位。',
    en: 'The office of "{name}" is gone. Choose another.',
  },
  'task.severalLane': {
    zh: '“{lane}”代表多个部门，不能单独办理“{name}”。改选一个单位，或改用“并联办理”。',
    en: '"{lane}" stands for several departments and cannot handle "{name}" alone. Choose one office, or use a dispatch.',
  },
  'task.noSigners': {
    zh: '“{name}”由多人办理，但还没有说明是哪些岗位。添加岗位，或改为一人办理。',
    en: '"{name}" is handled by several, but by no one yet. Add signers, or let one person handle it.',
  },
  'decision.none': {
    zh: '“{name}”没有办理结果，办理人无法提交。至少添加一种，如“同意”。',
    en: '"{name}" has no decision, so it cannot be finished. Add at least one, such as "Approve".',
  },
  'decision.noWay': {
    zh: '“{name}”选“{decision}”之后没有去向。为这个结果连一条线。',
    en: 'After "{decision}" at "{name}" there is no way on. Connect a way for it.',
  },
  'dispatch.empty': {
    zh: '“{name}”还没有参加部门。添加至少一个部门。',
    en: '"{name}" has no departments yet. Add at least one.',
  },
  'dispatch.tickedUnknownField': {
    zh: '“{name}”按勾选的部门办理，但没有指定在哪一项里勾选。选择一个“部门”类的表单项，或改为固定部门。',
    en: '"{name}" goes to ticked departments, but no field holds the ticks. Choose a department field, or fix the list.',
  },
  'dispatch.tickedNotFilled': {
    zh: '“{name}”要按“{field}”勾选的部门办理，但在这之前没有人能填写它。让前面的环节填写这一项。',
    en: '"{name}" goes to the departments ticked in "{field}", which nobody can fill before. Let an earlier step fill it.',
  },
  'onTime.noHost': {
    zh: '“{name}”没有附在办理环节上。拖到一个环节上，或删去它。',
    en: '"{name}" is not attached to a step. Attach it to one or remove it.',
  },
  'onTime.tooLate': {
    zh: '“{name}”在 {days} 个工作日后触发，但“{host}”的时限只有 {limit} 个工作日。提前触发时间，或延长环节时限。',
    en: '"{name}" goes off after {days} working days, but "{host}" has only {limit}. Let it go off earlier or extend the step.',
  },
} as const satisfies Partial<Record<DiagnosticCode, Words>>;
