/**
 * Small executables and people for tests. A net is given as a list of primitives and of edges `a>b`; every edge's id
 * is its text. Nothing in here is used by the product.
 */
import { defaultCalendar } from '../calendar/index.ts';
import { EXECUTABLE_FORMAT } from '../definition/index.ts';
import type { Element, Executable, Outcome, Prim, RuntimeField, WorkSpec } from '../definition/types.ts';
import type { Access } from '../document/index.ts';
import type { Runnable } from './index-of.ts';
import { execute, type Executed } from './decide.ts';
import { needsPast, pastOf } from './past.ts';
import type {
  ActingParty,
  Actor,
  Addressee,
  CaseEvent,
  CaseState,
  Command,
  Facts,
  Patch,
  Rejection,
  Value,
} from './types.ts';

/** Beijing wall time to instant. */
export const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
export const MONDAY = at('2026-11-23 09:00');

export const edge = (from: string, to: string): string => `${from}>${to}`;

export interface NetOptions {
  readonly fields?: readonly RuntimeField[];
  readonly returnTargets?: Executable['returnTargets'];
  readonly policies?: Partial<Executable['policies']>;
  readonly subject?: Executable['subject'];
  readonly applicant?: Executable['applicant'];
  readonly materials?: Executable['materials'];
  readonly lead?: string;
  /** Lane of the applicant; all others are departments. */
  readonly applicantLane?: string;
  /** Scopes, event sub-processes and reverse steps. */
  readonly more?: Partial<Pick<Executable, 'handlers' | 'within' | 'undo'>>;
}

/** Edges are found from the primitives' outs and `to`: a map from edge id to the node it leads to. */
export function netOfPrims(prims: readonly Prim[], edges: readonly string[], options: NetOptions = {}): Runnable {
  const laneOf = (prim: Prim): string | null =>
    'work' in prim ? prim.work.lane : prim.type === 'job' ? (prim.job.byHand?.lane ?? null) : null;
  const lanes = new Set(prims.flatMap((prim) => laneOf(prim) ?? []));
  const executable: Executable = {
    format: EXECUTABLE_FORMAT,
    code: 'sample',
    title: 'Sample',
    module: 'approval',
    paperTitle: null,
    start: 'start',
    prims: Object.fromEntries(
      [{ type: 'start', id: 'start', name: 'Start', lane: null, out: edges[0] ?? '' } satisfies Prim, ...prims].map(
        (prim) => [prim.id, prim],
      ),
    ),
    edges: Object.fromEntries(
      edges.map((id) => {
        const [from = '', to = ''] = (id.split('!')[0] ?? '').split('>');
        return [id, { id, from, to }];
      }),
    ),
    lanes: [...lanes].map((id) => ({
      id,
      name: `Lane ${id}`,
      party:
        id === options.applicantLane
          ? { kind: 'applicant' }
          : { kind: 'department', type: `type-${id}`, level: 'same' },
    })),
    lead: options.lead ?? null,
    sections: [{ id: 'main', name: 'Main', help: null }],
    fields: options.fields ?? [],
    materials: options.materials ?? [],
    applicant: options.applicant ?? 'office',
    subject: options.subject ?? { kind: 'person', keyField: null, nameField: null },
    policies: {
      promise: { amount: 9, unit: 'workday' },
      statutory: null,
      correctionPausesCase: true,
      amberBelow: 0.5,
      redBelow: 0.2,
      ...options.policies,
    },
    returnTargets: options.returnTargets ?? {},
    ...options.more,
  };
  return { identity: 'identity', executable };
}

export function outcome(id: string, to: string, more: Partial<Outcome> = {}): Outcome {
  return { id, name: id.toUpperCase(), tone: 'positive', opinionRequired: false, edge: to, ...more };
}

export function work(lane: string | null, outcomes: readonly Outcome[], more: Partial<WorkSpec> = {}): WorkSpec {
  return {
    lane,
    post: null,
    name: `Work ${lane ?? ''}`,
    instruction: null,
    deadline: { amount: 2, unit: 'workday' },
    outcomes,
    opinionVisibleTo: 'handlers',
    powers: { correct: true, return: true, reject: true },
    timers: [],
    ...more,
  };
}

