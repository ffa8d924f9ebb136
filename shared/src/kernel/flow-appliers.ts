/** Appliers of flow-event-types.ts; the rules of appliers.ts hold for them. */
import { moveTokens, note, type Applier } from './applying.ts';
import type { EventType, FlowEventBody } from './types.ts';

export const flowAppliers: { readonly [T in EventType & FlowEventBody['type']]: Applier<T> } = {
  eventCaught: (draft, event) => {
    const { caught = [] } = draft.activity(event.activity);
    draft.patchActivity(event.activity, { caught: [...caught, event.event] });
    note(draft, event, event.activity, event.name);
  },

  errorThrown: (draft, event) => {
    note(draft, event, event.node, event.code);
  },

  escalated: (draft, event) => {
    note(draft, event, event.node, event.code);
  },

  // What left the case is told by the outbox; the state has nothing to remember of it.
  signalThrown: () => undefined,
  messageSent: () => undefined,
  notified: () => undefined,

  scopeCleared: (draft, event) => {
    moveTokens(draft, event.taken, []);
  },

  jobRequested: (draft, event) => {
    draft.patchActivity(event.activity, { attempts: event.attempt });
  },

  jobFailed: (draft, event) => {
    const { timers } = draft.activity(event.activity);
    draft.patchActivity(event.activity, { failed: event.attempt });
    if (event.retryAt !== null) {
      const id = `${event.activity}:retry${event.attempt}`;
      draft.patchActivity(event.activity, {
        timers: [...timers, { id, boundary: 'retry', at: event.retryAt, status: 'armed' }],
      });
    }
    note(draft, event, event.activity, event.code);
  },

  childRequested: (draft, event) => {
    draft.patchActivity(event.activity, { attempts: event.attempt });
  },

  childEnded: (draft, event) => {
    note(draft, event, event.activity, event.result);
  },

  undoBegun: (draft, event) => {
    const { undoing = [] } = draft.activity(event.holder);
    draft.patchActivity(event.holder, { undoing: [...undoing, event.activity] });
    draft.patchActivity(event.activity, { undone: true });
    note(draft, event, event.activity, null);
  },

  reminded: (draft, event) => {
    draft.patchActivity(event.activity, { reminders: event.count });
    note(draft, event, event.activity, event.boundary);
  },

  incidentResolved: (draft) => {
    draft.state.incident = null;
  },
};
