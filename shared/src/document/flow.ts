/**
 * The flow as it is drawn: lanes, phases, nodes, edges. One node kind, one schema; what a kind means is in
 * nodes/<kind>. A node stands in at most one group, a group in at most one other; edges do not cross a group's border.
 */
import { z } from 'zod';
import { calendarDurationSchema, durationSchema, id, label, longText, mappings, order, reference } from './basics.ts';
import { conditionSchema } from './condition.ts';
import {
  eventTriggerSchema,
  messageTriggerSchema,
  startTriggerSchema,
  timingSchema,
  waitTriggerSchema,
} from './triggers.ts';

// ---------------------------------------------------------------- who

/**
 * A lane is a role, never a department's id; a release binds it by region.
 * `type` is a department type of the directory, e.g. one for 人社局.
 */
export const partySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('applicant') }),
  /** 申请单位的主管部门: the applicant body's parent in the directory. */
  z.object({ kind: z.literal('applicantSuperior') }),
  z.object({ kind: z.literal('department'), type: id, level: z.enum(['same', 'upper']).default('same') }),
  /** Several departments: the lane of a dispatch card. It binds to nobody itself. */
  z.object({ kind: z.literal('several') }),
]);
export type Party = z.infer<typeof partySchema>;

export const laneSchema = z.object({ id, order, name: label, party: partySchema });
export type Lane = z.infer<typeof laneSchema>;

export const phaseSchema = z.object({ id, order, name: label });

// ---------------------------------------------------------------- what nodes share

/** What a person may choose when a step ends, e.g. 予以核准 / 不予核准. `tone` only guides display. */
export const decisionSchema = z.object({
  id,
  order,
  name: label,
  tone: z.enum(['positive', 'neutral', 'negative']).default('neutral'),
  /** An opinion in words must accompany this decision. */
  opinionRequired: z.boolean().default(false),
});
export type Decision = z.infer<typeof decisionSchema>;

/** Who, besides the step's own office, reads the opinion: every party, the later handlers, or the lead office only. */
const opinionVisibility = z.enum(['everyone', 'handlers', 'lead']);

const nodeCommon = {
  id,
  name: label,
  lane: id.optional(),
  phase: id.optional(),
  note: longText.optional(),
  /** The group that it stands in. */
  group: id.optional(),
  /** It is the linked reverse step of that node: nothing leads to it, undoing the node does. */
  undoes: id.optional(),
};

/** What happens when a step is not done by its due time (A4.12). */
export const overdueSchema = z.discriminatedUnion('type', [
  /** 超时默认: the step ends by itself with this decision. The legal basis must be named. */
  z.object({ type: z.literal('default'), decision: reference, basis: longText.default('') }),
  /** An escalation of this code is thrown: caught at the step, or by the parts around it. */
  z.object({ type: z.literal('escalate'), code: label.default('overdue') }),
]);
export type Overdue = z.infer<typeof overdueSchema>;

const workCommon = {
  post: id.optional(),
  decisions: z.record(id, decisionSchema).default({}),
  deadline: durationSchema.optional(),
  /** Reminders of the handlers, each so long before the due time (T−1 工作日, T−1 小时). */
  reminders: z.array(calendarDurationSchema).max(10).optional(),
  overdue: overdueSchema.optional(),
  opinionVisibleTo: opinionVisibility.default('handlers'),
  /** Powers of the step, chips on its card: 补正, 退回上一环节, 退件. */
  powers: z
    .object({
      correct: z.boolean().default(false),
      return: z.boolean().default(false),
      reject: z.boolean().default(false),
      /**
       * 转办, 委派, 加签, 征求意见, 抄送; may be urged (催办); may suspend the case (中止). Absent: as usual
       * (definition/powers.ts).
       */
      handOver: z.boolean().optional(),
      delegate: z.boolean().optional(),
      addSigner: z.boolean().optional(),
      consult: z.boolean().optional(),
      copyTo: z.boolean().optional(),
      urge: z.boolean().optional(),
      suspend: z.boolean().optional(),
    })
    .default({ correct: false, return: false, reject: false }),
  /** Sentence shown to the clerk: what is being decided. */
  instruction: longText.optional(),
};

