/**
 * What one click repairs: pure functions of the design, one intent each. A repair whose ground is gone (somebody else
 * was quicker) changes nothing. New elements take the words of the drawer's language and ids that are free.
 */
import {
  accessSchema,
  connect,
  insertOnEdge,
  orderAtEnd,
  putNode,
  putSection,
  removeElements,
  removeNodeClosing,
  sorted,
  updateEdge,
  updateField,
  updateNode,
  type Access,
  type Decision,
  type Design,
  type Duration,
  type Edge,
  type FlowNode,
  type NodeKind,
  type NodeOf,
} from '../document/index.ts';
import { FIRST_DECISION, newNode } from '../nodes/index.ts';
import { FORM_WORDS } from '../words/repairs.ts';
import { freeId } from './free-id.ts';
import { ROOT, graphOf, isEnd, isEventGroup, isSetOff, isWork, reachable, type WorkNode } from './graph.ts';
import { applyParallel } from './parallel/apply.ts';
import { propose } from './parallel/propose.ts';
import { KIND_FIXES } from './kind-repairs.ts';
import type { Diagnostic, Repair } from './types.ts';

export type WordLanguage = 'zh' | 'en';

export interface Fix {
  readonly design: Design;
  /** Element the repair is aimed at; empty for the design. */
  readonly at: string;
  readonly params: Repair['params'];
  readonly language: WordLanguage;
}

/** The design after a diagnostic's repair; the same design when there is none, or nothing to do any more. */
export function applyRepair(design: Design, given: Diagnostic | Repair, language: WordLanguage = 'zh'): Design {
  const repair = 'severity' in given ? given.repair : given;
  if (!repair) return design;
  const fix = FIXES[repair.code as RepairCode];
  if (!fix) throw new Error(`Expected a repair of ${Object.keys(FIXES).join(', ')}, but got "${repair.code}"`);
  return fix({ design, at: String(repair.params['at'] ?? ''), params: repair.params, language });
}

