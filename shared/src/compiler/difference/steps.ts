/** What changed in the flow: steps, their offices, deadlines, decisions, powers, participants, ways. */
import { POWER_DEFAULTS, type PowerId } from '../../definition/index.ts';
import type { FlowNode, NodeOf } from '../../document/index.ts';
import { canonicalJson } from '../canonical.ts';
import { isWork, type WorkNode } from '../graph.ts';
import { change, compared, durations, officeOf, rolesOf, type Change, type Versions } from './change.ts';

export function stepChanges(versions: Versions): Change[] {
  const { before, after } = versions;
  const nodes = compared(before.flow.nodes, after.flow.nodes);
  const steps = (list: readonly FlowNode[]): FlowNode[] => list.filter((node) => isWork(node) || node.kind === 'start');
  return [
    ...steps(nodes.added).map((node) =>
      change('step.added', { step: node.name, office: officeOf(after, node) }, rolesOf(node)),
    ),
    ...steps(nodes.removed).map((node) =>
      change('step.removed', { step: node.name, office: officeOf(before, node) }, rolesOf(node)),
    ),
    ...nodes.both.flatMap(([old, now]) => nodeChanges(old, now, versions)),
    ...timerChanges(versions),
    ...laneChanges(versions),
  ];
}

function nodeChanges(old: FlowNode, now: FlowNode, { before, after }: Versions): Change[] {
  const roles = [...new Set([...rolesOf(old), ...rolesOf(now)])];
  const found: Change[] = [];
  if (old.name !== now.name && (isWork(now) || now.kind === 'start')) {
    found.push(change('step.renamed', { before: old.name, after: now.name }, roles));
  }
  if (old.kind === 'end' && now.kind === 'end' && old.result !== now.result) {
    found.push(change('end.result', { name: now.name, result: now.result }));
  }
  if (!isWork(old) || !isWork(now)) return found;
  const step = now.name;
  if (old.kind !== now.kind) return [...found, change('step.kind', { step, kind: now.kind }, roles)];
  const offices = { before: officeOf(before, old), after: officeOf(after, now) };
  if (old.lane !== now.lane && now.kind === 'task' && offices.before !== offices.after) {
    found.push(change('step.office', { step, ...offices }, roles));
  }
  return [
    ...found,
    ...deadlineChange(old, now, roles),
    ...overdueChange(old, now, roles),
    ...workChanges(old, now, roles),
    ...partChanges(old, now),
  ];
}

function deadlineChange(old: WorkNode, now: WorkNode, roles: string[]): Change[] {
  const params = { step: now.name, ...durations(old.deadline, now.deadline) };
  if (same(old.deadline, now.deadline)) return [];
  if (!old.deadline) return [change('step.deadlineSet', params, roles)];
  return [change(now.deadline ? 'step.deadline' : 'step.deadlineRemoved', params, roles)];
}

/** Reminders, and what happens at the due time. */
function overdueChange(old: WorkNode, now: WorkNode, roles: string[]): Change[] {
  const step = now.name;
  const found: Change[] = [];
  const reminders = now.reminders ?? [];
  if (!same(old.reminders ?? [], reminders)) {
    const code = reminders.length === 0 ? 'step.noReminders' : 'step.reminders';
    found.push(change(code, { step, count: reminders.length }, roles));
  }
  const { overdue } = now;
  if (same(old.overdue, overdue)) return found;
  if (overdue?.type === 'default') {
    const decision = now.decisions[overdue.decision]?.name ?? '';
    return [...found, change('overdue.default', { step, decision, basis: overdue.basis }, roles)];
  }
  return [...found, change(overdue ? 'overdue.escalate' : 'overdue.none', { step }, roles)];
}

