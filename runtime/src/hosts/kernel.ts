/**
 * The kernel as a host calls it. Hosts take it as a value, so that tests can put a failing one in its place.
 */
import type { Calendar } from '@tongban/shared/calendar';
import type { Definition } from '@tongban/shared/definition';
import { evolveAll, execute, project, react } from '@tongban/shared/kernel';
import type { CaseEvent, CaseState, Command, Executed, Facts, OutboxEntry, Projection } from '@tongban/shared/kernel';

export interface Kernel {
  /** decide, with the state that the events lead to. Events may be none. */
  execute(definition: Definition, state: CaseState | null, command: Command, facts: Facts): Executed;
  /** Applies events in order; never changes `state`. */
  evolve(state: CaseState | null, events: readonly CaseEvent[]): CaseState;
  /** Rows that changed between the two states; all rows of the case when `before` is null. */
  project(definition: Definition, before: CaseState | null, after: CaseState, calendar: Calendar): Projection;
  react(definition: Definition, state: CaseState, events: readonly CaseEvent[]): readonly OutboxEntry[];
}

export const kernel: Kernel = { execute, evolve: evolveAll, project, react };
