/**
 * One BPMN process as a Design. What runs becomes nodes of the drawing; what does not run becomes a foreign node, so
 * that it stands where it stood and stops publishing by its name; what is not part of the flow is kept beside it.
 */
import { emptyDesign, orderBetween, type Design, type Edge, type FlowNode } from '../../document/index.ts';
import {
  codeOf,
  compensated,
  conditionOf,
  eventTrigger,
  eventType,
  linkName,
  messageName,
  signalName,
  waitTrigger,
} from './events.ts';
import { isCaughtError } from './errors.ts';
import { child, children, text, type ModdleElement } from './read.ts';
import { line, typeOf, type Change, type ImportReport, type KeptReason, type ReportLine } from './report.ts';

export interface ConvertOptions {
  /** Start event at which the design begins; absent: the first without a trigger, else the first. */
  readonly startAt?: string;
  /** Conditions become "the field of this name is yes" (conformance runs). */
  readonly steer?: (element: string) => string;
  /** Name of the one decision of a step. */
  readonly done: string;
}

/** An element that is kept, and what it belongs to. */
export interface KeptElement {
  readonly element: ModdleElement;
  readonly reason: KeptReason;
}

export interface Converted {
  readonly design: Design;
  readonly kept: readonly KeptElement[];
  readonly report: Omit<ImportReport, 'warnings'>;
}

export function convertProcess(process: ModdleElement, title: string, options: ConvertOptions): Converted {
  const converter = new Converter(process, options);
  return converter.run(title);
}

const ACTIVITIES = new Set([
  'Task',
  'UserTask',
  'ManualTask',
  'ServiceTask',
  'SendTask',
  'ReceiveTask',
  'ScriptTask',
  'BusinessRuleTask',
  'CallActivity',
  'SubProcess',
]);
const DATA = new Set(['DataObject', 'DataObjectReference', 'DataStoreReference']);
const DONE = 'done';

class Converter {
  private readonly nodes: Record<string, FlowNode> = {};
  private readonly edges: Record<string, Edge> = {};
  private readonly lanes = new Map<string, { readonly id: string; readonly name: string }>();
  private readonly laneOf = new Map<string, string>();
  private readonly kept: KeptElement[] = [];
  private readonly changed: ReportLine<Change>[] = [];
  private readonly ids = new Map<string, string>();
  private readonly used = new Set<string>();
  private readonly process: ModdleElement;
  private readonly options: ConvertOptions;
  private converted = 0;
  private lastOrder: string | null = null;

  constructor(process: ModdleElement, options: ConvertOptions) {
    this.process = process;
    this.options = options;
  }

  run(title: string): Converted {
    this.readLanes();
    this.container(this.process, undefined);
    const design = emptyDesign(this.idOf(this.process), title.slice(0, 200));
    const order = this.orders();
    const flow = {
      ...design.flow,
      lanes: Object.fromEntries(
        [...this.lanes.values()].map(({ id, name }) => [
          id,
          { id, order: order(), name, party: { kind: 'department' as const, type: id, level: 'same' as const } },
        ]),
      ),
      nodes: this.nodes,
      edges: this.edges,
    };
    const kept = this.kept.map(({ element, reason }) => line(reason, element));
    return {
      design: { ...design, flow, layout: {} },
      kept: this.kept,
      report: { converted: this.converted, changed: this.changed, kept },
    };
  }

  // -------------------------------------------------------------- names and order

  /** Ids are kept where the document can hold them. */
  private idOf(element: ModdleElement): string {
    return this.short(element.id ?? '', element);
  }

  private short(id: string, element: ModdleElement): string {
    const known = this.ids.get(id);
    if (known !== undefined) return known;
    let taken = id.slice(0, 64) || `x${this.ids.size}`;
    for (let n = 1; this.used.has(taken); n++) taken = `${id.slice(0, 58)}_${n}`;
    if (taken !== id) this.change('idChanged', element, id);
    this.ids.set(id, taken);
    this.used.add(taken);
    return taken;
  }

  private orders(): () => string {
    let last: string | null = null;
    return () => (last = orderBetween(last, null));
  }

  private nextOrder(): string {
    this.lastOrder = orderBetween(this.lastOrder, null);
    return this.lastOrder;
  }

  private change(code: Change, element: ModdleElement, detail = ''): void {
    this.changed.push(line(code, element, detail));
  }

  private keep(element: ModdleElement, reason: KeptReason): void {
    this.kept.push({ element, reason });
  }

  // -------------------------------------------------------------- lanes

