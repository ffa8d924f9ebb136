/** 发起: the case begins, with the applicant's form and what the registers gave. */
import { dueOf } from '../../calendar/working-time.ts';
import type { Party } from '../../document/index.ts';
import { isPerson } from '../authorise.ts';
import { startHeld } from '../holders.ts';
import { isWork, otherLanes, placeKey } from '../index-of.ts';
import { CASE_SCOPE } from '../structure.ts';
import type { Turn } from '../turn.ts';
import { reject, type Handler } from './command.ts';
import { takePromises } from './supplement.ts';
import { writePatch } from './write.ts';

export const start: Handler<'start'> = (turn, command) => {
  const { actor, calendar, now } = turn.facts;
  const { executable, start: prim } = turn.index;
  if (!isPerson(actor)) return reject('notAllowed');
  if (executable.applicant === 'office' && actor.department === null) return reject('notApplicant');
  const unbound = requiredBindings(turn).find((binding) => !command.bindings[binding]);
  if (unbound !== undefined) return reject('bindingMissing', { binding: unbound });

  const { promise } = executable.policies;
  turn.emit({
    type: 'caseStarted',
    caseId: command.caseId,
    code: executable.code,
    title: executable.title,
    release: command.release,
    version: command.version,
    identity: turn.identity,
    number: command.number,
    region: command.region,
    applicant: {
      person: actor.person,
      name: actor.name,
      department: actor.department,
      departmentName: actor.departmentName,
    },
    bindings: command.bindings,
    trial: command.trial,
    promise,
    promisedAt: promise && dueOf(calendar, now, promise),
  });
  const refused = command.promises && takePromises(turn, command.promises, command.patch);
  if (refused) return refused;
  const written = writePatch(turn, { node: prim.id, element: null, patch: command.patch, trusted: true, whole: true });
  if (!written.ok) return written.rejection;
  const handlers = executable.handlers ?? [];
  if (handlers.length > 0) {
    startHeld(turn, { node: CASE_SCOPE, name: executable.title, kind: 'scope', token: null, listening: handlers });
  }
  turn.move(prim.id, [], [{ edge: prim.out, lineage: [] }]);
  return null;
};

const needsBinding = (party: Party | null | undefined): boolean =>
  party?.kind === 'department' || party?.kind === 'applicantSuperior';

const required = new WeakMap<object, readonly string[]>();

/** Lanes that people work in, and elements that are offices of their own. */
function requiredBindings(turn: Turn): readonly string[] {
  const { executable, lanes } = turn.index;
  let found = required.get(executable);
  if (!found) {
    const names = new Set<string>();
    for (const prim of Object.values(executable.prims)) {
      for (const lane of otherLanes(prim)) if (needsBinding(lanes.get(lane)?.party)) names.add(lane);
      if (!isWork(prim)) continue;
      const { lane } = prim.work;
      if (lane !== null && needsBinding(lanes.get(lane)?.party)) names.add(lane);
      if (prim.type !== 'many') continue;
      for (const element of prim.elements) if (needsBinding(element.party)) names.add(placeKey(prim.id, element.id));
    }
    found = [...names];
    required.set(executable, found);
  }
  return found;
}