/** Work for a machine: how often it is tried again, how long it may take, and who does it when it cannot be done. */
const jobCommon = {
  /** Further attempts after the first. */
  retries: z.number().default(3),
  /** Natural minutes before the first further attempt; doubled for each one after. */
  retryMinutes: z.number().default(5),
  /** Natural seconds that one attempt may take. */
  timeoutSeconds: z.number().default(30),
  /** 人工转录: the office that does it by hand. Absent: an administrator repairs it. */
  byHand: z
    .object({
      lane: reference,
      post: id.optional(),
      instruction: longText.default(''),
      /** Word of its one decision, e.g. 已转录. Blank: the node's name. */
      done: label.default(''),
    })
    .optional(),
};

const results = z.enum(['approved', 'refused', 'finished']);

// ---------------------------------------------------------------- beginnings and ends

/** In a group: where the part begins. */
export const startNodeSchema = z.object({
  ...nodeCommon,
  kind: z.literal('start'),
  trigger: startTriggerSchema.optional(),
});
/** Finishes one path; the case completes with `result` when no token is left. */
export const endNodeSchema = z.object({ ...nodeCommon, kind: z.literal('end'), result: results.default('finished') });
/** Finishes the whole case, or the group that it stands in: everything else there is cancelled. */
export const terminateNodeSchema = z.object({
  ...nodeCommon,
  kind: z.literal('terminate'),
  of: z.enum(['case', 'group']).default('case'),
  result: results.default('finished'),
});
/** Finishes with a named error: caught outwards, else the case fails. */
export const failNodeSchema = z.object({ ...nodeCommon, kind: z.literal('fail'), code: label.default('') });

// ---------------------------------------------------------------- people

/**
 * single: one person. any (或签): the first signer decides. all (会签): every signer, side by side. sequence (顺序会签):
 * one after the other. vote (票签): by weight, until `threshold` of all weights agree. graded (独任/一审一核/报批): the
 * signers are the levels, in order, each asked when its condition holds; nobody signs twice.
 */
export const TASK_MODES = ['single', 'any', 'all', 'sequence', 'vote', 'graded'] as const;
export type TaskMode = (typeof TASK_MODES)[number];

export const signerSchema = z.object({
  id,
  order,
  name: label,
  post: id,
  /** vote: votes that it has. Absent: one. */
  weight: z.number().optional(),
  /** graded: the level is needed when this holds. Absent: always. */
  condition: conditionSchema.optional(),
});
export type Signer = z.infer<typeof signerSchema>;

export const taskNodeSchema = z.object({
  ...nodeCommon,
  ...workCommon,
  kind: z.literal('task'),
  mode: z.enum(TASK_MODES).default('single'),
  signers: z.record(id, signerSchema).default({}),
  /** vote: share of all weights that has to agree, above 0 and up to 1. Absent: all of them. */
  threshold: z.number().optional(),
});

/** One body of a dispatch: a role bound like a lane, with the fields (its dimensions) that it judges. */
export const bodySchema = z.object({ id, order, name: label, party: partySchema, post: id.optional() });
export type Body = z.infer<typeof bodySchema>;

export const DISPATCH_JOINS = ['all', 'atLeast', 'firstRejection', 'arrive'] as const;
export const dispatchNodeSchema = z.object({
  ...nodeCommon,
  ...workCommon,
  kind: z.literal('dispatch'),
  bodies: z.record(id, bodySchema).default({}),
  /** fixed: all bodies; ticked: those whose ids stand in the `department` field named here, filled before. */
  choice: z
    .discriminatedUnion('mode', [
      z.object({ mode: z.literal('fixed') }),
      z.object({ mode: z.literal('ticked'), field: id }),
    ])
    .default({ mode: 'fixed' }),
  /**
   * all: when everyone is done; atLeast: when `count` have agreed; firstRejection: the first refusal ends it; arrive:
   * results are shown as they come and it closes when everyone is done, whatever they said.
   */
  join: z.enum(DISPATCH_JOINS).default('all'),
  /** atLeast: so many must agree. */
  count: z.number().optional(),
  /** What becomes of the others after an early join. note: they may still be done, as notes. Absent: cancelled. */
  rest: z.enum(['cancel', 'note']).optional(),
  /** On re-entry: everyone again, or only the bodies one of whose read dimensions changed; other opinions stand. */
  rerun: z.enum(['all', 'changed']).default('all'),
});

// ---------------------------------------------------------------- machines