  private readLanes(): void {
    const read = (set: ModdleElement): void => {
      for (const lane of children(set, 'lanes')) {
        const inner = child(lane, 'childLaneSet');
        if (inner && children(inner, 'lanes').length > 0) {
          read(inner);
          continue;
        }
        const id = this.idOf(lane);
        this.lanes.set(id, { id, name: (lane.name ?? id).slice(0, 200) });
        this.change('laneUnbound', lane);
        for (const node of children(lane, 'flowNodeRef')) if (node.id !== undefined) this.laneOf.set(node.id, id);
      }
    };
    for (const set of children(this.process, 'laneSets')) read(set);
    if (this.lanes.size > 0) return;
    const id = this.short(`${this.process.id ?? 'process'}_lane`, this.process);
    this.lanes.set(id, { id, name: (this.process.name ?? id).slice(0, 200) });
    this.change('laneUnbound', this.process);
  }

  /** A step stands in its own lane, else in that of the part around it, else in the first. */
  private lane(element: ModdleElement): string {
    for (let at: ModdleElement | undefined = element; at; at = at.$parent) {
      const own = at.id === undefined ? undefined : this.laneOf.get(at.id);
      if (own !== undefined) return own;
    }
    return [...this.lanes.keys()][0] ?? '';
  }

  // -------------------------------------------------------------- parts

  private container(parent: ModdleElement, group: string | undefined): void {
    const elements = children(parent, 'flowElements');
    const flows = elements.filter((element) => typeOf(element) === 'SequenceFlow');
    const reverse = this.reverseSteps(parent, elements);
    for (const element of elements) {
      const type = typeOf(element);
      if (type === 'SequenceFlow') continue;
      if (DATA.has(type)) this.keep(element, 'dataOnly');
      else this.element(element, group, reverse);
    }
    for (const artifact of children(parent, 'artifacts')) {
      const compensates = typeOf(artifact) === 'Association' && reverse.associations.has(artifact.id ?? '');
      if (!compensates) this.keep(artifact, 'note');
      else this.converted++;
    }
    if (group === undefined) this.beginning(elements, flows);
    this.ways(elements, flows, group);
  }

  /** Compensation: boundary event → association → reverse step. */
  private reverseSteps(parent: ModdleElement, elements: readonly ModdleElement[]): Reverse {
    const undoes = new Map<string, string>();
    const associations = new Set<string>();
    const boundaries = new Map(
      elements
        .filter((element) => typeOf(element) === 'BoundaryEvent' && eventType(element) === 'compensate')
        .map((element) => [element.id ?? '', child(element, 'attachedToRef')?.id ?? '']),
    );
    for (const association of children(parent, 'artifacts')) {
      const from = child(association, 'sourceRef')?.id ?? '';
      const to = child(association, 'targetRef')?.id ?? '';
      const host = boundaries.get(from);
      if (host === undefined) continue;
      undoes.set(to, host);
      associations.add(association.id ?? '');
    }
    return { undoes, associations };
  }

  /** One beginning: the chosen start event, or one in front of everything that nothing leads to. */
  private beginning(elements: readonly ModdleElement[], flows: readonly ModdleElement[]): void {
    const starts = elements.filter((element) => typeOf(element) === 'StartEvent');
    const [first] = starts;
    if (first) {
      const chosen =
        starts.find((start) => start.id === this.options.startAt) ??
        starts.find((start) => eventType(start) === 'none') ??
        first;
      this.start(chosen);
      for (const other of starts) if (other !== chosen) this.keep(other, 'furtherStart');
      return;
    }
    const entered = new Set(flows.map((flow) => child(flow, 'targetRef')?.id));
    const open = elements.filter((element) => {
      const node = this.nodes[this.idOf(element)];
      return node && !entered.has(element.id) && !('attachedTo' in node) && node.undoes === undefined && !isEvent(node);
    });
    const id = this.short(`${this.process.id ?? 'process'}_start`, this.process);
    this.nodes[id] = { kind: 'start', id, name: '', lane: this.lane(this.process) };
    this.change('startAdded', this.process);
    if (open.length === 1 && open[0]) this.edge(`${id}_out`, id, this.idOf(open[0]));
    else if (open.length > 1) {
      const fork = `${id}_split`.slice(-64);
      this.nodes[fork] = { kind: 'parallel', id: fork, name: '' };
      this.edge(`${id}_out`, id, fork);
      open.forEach((element, i) => this.edge(`${fork}_${i}`, fork, this.idOf(element)));
    }
  }

  private start(event: ModdleElement): void {
    const id = this.idOf(event);
    const common = { kind: 'start' as const, id, name: this.name(event), lane: this.lane(event) };
    const type = eventType(event);
    const trigger = type === 'message' ? ({ type: 'message', name: messageName(event), into: {} } as const) : undefined;
    this.nodes[id] = trigger ? { ...common, trigger } : common;
    if (type !== 'none' && type !== 'message') this.change('triggerMissing', event);
    this.converted++;
  }