/** A task of the office `office-<id>` with one outcome `ok` to the next node. */
export function task(id: string, to: string, more: Partial<WorkSpec> = {}): Prim {
  return { type: 'activity', id, work: work(id, [outcome('ok', edge(id, to))], { name: id, ...more }) };
}

export function end(id = 'end', result: 'approved' | 'refused' | 'finished' = 'finished'): Prim {
  return { type: 'end', id, name: id, result };
}

export function elements(count: number): Element[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `e${i + 1}`,
    name: `Body ${i + 1}`,
    party: { kind: 'department', type: `body-${i + 1}`, level: 'same' },
    post: null,
  }));
}

export function field(
  id: string,
  access: Readonly<Record<string, Access>>,
  more: Partial<RuntimeField> = {},
): RuntimeField {
  return {
    id,
    section: 'main',
    kind: 'text',
    name: `Field ${id}`,
    help: null,
    element: null,
    source: { type: 'manual' },
    width: 'half',
    maxLength: null,
    min: null,
    max: null,
    decimals: null,
    unit: null,
    options: [],
    display: null,
    accept: null,
    maxBytes: null,
    maxCount: null,
    text: null,
    required: false,
    requiredWhen: null,
    visible: null,
    valid: null,
    message: null,
    access,
    ...more,
  };
}

export function person(id: string, department: string | null, more: Partial<Actor> = {}): Actor {
  return {
    person: id,
    name: `Name ${id}`,
    department,
    departmentName: department && `Dept ${department}`,
    posts: [],
    admin: false,
    ...more,
  };
}

export const applicant = person('ann', 'applying');
/** Someone of the office behind a lane or element. */
export const officer = (lane: string, more: Partial<Actor> = {}): Actor => person(`of-${lane}`, `office-${lane}`, more);

/** The office behind a lane or element, or a person of it, as the server would have looked them up. */
export const addressee = (lane: string, more: Partial<Addressee> = {}): Addressee => ({
  department: `office-${lane}`,
  departmentName: `Office ${lane}`,
  departmentType: `type-${lane}`,
  post: null,
  person: null,
  ...more,
});
export const named = (id: string, posts: readonly string[] = []): NonNullable<Addressee['person']> => ({
  person: id,
  name: `Name ${id}`,
  posts,
});

export const manual = (values: Readonly<Record<string, Value>>): Patch =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, origin: { type: 'manual' } }]));

/** A case played command by command; every step's events are kept. */
export class Play {
  readonly events: CaseEvent[] = [];
  readonly turns: (readonly CaseEvent[])[] = [];
  now: number;
  private current: CaseState | null = null;
  readonly definition: Runnable;
  readonly more: Partial<Facts>;

  constructor(definition: Runnable, now: number = MONDAY, more: Partial<Facts> = {}) {
    this.definition = definition;
    this.now = now;
    this.more = more;
  }

  get state(): CaseState {
    if (!this.current) throw new Error('Expected a started case');
    return this.current;
  }

  try(actor: ActingParty, command: Command): Executed {
    const seq = this.current && needsPast(this.current, command);
    const past = seq === null ? null : pastOf(this.turns, seq);
    const facts: Facts = {
      now: this.now,
      calendar: defaultCalendar(),
      ...this.more,
      ...(past ? { past } : {}),
      actor,
    };
    const done = execute(this.definition, this.current, command, facts);
    if (done.ok) {
      this.current = done.state;
      this.events.push(...done.events);
      this.turns.push(done.events);
    }
    return done;
  }

  /** The events' types; throws when the command is refused. */
  do(actor: ActingParty, command: Command): string[] {
    const done = this.try(actor, command);
    if (!done.ok) throw new Error(`Expected events but got ${JSON.stringify(done.rejection)}`);
    return done.events.map(describeEvent);
  }

