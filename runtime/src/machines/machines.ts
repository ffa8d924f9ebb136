/**
 * Takes what cases send through the outbox and does it: jobs by their executors, nested cases, answers back to
 * parents. Everything may come twice and is done once: keys go along, and answers to what is over are refused by the
 * kernel. An answer that cannot be delivered now is thrown, so that the outbox offers the message again.
 */
import type { JobPrim, JobResult, OutboxEntry } from '@tongban/shared/kernel';
import type { Host } from '../hosts/host.ts';
import type { Children } from './children.ts';
import { failed, type Executor, type Job } from './types.ts';

export interface MachinesDeps {
  readonly host: Host;
  readonly children: Children;
  readonly executors: Readonly<Record<JobPrim['job']['kind'], Executor>>;
}

export interface Machines {
  /** Begins to take messages; what was owed from before comes first. Returns the function that ends it. */
  begin(): () => void;
}

export function createMachines({ host, children, executors }: MachinesDeps): Machines {
  const runJob = async (entry: OutboxEntry): Promise<void> => {
    const { activity = '', attempt: text = '', node = '' } = entry.params;
    const attempt = Number(text);
    const loaded = await host.load(entry.caseId);
    const prim = loaded?.definition.executable.prims[node];
    if (!loaded || prim?.type !== 'job' || loaded.state.activities[activity]?.endedAt !== null) return;
    const result = await within(executors[prim.job.kind], jobOf(entry, prim));
    const submitted = await host.submit({
      caseId: entry.caseId,
      command: { type: 'jobResult', activity, attempt, result },
      actor: 'system',
      key: entry.key,
      keyScope: `jobResult ${entry.caseId}`,
    });
    // Its step stands still beside a return: the answer is wanted when it goes on.
    if (submitted.ok === false && submitted.rejection?.code === 'notAllowed') throw new Error('the step stands still');
  };

  const take = (entry: OutboxEntry): Promise<void> | void => {
    switch (entry.kind) {
      case 'job':
        return runJob(entry);
      case 'childStart':
        return children.start(entry);
      case 'childCancel':
        return children.cancel(entry);
      case 'caseEnded':
        return children.ended(entry);
      default:
        return undefined;
    }
  };

  return { begin: () => host.onOutbox(take) };
}

/** Longer than an executor is given by its drawing. */
const GRACE_MS = 5_000;

/** An executor that hangs, or fails by a fault of its own, has failed this attempt. */
async function within(executor: Executor, job: Job): Promise<JobResult> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<JobResult>((resolve) => {
    timer = setTimeout(() => resolve(failed('timeout', job.name)), job.timeoutMs + GRACE_MS);
  });
  try {
    return await Promise.race([executor(job), late]);
  } catch (error) {
    return failed('executorFailed', error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

function jobOf({ key, caseId, payload = {} }: OutboxEntry, { id, name, job }: JobPrim): Job {
  return {
    key,
    caseId,
    node: id,
    name,
    settings: job.settings,
    inputs: payload,
    wanted: job.into.map((one) => one.name),
    target: job.into[0]?.field ?? '',
    timeoutMs: job.timeoutSeconds * 1000,
  };
}