  // -------------------------------------------------------------- ways

  private edge(id: string, from: string, to: string, more: Partial<Edge> = {}): void {
    const taken = this.ids.get(id) ?? id.slice(-64);
    this.edges[taken] = { id: taken, from, to, order: this.nextOrder(), ...more };
  }

  private ways(elements: readonly ModdleElement[], flows: readonly ModdleElement[], group: string | undefined): void {
    const out = new Map<string, ModdleElement[]>();
    for (const flow of flows) {
      const source = child(flow, 'sourceRef')?.id;
      const target = child(flow, 'targetRef')?.id;
      if (source === undefined || target === undefined || !this.has(source) || !this.has(target)) {
        this.keep(flow, 'unknown');
        continue;
      }
      const list = out.get(source);
      if (list) list.push(flow);
      else out.set(source, [flow]);
    }
    for (const element of elements) {
      const id = element.id ?? '';
      const node = this.nodes[this.idOf(element)];
      if (node) this.leave(element, node, out.get(id) ?? [], group);
    }
  }

  private has(id: string): boolean {
    const taken = this.ids.get(id);
    return taken !== undefined && this.nodes[taken] !== undefined;
  }

  private leave(
    element: ModdleElement,
    node: FlowNode,
    flows: readonly ModdleElement[],
    group: string | undefined,
  ): void {
    const splits =
      node.kind === 'exclusive' || node.kind === 'parallel' || node.kind === 'inclusive' || node.kind === 'firstEvent';
    const defaultFlow = child(element, 'default')?.id;
    const conditional = flows.some((flow) => child(flow, 'conditionExpression') !== undefined);
    let from = node.id;
    if (flows.length > 1 && !splits) {
      const kind = conditional || defaultFlow !== undefined ? 'inclusive' : 'parallel';
      from = this.short(`${node.id}_split`, element);
      this.nodes[from] = { kind, id: from, name: '', ...(group === undefined ? {} : { group }) };
      this.edge(`${from}_in`, node.id, from);
      this.change('forkInserted', element);
    }
    const asks = flows.length > 1 && (node.kind === 'exclusive' || node.kind === 'inclusive' || conditional);
    for (const flow of flows) {
      const isDefault = flow.id === defaultFlow;
      const steer = this.options.steer && asks ? this.options.steer(flow.id ?? '') : null;
      const condition =
        asks && !isDefault ? conditionOf(child(flow, 'conditionExpression'), this.notes(flow), steer) : undefined;
      this.short(flow.id ?? '', flow);
      this.edge(flow.id ?? '', from, this.ids.get(child(flow, 'targetRef')?.id ?? '') ?? '', {
        ...(flow.name ? { name: flow.name.slice(0, 200) } : {}),
        ...(condition ? { condition } : {}),
        ...(isDefault ? { isDefault } : {}),
      });
      this.converted++;
    }
    if (flows.length === 0) this.close(element, node, group);
  }

  /** BPMN lets a way just stop; here it ends. */
  private close(element: ModdleElement, node: FlowNode, group: string | undefined): void {
    const ends = ['end', 'terminate', 'fail', 'foreign'].includes(node.kind);
    const stays =
      ends || isEvent(node) || node.undoes !== undefined || (node.kind === 'link' && node.direction === 'throw');
    if (stays) return;
    const id = this.short(`${node.id}_end`, element);
    this.nodes[id] = { kind: 'end', id, name: '', result: 'finished', ...(group === undefined ? {} : { group }) };
    this.edge(`${id}_in`, node.id, id);
    if (typeOf(element) !== 'EndEvent') this.change('endAdded', element);
  }

  private notes(element: ModdleElement) {
    return {
      timerUnclear: (detail: string) => this.change('timerUnclear', element, detail),
      conditionKept: (detail: string) => this.change('conditionKept', element, detail),
    };
  }

  private name(element: ModdleElement): string {
    return (element.name ?? '').replace(/\s+/g, ' ').trim().slice(0, 200);
  }

  // -------------------------------------------------------------- elements