function workChanges(old: WorkNode, now: WorkNode, roles: string[]): Change[] {
  const step = now.name;
  const found: Change[] = [];
  const has = ({ powers }: WorkNode, power: PowerId): boolean => powers[power] ?? POWER_DEFAULTS[power];
  for (const power of Object.keys(POWER_DEFAULTS) as PowerId[]) {
    if (has(old, power) === has(now, power)) continue;
    found.push(change(has(now, power) ? 'power.added' : 'power.removed', { step, power }, roles));
  }
  const decisions = compared(old.decisions, now.decisions);
  for (const { name } of decisions.added) found.push(change('decision.added', { step, decision: name }, roles));
  for (const { name } of decisions.removed) found.push(change('decision.removed', { step, decision: name }, roles));
  for (const [was, is] of decisions.both) {
    if (was.name !== is.name) found.push(change('decision.renamed', { step, before: was.name, after: is.name }, roles));
    if (was.opinionRequired === is.opinionRequired) continue;
    const code = is.opinionRequired ? 'decision.opinionRequired' : 'decision.opinionFree';
    found.push(change(code, { step, decision: is.name }, roles));
  }
  if (old.opinionVisibleTo !== now.opinionVisibleTo) {
    found.push(change('step.opinionVisible', { step, to: now.opinionVisibleTo }, roles));
  }
  if (old.post !== now.post) found.push(change('step.post', { step }, roles));
  if ((old.instruction ?? '') !== (now.instruction ?? '')) found.push(change('step.instruction', { step }, roles));
  return found;
}

/** Bodies of a dispatch, signers of a 会签, and how they take part. */
function partChanges(old: WorkNode, now: WorkNode): Change[] {
  const step = now.name;
  const roles = rolesOf(now);
  if (old.kind === 'dispatch' && now.kind === 'dispatch') {
    const bodies = compared(old.bodies, now.bodies);
    const role = (id: string): string[] => [`${now.id}/${id}`, ...(now.lane === undefined ? [] : [now.lane])];
    const found = [
      ...bodies.added.map(({ id, name }) => change('part.added', { step, name }, role(id))),
      ...bodies.removed.map(({ id, name }) => change('part.removed', { step, name }, role(id))),
      ...bodies.both.flatMap(([was, is]) =>
        was.name === is.name ? [] : [change('part.renamed', { step, before: was.name, after: is.name }, role(is.id))],
      ),
    ];
    if (!same(old.choice, now.choice)) found.push(change(`step.${now.choice.mode}`, { step }, roles));
    if (!same([old.join, old.count, old.rest], [now.join, now.count, now.rest])) {
      found.push(change(`join.${now.join}`, { step, count: now.count ?? 0 }, roles));
    }
    if (old.rerun !== now.rerun) found.push(change('step.rerun', { step, rerun: now.rerun }, roles));
    return found;
  }
  if (old.kind !== 'task' || now.kind !== 'task') return [];
  if (old.mode !== now.mode) return [change('step.mode', { step, mode: now.mode }, roles)];
  if (now.mode === 'single') return [];
  const signers = compared(old.signers, now.signers);
  return [
    ...signers.added.map(({ name }) => change('signer.added', { step, name }, roles)),
    ...signers.removed.map(({ name }) => change('signer.removed', { step, name }, roles)),
    ...signers.both
      .filter(([was, is]) => !same({ ...was, order: '' }, { ...is, order: '' }))
      .map(([, { name }]) => change('signer.changed', { step, name }, roles)),
    ...(old.threshold === now.threshold ? [] : [change('step.threshold', { step }, roles)]),
  ];
}

function timerChanges({ before, after }: Versions): Change[] {
  const timers = (design: Versions['before']) =>
    Object.fromEntries(
      Object.values(design.flow.nodes).flatMap((node) => (node.kind === 'onTime' ? [[node.id, node] as const] : [])),
    );
  const { added, removed, both } = compared(timers(before), timers(after));
  const host = (design: Versions['before'], id: string): FlowNode | undefined => design.flow.nodes[id];
  const said = (code: string, design: Versions['before'], node: (typeof added)[number]): Change => {
    const on = host(design, node.attachedTo);
    return change(code, { name: node.name, step: on?.name ?? '' }, on ? rolesOf(on) : []);
  };
  return [
    ...added.map((node) => said('timer.added', after, node)),
    ...removed.map((node) => said('timer.removed', before, node)),
    ...both.filter(([was, is]) => !same(timing(was), timing(is))).map(([, is]) => said('timer.changed', after, is)),
  ];
}

const timing = ({ after, timing, interrupting, attachedTo, remind = false }: NodeOf<'onTime'>): unknown => [
  after,
  timing,
  interrupting,
  attachedTo,
  remind,
];

function laneChanges({ before, after }: Versions): Change[] {
  return compared(before.flow.lanes, after.flow.lanes).both.flatMap(([old, now]) => {
    if (!same(old.party, now.party)) return [change('lane.party', { name: now.name }, [now.id])];
    return old.name === now.name ? [] : [change('lane.renamed', { before: old.name, after: now.name }, [now.id])];
  });
}

export const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);