const FIXES = {
  addStartAndEnd: (fix) => {
    const begun = addNode(fix, 'start', START_AT);
    const ended = addNode({ ...fix, design: begun.design }, 'end', { x: START_AT.x + 3 * STEP, y: START_AT.y });
    return link(ended.design, begun.id, ended.id);
  },
  addStart: (fix) => {
    const heads = headsOf(fix.design);
    const first = heads[0];
    const begun = addNode(fix, 'start', first === undefined ? START_AT : beside(fix.design, first, -1));
    return first === undefined ? begun.design : link(begun.design, begun.id, first);
  },
  addEnd: (fix) => {
    const open = openEnds(fix.design);
    const ended = addNode(fix, 'end', open[0] === undefined ? START_AT : beside(fix.design, open[0], 1));
    return open.reduce((design, id) => link(design, id, ended.id), ended.design);
  },
  connectToEnd: (fix) => {
    const target = anEnd(fix);
    return link(target.design, fix.at, target.id);
  },
  endAfterDecision: (fix) => {
    const node = fix.design.flow.nodes[fix.at];
    const decision = isWork(node) ? node.decisions[String(fix.params['decision'])] : undefined;
    if (!decision) return fix.design;
    const target = anEnd(fix, decision.tone === 'negative' ? 'refused' : undefined);
    return link(target.design, fix.at, target.id, { decision: decision.id });
  },
  removeNode: ({ design, at }) => removeNodeClosing(design, at),
  removeEdge: ({ design, at }) => removeElements(design, [at]),
  removeEdgesInto: ({ design, at }) =>
    removeElements(
      design,
      edgeIds(design, (edge) => edge.to === at),
    ),
  removeEdgesFrom: ({ design, at }) =>
    removeElements(
      design,
      edgeIds(design, (edge) => edge.from === at),
    ),
  insertFork,
  addDecision: ({ design, at, language }) => {
    const node = design.flow.nodes[at];
    if (!isWork(node)) return design;
    const name = FIRST_DECISION[language === 'zh' ? 'zh-CN' : 'en'].positive;
    return addDecision(design, node, { id: 'agree', name, tone: 'positive' });
  },
  addRefusal: ({ design, at, language }) => {
    const node = design.flow.nodes[at];
    if (!isWork(node)) return design;
    const name = FIRST_DECISION[language === 'zh' ? 'zh-CN' : 'en'].negative;
    return addDecision(design, node, { id: 'refuse', name, tone: 'negative' });
  },
  endOtherwise: (fix) => {
    const target = anEnd(fix);
    return link(target.design, fix.at, target.id);
  },
  removeEdgesAt: ({ design, at }) =>
    removeElements(
      design,
      edgeIds(design, (edge) => edge.from === at || edge.to === at),
    ),
  clearDecision: ({ design, at }) => updateEdge(design, at, { decision: undefined }),
  makeDefault: ({ design, at, params }) => {
    const edge = String(params['edge'] ?? at);
    return updateEdge(design, edge, { isDefault: true, condition: undefined });
  },
  keepLastDefault: ({ design, at }) => {
    const defaults = graphOf(design.flow)
      .out(at)
      .filter((edge) => edge.isDefault);
    return defaults.slice(0, -1).reduce((next, edge) => updateEdge(next, edge.id, { isDefault: undefined }), design);
  },
  ...KIND_FIXES,
  setLane: ({ design, at, params }) => updateNode(design, at, { lane: String(params['lane']) }),
  setAfter: ({ design, at, params }) => updateNode<NodeOf<'onTime'>>(design, at, { after: duration(params) }),
  setDeadline: ({ design, at, params }) => updateNode<WorkNode>(design, at, { deadline: duration(params) }),
  setPromise: ({ design, params }) => ({ ...design, policies: { ...design.policies, promise: duration(params) } }),
  parallelise: ({ design, language }) => applyParallel(design, propose(design).groups, language),
  setLead: ({ design, params }) => ({ ...design, meta: { ...design.meta, lead: String(params['lane']) } }),
  removeItem: ({ design, at }) => {
    const items = Object.entries(design.items).filter(([id]) => id !== at);
    return { ...design, items: Object.fromEntries(items) };
  },
  pinItem: ({ design, at, params }) => {
    const item = design.items[at];
    return item
      ? { ...design, items: { ...design.items, [at]: { ...item, version: Number(params['version']) } } }
      : design;
  },
  setSection: ({ design, at, params }) => updateField(design, at, { section: String(params['section']) }),
  addSection: ({ design, at, language }) => {
    const id = design.form.fields[at]?.section ?? freeId(design, 'section');
    return putSection(design, { id, name: FORM_WORDS[language].section });
  },
  addOptions: ({ design, at, language }) => {
    const names = FORM_WORDS[language].options;
    const options: Design['form']['fields'][string]['options'] = {};
    names.forEach((name, i) => (options[`o${i + 1}`] = { id: `o${i + 1}`, order: orderAtEnd(options), name }));
    return updateField(design, at, { options });
  },
  swapLimits: ({ design, at }) => {
    const field = design.form.fields[at];
    if (field?.min === undefined || field.max === undefined) return design;
    return updateField(design, at, { min: field.max, max: field.min });
  },
  makeManual: ({ design, at }) => updateField(design, at, { source: { type: 'manual' } }),
  writeAtStart: ({ design, at }) => {
    const field = design.form.fields[at];
    const start = graphOf(design.flow).start;
    if (!field || !start) return design;
    const writes = field.source.type === 'manual' && field.kind !== 'note';
    const access: Access = !writes ? 'read' : field.rules.required ? 'required' : 'write';
    return updateField(design, at, { access: { ...field.access, [start.id]: access } });
  },
  setAccess: ({ design, at, params }) => {
    const field = design.form.fields[at];
    const access = accessSchema.parse(params['access']);
    return field ? updateField(design, at, { access: { ...field.access, [String(params['node'])]: access } }) : design;
  },
  makeOwn: ({ design, at, params }) => {
    const field = design.form.fields[at];
    if (!field) return design;
    const node = String(params['node']);
    const rest = Object.entries(field.access).filter(([key, said]) => !key.startsWith(`${node}/`) || said === 'hidden');
    return updateField(design, at, { access: { ...Object.fromEntries(rest), [node]: 'own' } });
  },
  setKeyField: ({ design, params }) => ({
    ...design,
    parties: { ...design.parties, subject: { ...design.parties.subject, keyField: String(params['field']) } },
  }),
} satisfies Record<string, (fix: Fix) => Design>;
export type RepairCode = keyof typeof FIXES;
export const REPAIR_CODES = Object.keys(FIXES) as readonly RepairCode[];

// ---------------------------------------------------------------- helpers