  private element(element: ModdleElement, group: string | undefined, reverse: Reverse): void {
    const type = typeOf(element);
    if (type === 'StartEvent' && group === undefined) {
      // Which of them begins is decided when all are known.
      this.idOf(element);
      return;
    }
    const compensation = type === 'BoundaryEvent' && eventType(element) === 'compensate';
    if (compensation) {
      this.idOf(element);
      const used = [...reverse.undoes.values()].includes(child(element, 'attachedToRef')?.id ?? '');
      if (used) this.converted++;
      else this.keep(element, 'unknown');
      return;
    }
    const id = this.idOf(element);
    const node = this.nodeOf(element, { id, name: this.name(element), group, reverse });
    this.nodes[id] = node;
    if (node.kind === 'foreign') return;
    this.converted++;
    if (node.kind === 'group') this.container(element, id);
  }

  private nodeOf(element: ModdleElement, at: At): FlowNode {
    const type = typeOf(element);
    const common = this.common(element, at);
    if (ACTIVITIES.has(type)) return this.activity(element, type, common);
    switch (type) {
      case 'StartEvent':
        return { ...common, kind: 'start' };
      case 'EndEvent':
        return this.endEvent(element, common, at);
      case 'IntermediateThrowEvent':
        return this.throwEvent(element, common);
      case 'IntermediateCatchEvent':
        return this.catchEvent(element, common);
      case 'BoundaryEvent':
        return this.boundary(element, common);
      case 'ExclusiveGateway':
        return { ...common, kind: 'exclusive' };
      case 'ParallelGateway':
      case 'InclusiveGateway': {
        const many = (name: string): boolean => children(element, name).length > 1;
        // With one way in and one out it only passes the token on.
        if (!many('incoming') && !many('outgoing')) return { ...common, kind: 'exclusive' };
        return { ...common, kind: type === 'ParallelGateway' ? 'parallel' : 'inclusive' };
      }
      case 'EventBasedGateway':
        return text(element, 'eventGatewayType') === 'Parallel' || element['instantiate'] === true
          ? this.foreign(element, common, 'notExecuted')
          : { ...common, kind: 'firstEvent' };
      default:
        return this.foreign(element, common, 'notExecuted');
    }
  }

  private common(element: ModdleElement, { id, name, group, reverse }: At): Common {
    const undoes = reverse.undoes.get(element.id ?? '');
    const host = undoes === undefined ? undefined : this.ids.get(undoes);
    return {
      id,
      name,
      ...(group === undefined ? {} : { group }),
      ...(undoes === undefined ? {} : { undoes: host ?? undoes }),
    };
  }

  private foreign(element: ModdleElement, common: Common, reason: KeptReason): FlowNode {
    this.keep(element, reason);
    return { ...common, kind: 'foreign', type: typeOf(element) };
  }

  private activity(element: ModdleElement, type: string, common: Common): FlowNode {
    const loop = child(element, 'loopCharacteristics');
    if (loop) {
      return this.foreign(element, common, typeOf(loop) === 'StandardLoopCharacteristics' ? 'loop' : 'multiInstance');
    }
    const machine = { retries: 3, retryMinutes: 5, timeoutSeconds: 30 };
    switch (type) {
      case 'ServiceTask':
        return { ...common, ...machine, kind: 'connect', method: 'POST', url: '', headers: {}, inputs: {}, into: {} };
      case 'SendTask':
        return { ...common, kind: 'signal', throws: { type: 'message', name: messageName(element), values: {} } };
      case 'ReceiveTask':
        return {
          ...common,
          kind: 'wait',
          on: { type: 'message', name: messageName(element), into: {} },
          outsideClock: false,
        };
      case 'ScriptTask':
        return { ...common, kind: 'set', sets: {} };
      case 'BusinessRuleTask':
        return { ...common, kind: 'rule', table: '' };
      case 'CallActivity':
        return {
          ...common,
          kind: 'scenario',
          scenario: (text(element, 'calledElement') ?? '').slice(0, 64),
          inputs: {},
          outputs: {},
        };
      case 'SubProcess':
        return this.group(element, common);
      default:
        return {
          ...common,
          kind: 'task',
          lane: this.lane(element),
          mode: 'single',
          signers: {},
          decisions: {
            [DONE]: { id: DONE, order: 'a0', name: this.options.done, tone: 'positive', opinionRequired: false },
          },
          opinionVisibleTo: 'handlers',
          powers: { correct: false, return: false, reject: false },
        };
    }
  }

  private group(element: ModdleElement, common: Common): FlowNode {
    if (element['triggeredByEvent'] !== true) return { ...common, kind: 'group' };
    const start = children(element, 'flowElements').find((one) => typeOf(one) === 'StartEvent');
    if (!start || eventType(start) === 'several' || eventType(start) === 'cancel') {
      return this.foreign(element, common, start ? 'severalEvents' : 'notExecuted');
    }
    const on = eventTrigger(start, this.notes(start), this.steered(start)) ?? this.ownMessage(start);
    return { ...common, kind: 'group', event: { on, interrupting: start['isInterrupting'] !== false } };
  }