  refused(actor: ActingParty, command: Command): Rejection {
    const done = this.try(actor, command);
    if (done.ok) throw new Error(`Expected a rejection but got ${done.events.map(describeEvent).join(', ')}`);
    return done.rejection;
  }

  start(values: Readonly<Record<string, Value>> = {}): string[] {
    return this.do(applicant, startCommand(this.definition, manual(values)));
  }

  /** The one open activity of a node (and element). */
  open(node: string, element: string | null = null): string {
    const found = Object.values(this.state.activities).filter(
      (one) => one.node === node && one.element === element && (one.status === 'open' || one.status === 'correcting'),
    );
    if (found.length !== 1 || !found[0])
      throw new Error(`Expected one open activity at ${node}, found ${found.length}`);
    return found[0].id;
  }

  complete(node: string, outcomeId = 'ok', values: Readonly<Record<string, Value>> = {}): string[] {
    return this.do(officer(node), this.completion(node, outcomeId, values));
  }

  completion(node: string, outcomeId = 'ok', values: Readonly<Record<string, Value>> = {}): Command {
    const activity = this.open(node);
    return { type: 'complete', activity, outcome: outcomeId, opinion: `opinion ${node}`, patch: manual(values) };
  }

  answer(node: string, element: string, outcomeId = 'ok', values: Readonly<Record<string, Value>> = {}): string[] {
    const activity = this.open(node, element);
    const patch = manual(values);
    const opinion = `opinion ${element}`;
    return this.do(officer(element), { type: 'complete', activity, outcome: outcomeId, opinion, patch });
  }

  /** Nodes (`node/element`) with open work, and edges with tokens. */
  where(): string[] {
    const live = Object.values(this.state.activities)
      .filter((one) => one.kind === 'work' && ['open', 'correcting', 'suspended'].includes(one.status))
      .map(
        (one) => `${one.node}${one.element ? `/${one.element}` : ''}${one.status === 'open' ? '' : `:${one.status}`}`,
      );
    return [...live, ...Object.values(this.state.tokens).map((token) => token.edge)];
  }
}

export function startCommand(definition: Runnable, patch: Patch): Extract<Command, { type: 'start' }> {
  const bindings: Record<string, { department: string; name: string }> = {};
  for (const lane of definition.executable.lanes) {
    if (lane.party.kind === 'department') bindings[lane.id] = office(lane.id);
  }
  for (const prim of Object.values(definition.executable.prims)) {
    if (prim.type !== 'many') continue;
    for (const element of prim.elements) if (element.party) bindings[`${prim.id}/${element.id}`] = office(element.id);
  }
  return {
    type: 'start',
    caseId: 'case-1',
    release: 'release-1',
    version: 1,
    number: 'N-1',
    region: 'region-1',
    bindings,
    patch,
    trial: false,
  };
}

const office = (id: string): { department: string; name: string } => ({
  department: `office-${id}`,
  name: `Office ${id}`,
});

/** An event in a few words: its type and where. */
export function describeEvent(event: CaseEvent): string {
  switch (event.type) {
    case 'tokensMoved':
      return `${event.type} ${event.node} +${event.put.length}-${event.taken.length}`;
    case 'activityStarted':
      return `${event.type} ${event.node}${event.element ? `/${event.element}` : ''}`;
    case 'opinionKept':
      return `${event.type} ${event.element}`;
    case 'caseEnded':
      return `${event.type} ${event.result}`;
    case 'activityCompleted':
      return `${event.type} ${event.outcome}`;
    case 'activityCancelled':
      return `${event.type} ${event.reason}`;
    case 'clockPaused':
    case 'clockResumed':
      return `${event.type} ${event.clock === 'case' ? 'case' : 'step'}`;
    case 'incidentRaised':
    case 'errorThrown':
    case 'escalated':
    case 'jobFailed':
      return `${event.type} ${event.code}`;
    case 'eventCaught':
      return `${event.type} ${event.event}`;
    case 'childEnded':
      return `${event.type} ${event.result}${event.late ? ' late' : ''}`;
    default:
      return event.type;
  }
}
