/**
 * One command being decided: the state as it becomes, the events so far. `emit` is the only way to change it, so that
 * what was decided and what evolve makes of the events are the same by construction.
 */
import { applyEvent } from './appliers.ts';
import { Draft } from './draft.ts';
import { indexOf, type ExecutableIndex, type Runnable } from './index-of.ts';
import type { CaseEvent, CaseState, EventBody, Facts, PersonRef, Token } from './types.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export class Turn {
  readonly index: ExecutableIndex;
  readonly identity: string;
  readonly facts: Facts;
  readonly events: CaseEvent[] = [];
  /** Tokens put down and not yet routed. */
  readonly queue: Token[] = [];
  private readonly draft: Draft;
  private readonly by: string;
  private readonly byName: string;
  private readonly onBehalfOf: PersonRef | null;

  constructor(definition: Runnable, state: CaseState | null, facts: Facts) {
    this.index = indexOf(definition.executable);
    this.identity = definition.identity;
    this.facts = facts;
    this.draft = new Draft(state);
    const { actor } = facts;
    this.by = actor === 'system' ? 'system' : actor.person;
    this.byName = actor === 'system' ? '' : actor.name;
    const principal = actor === 'system' ? undefined : actor.onBehalfOf;
    this.onBehalfOf = principal ? { person: principal.person, name: principal.name } : null;
  }

  get state(): CaseState {
    return this.draft.state;
  }

  /** Number of the next event; ids of what it makes derive from it. */
  get nextSeq(): number {
    return this.draft.started ? this.draft.state.seq + 1 : 1;
  }

  nextId(): string {
    return `${this.state.caseId}.${this.nextSeq}`;
  }

  emit(body: EventBody): CaseEvent {
    // The body is the caller's literal and becomes the event: copying it would cost more than deciding it.
    const event = body as Writable<CaseEvent>;
    event.v = 1;
    event.seq = this.nextSeq;
    event.at = this.facts.now;
    event.by = this.by;
    event.byName = this.byName;
    if (this.onBehalfOf) event.onBehalfOf = this.onBehalfOf;
    applyEvent(this.draft, event);
    this.events.push(event);
    return event;
  }

  /** Puts tokens on edges and lines them up for routing. */
  move(node: string, taken: readonly string[], put: readonly Omit<Token, 'id'>[]): void {
    const seq = this.nextSeq;
    const tokens = put.map(({ edge, lineage }, i): Token => ({ id: `t${seq}.${i}`, edge, lineage }));
    this.emit({ type: 'tokensMoved', node, taken, put: tokens });
    this.queue.push(...tokens);
  }
}