/** Shared data or a certificate from a register. `into`: the register's attributes by name. */
export const fetchNodeSchema = z.object({
  ...nodeCommon,
  ...jobCommon,
  kind: z.literal('fetch'),
  register: reference,
  /** Field that the register is asked by. Absent: the subject's key field. */
  key: id.optional(),
  into: mappings,
});

export const HTTP_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
/**
 * A department's system by HTTP and JSON. `{name}` in address and headers stands for a setting of the installation, so
 * that a document holds neither hosts nor secrets. Names are dotted paths of the body that is sent and of the answer.
 */
export const connectNodeSchema = z.object({
  ...nodeCommon,
  ...jobCommon,
  kind: z.literal('connect'),
  method: z.enum(HTTP_METHODS).default('POST'),
  url: z.string().max(2000).default(''),
  headers: z.record(id, z.object({ id, order, name: label, value: longText })).default({}),
  inputs: mappings,
  into: mappings,
});

/** A document from a text in which `{field id}` stands for a value; it becomes a file of `target`, sealed by a lane's office. */
export const documentNodeSchema = z.object({
  ...nodeCommon,
  ...jobCommon,
  kind: z.literal('document'),
  title: label.default(''),
  template: z.string().max(20_000).default(''),
  target: reference,
  seal: id.optional(),
});

/** A decision table of the design (`tables`) writes its results. */
export const ruleNodeSchema = z.object({ ...nodeCommon, kind: z.literal('rule'), table: reference });

/** Fields by FEEL, in order. */
export const setNodeSchema = z.object({
  ...nodeCommon,
  kind: z.literal('set'),
  sets: z.record(id, z.object({ id, order, field: reference, feel: z.string().max(2000).default('') })).default({}),
});

export const CHANNELS = ['inApp', 'sms', 'workChat'] as const;
/** Tells somebody and goes on. workChat: 浙政钉 and the like. */
export const notifyNodeSchema = z.object({
  ...nodeCommon,
  kind: z.literal('notify'),
  to: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('applicant') }),
      z.object({ type: z.literal('lane'), lane: reference }),
    ])
    .default({ type: 'applicant' }),
  channels: z.array(z.enum(CHANNELS)).max(CHANNELS.length).default(['inApp']),
  text: longText.default(''),
});

/** How a nested case may come out; the `decision` of an edge out of a scenario names one of these. */
export const CASE_RESULTS = ['approved', 'refused', 'finished', 'rejected', 'terminated', 'failed'] as const;
export type CaseResult = (typeof CASE_RESULTS)[number];
/** Another published scenario as a case of its own (A4.15). Names are the fields of the other scenario, by id. */
export const scenarioNodeSchema = z.object({
  ...nodeCommon,
  kind: z.literal('scenario'),
  /** Code of the scenario. */
  scenario: reference,
  inputs: mappings,
  outputs: mappings,
});

// ---------------------------------------------------------------- parts and events

/**
 * A part with its own scope: nodes name it as their `group`. It begins at its nodes that nothing leads to and is done
 * when nothing is under way in it. With `event` it is not on any way: the event opens it while its surroundings run.
 */
export const groupNodeSchema = z.object({
  ...nodeCommon,
  kind: z.literal('group'),
  event: z.object({ on: eventTriggerSchema.optional(), interrupting: z.boolean().default(false) }).optional(),
});

export const waitNodeSchema = z.object({
  ...nodeCommon,
  kind: z.literal('wait'),
  on: waitTriggerSchema.optional(),
  /** The case's clock stands while it waits (公示). */
  outsideClock: z.boolean().default(false),
});

export const throwSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('signal'), name: label.default('') }),
  z.object({ type: z.literal('message'), name: label.default(''), values: mappings }),
  z.object({ type: z.literal('escalation'), code: label.default('') }),
]);
export type ThrownEvent = z.infer<typeof throwSchema>;
/** Throws and goes on. */
export const signalNodeSchema = z.object({ ...nodeCommon, kind: z.literal('signal'), throws: throwSchema.optional() });

/** A way that is not drawn: from each throwing link to the catching one of the same name in the same group. */
export const linkNodeSchema = z.object({
  ...nodeCommon,
  kind: z.literal('link'),
  direction: z.enum(['throw', 'catch']),
});

/** Undoes what is finished by its reverse steps, last first: one node, or all of the part that it stands in. */
export const undoNodeSchema = z.object({ ...nodeCommon, kind: z.literal('undo'), of: id.optional() });

// ---------------------------------------------------------------- gateways