function addDecision(design: Design, node: WorkNode, given: Pick<Decision, 'id' | 'name' | 'tone'>): Design {
  if (node.decisions[given.id]) return design;
  const decision: Decision = { ...given, order: orderAtEnd(node.decisions), opinionRequired: false };
  return updateNode<WorkNode>(design, node.id, { decisions: { ...node.decisions, [given.id]: decision } });
}

const STEP = 220;
const START_AT = { x: 80, y: 80 };

function duration(params: Repair['params']): Duration {
  const unit = params['unit'];
  return {
    amount: Number(params['amount']),
    unit: unit === 'workhour' || unit === 'workminute' ? unit : 'workday',
  };
}

function addNode(
  { design, at: fixed, language }: Fix,
  kind: NodeKind,
  at: { x: number; y: number },
): { design: Design; id: string } {
  const id = freeId(design, kind);
  const lane = sorted(design.flow.lanes).find(({ party }) => party.kind === 'applicant')?.id;
  const inside = graphOf(design.flow).groupOf(fixed);
  const place = { ...(lane === undefined ? {} : { lane }), ...(inside === ROOT ? {} : { group: inside }) };
  const node = newNode(kind, { id, ...place }, language === 'zh' ? 'zh-CN' : 'en');
  return { design: putNode(design, node, at), id };
}

function link(design: Design, from: string, to: string, more: Partial<Edge> = {}): Design {
  return connect(design, { ...more, id: freeId(design, `${from}-${to}`), from, to });
}

/** An end of the node's own group, with this result or any; a new one beside the node when there is none. */
function anEnd(fix: Fix, result?: 'refused'): { design: Design; id: string } {
  const graph = graphOf(fix.design.flow);
  const ends = graph.members(graph.groupOf(fix.at)).flatMap((node) => (node.kind === 'end' ? [node] : []));
  const found = result === undefined ? ends[0] : ends.find((node) => node.result === result);
  if (found) return { design: fix.design, id: found.id };
  const made = addNode(fix, 'end', beside(fix.design, fix.at, 1));
  return result === undefined ? made : { ...made, design: updateNode<NodeOf<'end'>>(made.design, made.id, { result }) };
}

const edgeIds = (design: Design, which: (edge: Edge) => boolean): string[] =>
  Object.values(design.flow.edges)
    .filter(which)
    .map(({ id }) => id);

function beside(design: Design, id: string, direction: 1 | -1): { x: number; y: number } {
  const at = design.layout[id] ?? START_AT;
  return { x: at.x + direction * STEP, y: at.y };
}

/** Nodes that nothing leads to, and from which most of the flow can be reached first. */
function headsOf(design: Design): string[] {
  const graph = graphOf(design.flow);
  const reach = (id: string): number => reachable([id], (at) => graph.successors(at)).size;
  return graph.nodes
    .filter((node) => !isSetOff(node) && !isEnd(node) && graph.groupOf(node.id) === ROOT)
    .filter((node) => graph.into(node.id).length === 0)
    .map(({ id }) => id)
    .sort((a, b) => reach(b) - reach(a));
}

function openEnds(design: Design): string[] {
  const graph = graphOf(design.flow);
  const inMain = (node: FlowNode): boolean => graph.groupOf(node.id) === ROOT && !graph.reversing(node.id);
  return graph.nodes
    .filter((node) => inMain(node) && !isEnd(node) && !isEventGroup(node) && graph.out(node.id).length === 0)
    .map(({ id }) => id);
}

/** The first way leads to a fork, which then goes all the ways at once. */
function insertFork({ design, at, params, language }: Fix): Design {
  const decision = params['decision'] === undefined ? undefined : String(params['decision']);
  const ways = graphOf(design.flow)
    .out(at)
    .filter((edge) => edge.decision === decision);
  const [first, ...others] = ways;
  if (!first || others.length === 0) return design;
  const id = freeId(design, 'parallel');
  const lane = design.flow.nodes[at]?.lane;
  const group = design.flow.nodes[at]?.group;
  const place = { ...(lane === undefined ? {} : { lane }), ...(group === undefined ? {} : { group }) };
  const fork = newNode('parallel', { id, ...place }, language === 'zh' ? 'zh-CN' : 'en');
  const inserted = insertOnEdge(design, first.id, fork, freeId(design, `${id}-${first.to}`), beside(design, at, 1));
  return others.reduce((next, edge) => updateEdge(next, edge.id, { from: id, decision: undefined }), inserted);
}
