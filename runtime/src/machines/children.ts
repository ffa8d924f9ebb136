/**
 * Nested scenarios as cases of their own. The child's case id derives from the parent's step, so that a child that is
 * asked for twice is started once, and its end finds the way back without a table of its own.
 */
import type { Actor, CaseState, OutboxEntry, Patch, Value } from '@tongban/shared/kernel';
import type { Host } from '../hosts/host.ts';
import type { ReleaseRecord } from '../releases/records.ts';
import type { Bound } from '../releases/bindings.ts';

export interface ChildrenDeps {
  readonly host: Host;
  /** Release of a scenario in force for the parent's applicant; null: none is. */
  readonly find: (applicant: CaseState['applicant'], code: string) => Promise<ReleaseRecord | null>;
  readonly bind: (applicant: CaseState['applicant'], record: ReleaseRecord) => Promise<Bound>;
  readonly number: (record: ReleaseRecord) => Promise<string>;
}

export interface Children {
  start(entry: OutboxEntry): Promise<void>;
  cancel(entry: OutboxEntry): Promise<void>;
  /** Tells the parent, if the case that has ended is a child. */
  ended(entry: OutboxEntry): Promise<void>;
}

/** Parent's case and activity of a child's case id (kernel/machines.ts childId). */
export function parentOf(caseId: string): { readonly caseId: string; readonly activity: string } | null {
  const match = /^(?<parent>.+)\.(?<seq>\d+)c\d+$/u.exec(caseId);
  const parent = match?.groups?.['parent'];
  return parent === undefined ? null : { caseId: parent, activity: `${parent}.${match?.groups?.['seq'] ?? ''}` };
}

/** Result that a parent is told when its child could not even be started. */
const NOT_STARTED = 'failed';

export function createChildren({ host, find, bind, number }: ChildrenDeps): Children {
  const tell = async (child: string, result: string, values: Readonly<Record<string, Value>>): Promise<void> => {
    const parent = parentOf(child);
    if (!parent) return;
    const { caseId, activity } = parent;
    await host.submit({
      caseId,
      command: { type: 'childEnded', activity, child, result, values },
      actor: 'system',
      key: child,
      keyScope: `childEnded ${caseId}`,
    });
  };

  return {
    async start({ caseId, params, payload = {} }) {
      const { child = '', scenario = '' } = params;
      const parent = await host.load(caseId);
      if (!parent) return;
      const { applicant, trial, title, region } = parent.state;
      const record = await find(applicant, scenario);
      const bound = record && (await bind(applicant, record));
      if (!record || !bound || bound.missing.length > 0) return tell(child, NOT_STARTED, {});
      const submitted = await host.submit({
        caseId: child,
        command: {
          type: 'start',
          caseId: child,
          release: record.release,
          version: record.version,
          number: await number(record),
          region,
          bindings: bound.bindings,
          patch: patchOf(record, payload, title, host.now()),
          trial,
        },
        actor: actorOf(applicant),
        key: child,
        keyScope: 'child',
      });
      if (!submitted.ok && (await host.queries.caseRow(child)) === null) await tell(child, NOT_STARTED, {});
    },

    async cancel({ params }) {
      const { child = '' } = params;
      const loaded = await host.load(child);
      if (!loaded || loaded.state.status === 'ended') return;
      const reason = '关联的上级办件不再需要本办件';
      await host.submit({ caseId: child, command: { type: 'terminate', reason }, actor: 'system' });
    },

    async ended({ caseId: child, params }) {
      if (!parentOf(child)) return;
      const loaded = await host.load(child);
      const data = loaded?.state.data ?? {};
      const values = Object.fromEntries(Object.entries(data).map(([id, one]) => [id, one.value]));
      await tell(child, params['result'] ?? NOT_STARTED, values);
    },
  };
}

function actorOf({ person, name, department, departmentName }: CaseState['applicant']): Actor {
  return { person, name, department, departmentName, posts: [], admin: false };
}

/** What the parent gives, for fields that the child has; the source is the parent's scenario. */
function patchOf(
  record: ReleaseRecord,
  payload: Readonly<Record<string, Value>>,
  registerName: string,
  at: number,
): Patch {
  const patch: Record<string, Patch[string]> = {};
  for (const { id, source, kind } of record.definition.executable.fields) {
    const value = Object.hasOwn(payload, id) ? payload[id] : undefined;
    if (value === undefined || value === null || source.type === 'computed' || kind === 'note') continue;
    patch[id] = { value, origin: { type: 'shared', register: 'parent', registerName, at } };
  }
  return patch;
}
