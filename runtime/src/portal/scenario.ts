/** A scenario's page for applicants, from its release and the offices bound for them. Pure. */
import { countsOf, inDays } from '@tongban/shared/compiler';
import type { Executable } from '@tongban/shared/definition';
import type { Bound } from '../releases/bindings.ts';
import type { ReleaseRecord } from '../releases/records.ts';
import type { ScenarioPage, ScenarioRow } from './types.ts';

/** The promise; without one, what the steps come to. */
const daysOf = (record: ReleaseRecord): number => {
  const { promise } = record.definition.executable.policies;
  return promise ? inDays(promise) : record.criticalDays;
};

export function scenarioRow(record: ReleaseRecord): ScenarioRow {
  const counts = countsOf(record.document);
  return {
    release: record.release,
    code: record.code,
    title: record.title,
    module: record.module,
    summary: record.document.meta.summary ?? '',
    days: daysOf(record),
    fields: counts.fields,
    shared: counts.shared,
    visits: 0,
  };
}

export function scenarioPage(record: ReleaseRecord, bound: Bound): ScenarioPage {
  const { document, definition } = record;
  const { executable } = definition;
  return {
    ...scenarioRow(record),
    version: record.version,
    legalBasis: document.meta.legalBasis ?? '',
    promise: executable.policies.promise,
    baseline: document.baseline,
    materials: executable.materials.map(({ id, name, exempt, exemptReason }) => ({ id, name, exempt, exemptReason })),
    counts: countsOf(document),
    steps: stepsOf(executable, bound),
  };
}

/** Working steps in the order in which they are first reached. */
function stepsOf(executable: Executable, { bindings }: Bound): ScenarioPage['steps'] {
  const steps: { name: string; departmentName: string; days: number | null }[] = [];
  const seen = new Set([executable.start]);
  const queue = [executable.start];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const prim = executable.prims[id];
    if (prim?.type === 'activity' || prim?.type === 'many') {
      const { work } = prim;
      const own = work.lane === null ? undefined : bindings[work.lane]?.name;
      const elements =
        prim.type === 'many' ? prim.elements.map((one) => bindings[`${prim.id}/${one.id}`]?.name ?? one.name) : [];
      steps.push({
        name: work.name,
        departmentName: prim.type === 'many' && prim.role === 'dispatch' ? elements.join('、') : (own ?? ''),
        days: work.deadline ? inDays(work.deadline) : null,
      });
    }
    for (const edge of Object.values(executable.edges)) {
      if (edge.from === id && !seen.has(edge.to)) {
        seen.add(edge.to);
        queue.push(edge.to);
      }
    }
  }
  return steps;
}