/** Splits by conditions on its outgoing edges, or merges when it has one. */
export const exclusiveNodeSchema = z.object({ ...nodeCommon, kind: z.literal('exclusive') });
/** Splits into all outgoing edges and/or joins all incoming ones. */
export const parallelNodeSchema = z.object({ ...nodeCommon, kind: z.literal('parallel') });
/** Splits into every outgoing edge whose condition holds, and/or joins those of its ways that are under way. */
export const inclusiveNodeSchema = z.object({ ...nodeCommon, kind: z.literal('inclusive') });
/** Goes on with the first of the waits that follow it. */
export const firstEventNodeSchema = z.object({ ...nodeCommon, kind: z.literal('firstEvent') });

/** An element of an imported file that is not run: it stands where it stood, and what holds it is not published. */
export const foreignNodeSchema = z.object({
  ...nodeCommon,
  kind: z.literal('foreign'),
  /** Name of the element in its own language, e.g. "Transaction". Its text is among the design's `kept`. */
  type: label,
});

// ---------------------------------------------------------------- attachments

const attachmentCommon = { ...nodeCommon, attachedTo: id, interrupting: z.boolean().default(false) };

/** Boundary timer: `after` of the step's working time, or as `timing` says. */
export const onTimeNodeSchema = z.object({
  ...attachmentCommon,
  kind: z.literal('onTime'),
  after: durationSchema.optional(),
  timing: timingSchema.optional(),
  /** Reminds the handlers; a way of its own may follow. */
  remind: z.boolean().optional(),
});
/** An error inside, or the failure of a job; it always interrupts. Without a code: any. */
export const onErrorNodeSchema = z.object({
  ...nodeCommon,
  attachedTo: id,
  kind: z.literal('onError'),
  code: label.optional(),
});
export const onEscalationNodeSchema = z.object({
  ...attachmentCommon,
  kind: z.literal('onEscalation'),
  code: label.optional(),
});
/** A message, a signal, or a condition that begins to hold. */
export const onMessageNodeSchema = z.object({
  ...attachmentCommon,
  kind: z.literal('onMessage'),
  on: messageTriggerSchema.optional(),
});

// ---------------------------------------------------------------- the flow

export const nodeSchema = z.discriminatedUnion('kind', [
  startNodeSchema,
  endNodeSchema,
  terminateNodeSchema,
  failNodeSchema,
  taskNodeSchema,
  dispatchNodeSchema,
  fetchNodeSchema,
  connectNodeSchema,
  documentNodeSchema,
  ruleNodeSchema,
  setNodeSchema,
  notifyNodeSchema,
  scenarioNodeSchema,
  groupNodeSchema,
  waitNodeSchema,
  signalNodeSchema,
  linkNodeSchema,
  undoNodeSchema,
  exclusiveNodeSchema,
  parallelNodeSchema,
  inclusiveNodeSchema,
  firstEventNodeSchema,
  onTimeNodeSchema,
  onErrorNodeSchema,
  onEscalationNodeSchema,
  onMessageNodeSchema,
  foreignNodeSchema,
]);
export type FlowNode = z.infer<typeof nodeSchema>;
export type NodeKind = FlowNode['kind'];
export type NodeOf<K extends NodeKind> = Extract<FlowNode, { kind: K }>;

/** An event attached to another node. */
export type Attachment = NodeOf<'onTime' | 'onError' | 'onEscalation' | 'onMessage'>;
export function isAttachment(node: FlowNode | undefined): node is Attachment {
  return node !== undefined && 'attachedTo' in node;
}

export const edgeSchema = z.object({
  id,
  from: id,
  to: id,
  order: order.default('a0'),
  name: label.optional(),
  /**
   * Out of a task or dispatch: only after this decision; out of a scenario: only after this result. Without it: after
   * any that no sibling names.
   */
  decision: id.optional(),
  /** Out of an exclusive or inclusive gateway. */
  condition: conditionSchema.optional(),
  /** Out of an exclusive or inclusive gateway: taken when no condition holds. */
  isDefault: z.boolean().optional(),
});
export type Edge = z.infer<typeof edgeSchema>;

export const flowSchema = z.object({
  lanes: z.record(id, laneSchema).default({}),
  phases: z.record(id, phaseSchema).default({}),
  nodes: z.record(id, nodeSchema).default({}),
  edges: z.record(id, edgeSchema).default({}),
});
export type Flow = z.infer<typeof flowSchema>;
