/**
 * Reading and moving cases. Case data leaves through the kernel's `view` and in no other way; a command runs in the
 * session's own name. A case somebody may not read is not there for them.
 */
import { view, type CaseView, type FileRef, type Patch, type RuntimeFieldView } from '@tongban/shared/kernel';
import { mayReadCase } from '../api/permission.ts';
import { createChannel, type Channel } from '../channel.ts';
import type { Host } from '../hosts/host.ts';
import { fail, ok, type Failure, type Result } from '../result.ts';
import type { Session } from '../session/types.ts';
import { nextSteps, type CardFinder } from './next.ts';
import { actorOf, viewerOf } from './people.ts';
import { caseRow } from './rows.ts';
import type { CaseChange, CaseCommand, CasesArea } from './types.ts';

export interface CasesDeps {
  readonly host: Host;
  readonly cards: CardFinder;
  readonly registersDown: () => Promise<readonly string[]>;
  /** Stored files of this case and field by id; what a client says of a file is not believed. */
  readonly files: (caseId: string, field: string, ids: readonly string[]) => Promise<Result<readonly FileRef[]>>;
}
export interface Cases extends CasesArea {
  /** The file field that this person may fill now under this data key. */
  uploadField(session: Session, caseId: string, key: string): Promise<Result<RuntimeFieldView>>;
  /** Does this person's view of the case show the file? */
  showsFile(session: Session, caseId: string, file: string): Promise<boolean>;
}

const isFiles = (value: unknown): value is readonly FileRef[] =>
  Array.isArray(value) && value.some((part) => typeof part === 'object');

function* fieldsOf(shown: CaseView) {
  for (const section of shown.sections) yield* section.fields;
  for (const work of shown.work) for (const section of work.sections) yield* section.fields;
  for (const correction of shown.corrections) for (const section of correction.sections) yield* section.fields;
}

export function createCases({ host, cards, registersDown, files }: CasesDeps): Cases {
  const seen = async (session: Session, id: string): Promise<Result<CaseView>> => {
    const row = await host.queries.caseRow(id);
    if (!row || !mayReadCase(session, row)) return fail('notFound');
    const loaded = await host.load(id);
    if (!loaded) return fail('notFound');
    const calendar = host.calendar(row.region);
    const facts = { now: host.now(), calendar, registersDown: await registersDown() };
    const shown = view(loaded.definition, loaded.state, viewerOf(session, row), facts);
    return shown ? ok(shown) : fail('notFound');
  };

  /** Origins are the server's to say; files must be those stored for this very case and field. */
  const ownPatch = async (caseId: string, patch: Patch): Promise<Result<Patch>> => {
    const clean: Record<string, Patch[string]> = {};
    for (const [key, { value }] of Object.entries(patch)) {
      if (!isFiles(value)) {
        clean[key] = { value, origin: { type: 'manual' } };
        continue;
      }
      const stored = await files(
        caseId,
        key,
        value.map((file) => file.id),
      );
      if (!stored.ok) return stored;
      clean[key] = { value: stored.value, origin: { type: 'manual' } };
    }
    return ok(clean);
  };

  const prepared = async (caseId: string, command: CaseCommand): Promise<Result<CaseCommand>> => {
    if (command.type !== 'complete' && command.type !== 'resubmit') return ok(command);
    const patch = await ownPatch(caseId, command.patch);
    return patch.ok ? ok({ ...command, patch: patch.value }) : patch;
  };

  const subscribers = new Set<{ session: Session; channel: Channel<CaseChange> }>();
  host.onCommitted((caseId, seq) => {
    if (subscribers.size === 0) return;
    void host.queries.caseRow(caseId).then(
      (row) => {
        if (!row) return;
        for (const { session, channel } of subscribers) if (mayReadCase(session, row)) channel.push({ caseId, seq });
      },
      // The journal closed meanwhile: nobody listens any more.
      () => undefined,
    );
  });

  return {
    view: seen,
    async act(session, { id, command, key }) {
      const before = await seen(session, id);
      if (!before.ok) return before;
      const ready = await prepared(id, command);
      if (!ready.ok) return ready;
      const submitted = await host.submit({
        caseId: id,
        command: ready.value,
        actor: actorOf(session),
        registersDown: await registersDown(),
        key,
        keyScope: `${session.person} ${id}`,
      });
      if (!submitted.ok) return refused(submitted);
      const after = await seen(session, id);
      if (!after.ok) return after;
      return ok({ view: after.value, next: await nextSteps(host.queries, cards, id) });
    },
    async next(session, id) {
      const shown = await seen(session, id);
      if (!shown.ok) return shown;
      return ok(await nextSteps(host.queries, cards, id));
    },
    async office(session, query) {
      const own = session.department?.id;
      if (own === undefined) return { rows: [], next: null };
      const page = await host.queries.cases({ kind: 'department', department: own }, query);
      return { rows: page.rows.map(caseRow), next: page.next };
    },
    async *changes(session, signal) {
      const channel = createChannel<CaseChange>(signal);
      const subscriber = { session, channel };
      subscribers.add(subscriber);
      try {
        yield* channel;
      } finally {
        subscribers.delete(subscriber);
      }
    },
    async uploadField(session, caseId, key) {
      const shown = await seen(session, caseId);
      if (!shown.ok) return shown;
      const places = [...shown.value.work, ...shown.value.corrections];
      for (const place of places) {
        for (const section of place.sections) {
          const found = section.fields.find((one) => one.key === key && one.access !== 'read');
          if (found?.field.kind === 'file') return ok(found.field);
        }
      }
      return fail('fieldNotWritable', { problems: [{ field: key, code: 'fieldNotWritable' }] });
    },
    async showsFile(session, caseId, file) {
      const shown = await seen(session, caseId);
      if (!shown.ok) return false;
      for (const { value } of fieldsOf(shown.value)) {
        if (isFiles(value) && value.some((one) => one.id === file)) return true;
      }
      return false;
    },
  };
}

/** A refusal of the host as a failure with the kernel's own code. */
export function refused(submitted: {
  readonly rejection?: { readonly code: Failure['reason'] } & Pick<Failure, 'params' | 'problems'>;
}): Failure {
  const { rejection } = submitted;
  if (!rejection) return fail('keyReused');
  return { ok: false, reason: rejection.code, params: rejection.params, problems: rejection.problems };
}