  private steered = (element: ModdleElement): string | null =>
    this.options.steer && eventType(element) === 'conditional' ? this.options.steer(element.id ?? '') : null;

  private ownMessage(element: ModdleElement): { type: 'message'; name: string; into: Record<string, never> } {
    this.change('triggerMissing', element);
    return { type: 'message', name: element.id ?? '', into: {} };
  }

  private endEvent(element: ModdleElement, common: Common, { group }: At): FlowNode {
    const type = eventType(element);
    switch (type) {
      case 'none':
        return { ...common, kind: 'end', result: 'finished' };
      case 'terminate':
        return { ...common, kind: 'terminate', of: group === undefined ? 'case' : 'group', result: 'finished' };
      case 'error': {
        const code = codeOf(element, 'error') ?? element.id ?? '';
        if (isCaughtError(element, codeOf(element, 'error'))) return { ...common, kind: 'fail', code };
        this.change('errorUncaught', element, code);
        return { ...common, kind: 'end', result: 'finished' };
      }
      default:
        return this.throwEvent(element, common);
    }
  }

  private throwEvent(element: ModdleElement, common: Common): FlowNode {
    switch (eventType(element)) {
      case 'none':
        this.change('passThrough', element);
        return { ...common, kind: 'exclusive' };
      case 'message':
        return { ...common, kind: 'signal', throws: { type: 'message', name: messageName(element), values: {} } };
      case 'signal':
        return { ...common, kind: 'signal', throws: { type: 'signal', name: signalName(element) } };
      case 'escalation':
        return {
          ...common,
          kind: 'signal',
          throws: { type: 'escalation', code: codeOf(element, 'escalation') ?? element.id ?? '' },
        };
      case 'link':
        return { ...common, kind: 'link', name: linkName(element), direction: 'throw' };
      case 'compensate': {
        const of = compensated(element);
        return of === undefined ? { ...common, kind: 'undo' } : { ...common, kind: 'undo', of };
      }
      case 'several':
        return this.foreign(element, common, 'severalEvents');
      default:
        return this.foreign(element, common, 'notExecuted');
    }
  }

  private catchEvent(element: ModdleElement, common: Common): FlowNode {
    const type = eventType(element);
    if (type === 'link') return { ...common, kind: 'link', name: linkName(element), direction: 'catch' };
    if (type === 'several') return this.foreign(element, common, 'severalEvents');
    const on = waitTrigger(element, this.notes(element), this.steered(element)) ?? this.ownMessage(element);
    return { ...common, kind: 'wait', on, outsideClock: false };
  }

  private boundary(element: ModdleElement, common: Common): FlowNode {
    const host = child(element, 'attachedToRef');
    if (!host) return this.foreign(element, common, 'unknown');
    const attachedTo = this.short(host.id ?? '', host);
    const interrupting = element['cancelActivity'] !== false;
    const type = eventType(element);
    switch (type) {
      case 'timer': {
        const trigger = waitTrigger(element, this.notes(element), null);
        const after = trigger?.type === 'timer' ? trigger.after : { amount: 1, unit: 'day' as const };
        return { ...common, kind: 'onTime', attachedTo, interrupting, timing: { from: 'start', after } };
      }
      case 'error': {
        const code = codeOf(element, 'error');
        return { ...common, kind: 'onError', attachedTo, ...(code === undefined ? {} : { code }) };
      }
      case 'escalation': {
        const code = codeOf(element, 'escalation');
        return { ...common, kind: 'onEscalation', attachedTo, interrupting, ...(code === undefined ? {} : { code }) };
      }
      case 'cancel':
      case 'several':
        return this.foreign(element, common, type === 'cancel' ? 'notExecuted' : 'severalEvents');
      default: {
        const on = waitTrigger(element, this.notes(element), this.steered(element)) ?? this.ownMessage(element);
        if (on.type === 'timer' || on.type === 'date') throw new Error('Expected a message, signal or condition');
        return { ...common, kind: 'onMessage', attachedTo, interrupting, on };
      }
    }
  }
}

interface Reverse {
  /** Reverse step → the step that it undoes. */
  readonly undoes: ReadonlyMap<string, string>;
  readonly associations: ReadonlySet<string>;
}
interface At {
  readonly id: string;
  readonly name: string;
  readonly group: string | undefined;
  readonly reverse: Reverse;
}
interface Common {
  readonly id: string;
  readonly name: string;
  readonly group?: string;
  readonly undoes?: string;
}

const isEvent = (node: FlowNode): boolean => node.kind === 'group' && node.event !== undefined;
