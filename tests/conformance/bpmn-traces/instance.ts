/**
 * One process instance, run by the product's kernel. Plain activities are done at once unless they are paused; what
 * happened is told as flow nodes of the BPMN file that completed normally.
 */
import { defaultCalendar } from '@tongban/shared/calendar';
import {
  evolve,
  execute,
  type Activity,
  type Actor,
  type CaseEvent,
  type CaseState,
  type Command,
  type Facts,
} from '@tongban/shared/kernel';
import type { Prim } from '@tongban/shared/definition';
import { heardBy, eventOf, type Heard } from '../../../shared/src/kernel/listening.ts';
import { indexOf } from '@tongban/shared/kernel';
import { steer, type Model } from './model.ts';

const MONDAY = Date.parse('2026-11-23T09:00:00+08:00');
const YEAR = 366 * 24 * 3_600_000;
const actor: Actor = { person: 'p', name: 'p', department: 'd', departmentName: 'd', posts: [], admin: true };
const calendar = defaultCalendar();

export class Instance {
  readonly model: Model;
  private state: CaseState | null = null;
  private readonly edgeOf = new Map<string, string>();
  /** Signals that were thrown since they were last asked for. */
  readonly thrown: string[] = [];
  private now = MONDAY;
  private readonly pausedAt: ReadonlySet<string>;
  private readonly flowNodes: ReadonlySet<string>;

  constructor(
    model: Model,
    world: { readonly pausedAt: ReadonlySet<string>; readonly flowNodes: ReadonlySet<string> },
  ) {
    this.model = model;
    this.pausedAt = world.pausedAt;
    this.flowNodes = world.flowNodes;
  }

  get ended(): boolean {
    return this.state?.status === 'ended';
  }

  /** Begins; gives the flow nodes that completed. */
  begin(choose: ReadonlyMap<string, ReadonlySet<string>>, startedAt: string | null): string[] {
    const bindings = Object.fromEntries(
      this.model.executable.lanes.map((lane) => [lane.id, { department: 'd', name: 'd' }]),
    );
    const values = Object.fromEntries(
      [...this.steering(choose)].map(([id, value]) => [id, { value, origin: { type: 'shared' as const, ...FROM } }]),
    );
    const start: Command = {
      type: 'start',
      caseId: 'c',
      release: 'r',
      version: 1,
      number: 'n',
      region: 'g',
      bindings,
      patch: values,
      trial: true,
    };
    const done = this.run(start, actor);
    return startedAt === null ? done : [startedAt, ...done];
  }

  /** The fields that conditions ask, as they are to be from now on. */
  choose(choose: ReadonlyMap<string, ReadonlySet<string>>): void {
    this.write(this.steering(choose));
  }

  private *steering(choose: ReadonlyMap<string, ReadonlySet<string>>): Iterable<[string, string]> {
    const { edges } = this.model.design.flow;
    for (const edge of Object.values(edges)) {
      const id = steer(edge.id);
      if (!this.model.design.form.fields[id]) continue;
      const gateway = edge.from.replace(/_split$/, '');
      yield [id, choose.get(gateway)?.has(edge.id) ? 'yes' : 'no'];
    }
  }

  private write(values: Iterable<[string, string]>): void {
    if (!this.state || this.state.status === 'ended') return;
    const written = Object.fromEntries(
      [...values].map(([id, value]) => [
        id,
        { value, origin: { type: 'computed' as const }, at: this.now, by: 'system', version: 1 },
      ]),
    );
    const head = { v: 1 as const, seq: this.state.seq + 1, at: this.now, by: 'system', byName: '' };
    this.state = evolve(this.state, { ...head, type: 'valuesWritten', node: '', values: written });
  }

  /** Open activities, oldest first. */
  private open(): Activity[] {
    return Object.values(this.state?.activities ?? {}).filter((one) => one.status === 'open');
  }

  holds(node: string): boolean {
    return this.open().some((one) => one.node === node);
  }

  /** A paused activity goes on. */
  goOn(node: string): string[] | null {
    const activity = this.open().find((one) => one.node === node && one.element === null);
    const command = activity && this.completion(activity);
    if (!command) return null;
    return this.run(command.command, command.by);
  }

  /** The event of this id happens to the oldest activity that listens for it; null: nobody does. */
  happen(event: string, host: string | null): string[] | null {
    const index = indexOf(this.model.executable);
    if (!this.state) return null;
    for (const activity of this.open()) {
      if (host !== null && activity.node !== host && activity.node !== '') continue;
      const heard = heardBy({ index, state: this.state }, activity).find((one) => eventOf(one).id === event);
      if (heard) return this.hear(activity, heard);
    }
    return host === null ? null : this.happen(event, null);
  }

  private hear(activity: Activity, heard: Heard): string[] | null {
    const { on, id } = eventOf(heard);
    switch (on.type) {
      case 'message':
        return this.run({ type: 'deliverMessage', name: on.name, values: {}, activity: activity.id }, 'system');
      case 'signal':
        return this.run({ type: 'deliverSignal', name: on.name }, 'system');
      case 'timer': {
        this.now += YEAR;
        const timer = activity.timers.find((one) => one.boundary === id && one.status === 'armed');
        return timer ? this.run({ type: 'fireTimer', timer: timer.id }, 'system') : null;
      }
      case 'condition': {
        const element = this.elementOf(id);
        this.write([[steer(element), 'yes']]);
        const done = this.run({ type: 'deliverSignal', name: 'nobody waits for this' }, 'system');
        this.write([[steer(element), 'no']]);
        return done;
      }
      default:
        return null;
    }
  }

