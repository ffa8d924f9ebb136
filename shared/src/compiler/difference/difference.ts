/**
 * What differs between two versions, as a clerk reads it (design: Versions). Same meaning, no sentence; another
 * meaning, at least one. Totals come first, then the flow, the form, the rest.
 */
import { USUAL_PERIODS } from '../../definition/index.ts';
import type { Design } from '../../document/index.ts';
import { identityOf } from '../canonical.ts';
import { countsOf } from '../counts.ts';
import { graphOf, isWork } from '../graph.ts';
import { timeOf } from '../time.ts';
import type { Sentence } from '../types.ts';
import { change, compared, durations, officeOf, rolesOf, type Change, type Versions } from './change.ts';
import { formChanges } from './form.ts';
import { kindChanges } from './kinds.ts';
import { same, stepChanges } from './steps.ts';
import { wayChanges } from './ways.ts';

/** `before` null: the first version, summed up in one sentence. */
export function difference(before: Design | null, after: Design): Sentence[] {
  return changes(before, after).map(sentence);
}

/**
 * The part that concerns some roles: lane ids, or `<node>/<element>` for the bodies of a dispatch. Of a first version
 * that is what these roles do.
 */
export function differenceFor(before: Design | null, after: Design, roles: readonly string[]): Sentence[] {
  const own = new Set(roles);
  if (before === null) return firstPart(after, own).map(sentence);
  return changes(before, after)
    .filter((one) => one.roles?.some((role) => own.has(role)))
    .map(sentence);
}

const sentence = ({ code, params }: Change): Sentence => ({ code, params });

function changes(before: Design | null, after: Design): Change[] {
  if (before === null) return [firstVersion(after)];
  if (identityOf(before) === identityOf(after)) return [];
  const versions = { before, after };
  const found = [
    ...totals(versions),
    ...wayChanges(versions),
    ...stepChanges(versions),
    ...kindChanges(versions),
    ...formChanges(versions),
    ...scenarioChanges(versions),
  ];
  return found.length > 0 ? found : [change('other', {})];
}

function firstVersion(design: Design): Change {
  const { fields, shared } = countsOf(design);
  const graph = graphOf(design.flow);
  const steps = graph.nodes.filter(isWork).length;
  return change('version.first', { steps, fields, shared, days: timeOf(graph).criticalDays });
}

function firstPart(design: Design, roles: ReadonlySet<string>): Change[] {
  return graphOf(design.flow).nodes.flatMap((node) => {
    if (!isWork(node) && node.kind !== 'start') return [];
    const body =
      node.kind === 'dispatch' ? Object.values(node.bodies).find(({ id }) => roles.has(`${node.id}/${id}`)) : undefined;
    if (!rolesOf(node).some((role) => roles.has(role))) return [];
    const deadline = isWork(node) ? node.deadline : undefined;
    const params = { step: node.name, office: body?.name ?? officeOf(design, node), ...durations(undefined, deadline) };
    return [change(deadline ? 'part.step' : 'part.stepOpen', params)];
  });
}

function totals({ before, after }: Versions): Change[] {
  const days = [before, after].map((design) => timeOf(graphOf(design.flow)).criticalDays);
  const counts = [countsOf(before), countsOf(after)] as const;
  const found: Change[] = [];
  if (days[0] !== days[1]) found.push(change('total.days', { before: days[0] ?? 0, after: days[1] ?? 0 }));
  if (counts[0].fields !== counts[1].fields) {
    found.push(change('total.fields', { before: counts[0].fields, after: counts[1].fields }));
  }
  if (counts[0].manual !== counts[1].manual) {
    found.push(change('total.manual', { before: counts[0].manual, after: counts[1].manual }));
  }
  return found;
}

function scenarioChanges({ before, after }: Versions): Change[] {
  const found: Change[] = [];
  if (before.meta.title !== after.meta.title) {
    found.push(change('meta.title', { before: before.meta.title, after: after.meta.title }));
  }
  const [was, is] = [before, after].map(({ meta, flow }) => flow.lanes[meta.lead ?? '']?.name ?? '');
  if (was !== is) found.push(change('meta.lead', { before: was ?? '', after: is ?? '' }));
  for (const key of ['promise', 'statutory'] as const) {
    const [old, now] = [before.policies[key], after.policies[key]];
    if (!same(old, now)) {
      const how = !old ? 'Set' : !now ? 'Removed' : '';
      found.push(change(`policy.${key}${how}`, durations(old, now)));
    }
  }
  if (before.policies.correctionPausesCase !== after.policies.correctionPausesCase) {
    found.push(change(after.policies.correctionPausesCase ? 'policy.correctionPauses' : 'policy.correctionCounts', {}));
  }
  found.push(...furtherPolicyChanges({ before, after }));
  const items = compared(before.items, after.items);
  for (const { item, version } of items.added) found.push(change('item.added', { item, version }));
  for (const { item } of items.removed) found.push(change('item.removed', { item }));
  for (const [old, now] of items.both) {
    if (old.item !== now.item || old.version !== now.version) {
      found.push(change('item.version', { item: now.item, before: old.version, after: now.version }));
    }
  }
  return found;
}

/** Those that an installation's usual value stands for when they are not set. */
function furtherPolicyChanges({ before: { policies: old }, after: { policies: now, flow } }: Versions): Change[] {
  const found: Change[] = [];
  if (old.withdrawUntil !== now.withdrawUntil) {
    const step = flow.nodes[now.withdrawUntil ?? '']?.name;
    found.push(step === undefined ? change('policy.withdrawAlways', {}) : change('policy.withdrawUntil', { step }));
  }
  const { urgeEvery = USUAL_PERIODS.urgeEvery, curePeriod = USUAL_PERIODS.curePeriod } = now;
  const was = { ...USUAL_PERIODS, ...old };
  if (!same(was.urgeEvery, urgeEvery)) found.push(change('policy.urgeEvery', durations(undefined, urgeEvery)));
  if (!same(was.curePeriod, curePeriod)) found.push(change('policy.curePeriod', durations(undefined, curePeriod)));
  return found;
}
