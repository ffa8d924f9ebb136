/** Plays the stimuli of one case: instances of its processes, and the messages between them. */
import { isStimulus, type SetUp, type Stimulus, type TraceCase } from './case-file.ts';
import { readDiagram, type Diagram } from './diagram.ts';
import { Instance } from './instance.ts';
import { prepare } from './model.ts';

export type Run =
  | { readonly ok: true; readonly segments: readonly (readonly string[])[] }
  | { readonly ok: false; readonly why: string };

class Refused extends Error {}

export async function runTrace(trace: TraceCase, xml: string): Promise<Run> {
  const diagram = await readDiagram(xml);
  if (!diagram) return { ok: false, why: 'not BPMN' };
  const world = new World(diagram, xml);
  const segments: string[][] = [];
  try {
    world.setUp(trace.start);
    segments.push(await world.stimulate(trace.start.stimulus));
    for (const step of trace.steps) {
      if (isStimulus(step)) segments.push(await world.stimulate(step));
      else world.setUp(step);
    }
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
  return { ok: true, segments };
}

class World {
  private readonly choose = new Map<string, ReadonlySet<string>>();
  private readonly pausedAt = new Set<string>();
  private readonly instances: Instance[] = [];
  private readonly diagram: Diagram;
  private readonly xml: string;

  constructor(diagram: Diagram, xml: string) {
    this.diagram = diagram;
    this.xml = xml;
  }

  setUp({ choose = {}, pauseAt }: SetUp): void {
    for (const [gateway, flows] of Object.entries(choose)) {
      this.choose.set(gateway, new Set(typeof flows === 'string' ? [flows] : flows));
    }
    if (pauseAt) for (const id of pauseAt) this.pausedAt.add(id);
    for (const instance of this.instances) instance.choose(this.choose);
  }

  async stimulate(stimulus: Stimulus): Promise<string[]> {
    if ('start' in stimulus) return this.carry(await this.start(stimulus.process, stimulus.start));
    if ('message' in stimulus) {
      const flow = this.diagram.flows.find((one) => one.id === stimulus.message);
      return flow ? this.carry(await this.deliver(flow.to)) : [];
    }
    const instance = this.instances[stimulus.scope.instance - 1];
    if (!instance) throw new Error(`no instance ${stimulus.scope.instance}`);
    const done =
      stimulus.kind === 'continue'
        ? instance.goOn(stimulus.trigger)
        : instance.happen(this.eventOf(instance, stimulus.trigger, stimulus.kind), stimulus.scope.element);
    if (!done) throw new Error(`nobody waits for ${stimulus.trigger}`);
    return this.carry(done);
  }

  /** An event sub-process listens under its own id. */
  private eventOf({ model }: Instance, id: string, kind: string): string {
    const node = model.design.flow.nodes[id];
    return kind === 'eventSubProcessStart' ? (node?.group ?? id) : id;
  }

  private async start(process: string, at: string): Promise<string[]> {
    const id = this.diagram.processOf(process) ?? process;
    const prepared = await prepare(this.xml, id, at);
    if (!prepared.ok) throw new Refused(prepared.why);
    const instance = new Instance(prepared.model, { pausedAt: this.pausedAt, flowNodes: this.diagram.nodes });
    this.instances.push(instance);
    return instance.begin(this.choose, this.diagram.starts.has(at) ? at : null);
  }

  /** Messages that leave with what completed go along their flows, and so on until all is quiet. */
  private async carry(completed: string[]): Promise<string[]> {
    const all = [...completed];
    all.push(...(await this.broadcast()));
    for (let at = 0; at < all.length && at < 1000; at++) {
      for (const flow of this.diagram.flows) {
        if (flow.from === all[at]) all.push(...(await this.deliver(flow.to)));
      }
    }
    return all;
  }

  /** Signals reach the other instances too, and start events that wait for them. */
  private async broadcast(): Promise<string[]> {
    const done: string[] = [];
    for (const thrower of [...this.instances]) {
      for (let name = thrower.thrown.shift(); name !== undefined; name = thrower.thrown.shift()) {
        for (const other of this.instances) if (other !== thrower) done.push(...other.signal(name));
        for (const start of this.diagram.signalStarts) {
          if (start.name === name) done.push(...(await this.start(this.diagram.processOf(start.id) ?? '', start.id)));
        }
      }
    }
    return done;
  }

  /** To a start event: a new instance; to who waits: it goes on; else the message is lost. */
  private async deliver(to: string): Promise<string[]> {
    const process = this.diagram.processOf(to);
    if (process === null) return [];
    for (const instance of this.instances) {
      const done = instance.happen(to, null) ?? (instance.holds(to) ? instance.goOn(to) : null);
      if (done) return done;
    }
    return this.diagram.starts.has(to) ? this.start(process, to) : [];
  }
}