  /** An event sub-process is opened by the start event inside it. */
  private elementOf(event: string): string {
    const start = Object.values(this.model.design.flow.nodes).find(
      (node) => node.kind === 'start' && node.group === event,
    );
    return start?.id ?? event;
  }

  signal(name: string): string[] {
    if (!this.state || this.ended) return [];
    return this.run({ type: 'deliverSignal', name }, 'system');
  }

  // -------------------------------------------------------------- running

  private run(command: Command, by: Facts['actor']): string[] {
    const completed = this.apply(command, by);
    for (let bound = 0; bound < 200; bound++) {
      const next = this.open()
        .filter((one) => !this.pausedAt.has(one.node))
        .flatMap((one) => this.completion(one) ?? [])[0];
      if (!next) return completed;
      completed.push(...this.apply(next.command, next.by));
    }
    throw new Error('Expected the instance to come to rest');
  }

  private completion(activity: Activity): { command: Command; by: Facts['actor'] } | null {
    const prim = this.model.executable.prims[activity.node];
    const { id } = activity;
    switch (prim?.type) {
      case 'activity': {
        const outcome = prim.work.outcomes[0]?.id ?? '';
        return { command: { type: 'complete', activity: id, outcome, opinion: '', patch: {} }, by: actor };
      }
      case 'job': {
        const attempt = activity.attempts ?? 1;
        return {
          command: { type: 'jobResult', activity: id, attempt, result: { ok: true, values: {} } },
          by: 'system',
        };
      }
      case 'case': {
        const child = `${id}c${activity.attempts ?? 1}`;
        return { command: { type: 'childEnded', activity: id, child, result: 'finished', values: {} }, by: 'system' };
      }
      default:
        return null;
    }
  }

  private apply(command: Command, by: Facts['actor']): string[] {
    const facts: Facts = { now: this.now, actor: by, calendar };
    const done = execute({ identity: 'x', executable: this.model.executable }, this.state, command, facts);
    if (!done.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(done.rejection)}`);
    const completed: string[] = [];
    for (const event of done.events) {
      completed.push(...this.completedBy(event, done.state));
      if (event.type === 'tokensMoved') for (const { id, edge } of event.put) this.edgeOf.set(id, edge);
      if (event.type === 'signalThrown') this.thrown.push(event.name);
    }
    this.state = done.state;
    // A join that waits for ever is no fault of the engine; a branch that is missing would be one of the import.
    if (done.state.incident && done.state.incident.code !== 'stuck')
      throw new Error(`incident ${done.state.incident.code} at ${done.state.incident.node}`);
    return completed;
  }

  /** Flow nodes of the file that this event tells to have completed normally. */
  private completedBy(event: CaseEvent, after: CaseState): string[] {
    return this.namesOf(event, after).filter((id) => this.flowNodes.has(id));
  }

  private namesOf(event: CaseEvent, after: CaseState): string[] {
    const { design, executable } = this.model;
    switch (event.type) {
      case 'tokensMoved': {
        const passed = event.taken.flatMap((id) => this.passedOn(this.edgeOf.get(id) ?? ''));
        const prim = executable.prims[event.node];
        if (prim === undefined || event.taken.length === 0) return passed;
        // An error and a termination end their way, they do not complete it.
        const abrupt = prim.type === 'throw' && (prim.what.type === 'error' || prim.what.type === 'terminate');
        if (abrupt || !PASSED.has(prim.type)) return passed;
        // Where a node became two primitives, the second one has an id of its own.
        return design.flow.nodes[event.node] ? [...passed, event.node] : passed;
      }
      case 'activityCompleted': {
        const activity = after.activities[event.activity];
        if (!activity || activity.node === '') return [];
        return design.flow.nodes[activity.node]?.kind === 'firstEvent' ? [event.outcome] : [activity.node];
      }
      case 'activityStarted':
        return event.token && !this.isHandler(event.node) ? this.passedOn(event.token.edge) : [];
      case 'scopeCleared':
        // A thrower that is interrupted by who heard it had begun: what led to it was passed.
        return event.taken.flatMap((id) => this.passedOn(this.edgeOf.get(id) ?? '', 'throw'));
      case 'eventCaught':
        return this.attached(event.event);
      case 'timerFired':
        return this.attached(event.boundary);
      default:
        return [];
    }
  }

  private primAfter(edge: string): Prim | undefined {
    const { edges, prims } = this.model.executable;
    return prims[edges[edge]?.to ?? ''];
  }

  private isHandler(node: string): boolean {
    const drawn = this.model.design.flow.nodes[node];
    return drawn?.kind === 'group' && drawn.event !== undefined;
  }

  private attached(event: string): string[] {
    const node = this.model.design.flow.nodes[event];
    return node && 'attachedTo' in node ? [event] : [];
  }

  /** Beginnings of parts and throwing links have no primitive: a token that leaves their edge has passed them. */
  private passedOn(edge: string, before?: Prim['type']): string[] {
    if (before !== undefined && this.primAfter(edge)?.type !== before) return [];
    const { nodes, edges } = this.model.design.flow;
    const drawn = edges[edge];
    if (!drawn) return [];
    const from = nodes[drawn.from];
    const to = nodes[drawn.to];
    const begun = from?.kind === 'start' && from.group !== undefined ? [from.id] : [];
    return to?.kind === 'link' ? [...begun, to.id] : begun;
  }
}

const PASSED: ReadonlySet<string> = new Set(['choice', 'some', 'fork', 'join', 'gather', 'compute', 'throw', 'end']);

const FROM = { register: 'steering', registerName: 'steering', at: 0 };
