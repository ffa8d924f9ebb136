/**
 * 容缺: a case may begin with a promise instead of a material that may be deferred (可容缺). 补齐 keeps it. When the day
 * passes the case is suspended; within a cure period it may still be made good; after that it may be rejected (退件).
 */
import { dayOfDate, midnightOf } from '../../calendar/days.ts';
import { dueOf } from '../../calendar/working-time.ts';
import { USUAL_PERIODS } from '../../definition/index.ts';
import { isApplicant, isPerson, whoIs } from '../authorise.ts';
import { accessAt } from '../index-of.ts';
import {
  instanceOf,
  isPromised,
  materialDue,
  materialStatus,
  type Material,
  type MaterialTimer,
} from '../materials.ts';
import { mayDo } from '../powers.ts';
import { goOnAll, standStill } from '../standstill.ts';
import type { MaterialPromise, Patch, Rejection } from '../types.ts';
import type { Turn } from '../turn.ts';
import { isEmpty } from '../values.ts';
import { isBlank, reject, type Handler } from './command.ts';
import { writePatch } from './write.ts';

/** Promises of a start, before the form is written: what is promised need not be filled in. */
export function takePromises(
  turn: Turn,
  promises: Readonly<Record<string, MaterialPromise>>,
  patch: Patch,
): Rejection | null {
  for (const [id, promise] of Object.entries(promises)) {
    const material = turn.index.executable.materials.find((one) => one.id === id);
    if (!material || !isSound(turn, material, promise)) return reject('promiseInvalid', { name: material?.name ?? id });
    const sent = material.field === null ? undefined : patch[material.field]?.value;
    if (!isEmpty(sent)) continue;
    turn.emit({ type: 'materialPromised', material: id, until: promise.until, text: promise.text.trim() });
  }
  return null;
}

/** Of a material that may be deferred, for a day to come, within the time that the scenario allows. */
function isSound({ facts }: Turn, material: Material, { until, text }: MaterialPromise): boolean {
  const day = dayOfDate(until);
  if (!material.deferrable || material.field === null || day === null || isBlank(text)) return false;
  const { calendar, now } = facts;
  const latest = material.deferWithin ? dueOf(calendar, now, material.deferWithin) : Infinity;
  return midnightOf(calendar, day + 1) > now && midnightOf(calendar, day) <= latest;
}

export const supplement: Handler<'supplement'> = (turn, { material: id, patch }) => {
  const { index, state, facts } = turn;
  if (!isPerson(facts.actor) || !isApplicant(index, state, whoIs(facts.actor))) return reject('notApplicant');
  if (state.status === 'ended') return reject('caseEnded');
  const material = index.executable.materials.find((one) => one.id === id);
  const field = material?.field ?? null;
  if (!material || field === null || !isPromised(state, id)) return reject('noPromiseOpen');
  const others = Object.keys(patch).filter((key) => key !== field);
  if (others.length > 0) {
    return { code: 'fieldNotWritable', problems: others.map((key) => ({ field: key, code: 'fieldNotWritable' })) };
  }
  const written = writePatch(turn, { node: index.start.id, element: null, patch, also: new Set([field]) });
  if (!written.ok) return written.rejection;
  if (isEmpty(turn.state.data[field]?.value)) {
    return { code: 'fieldRequired', problems: [{ field, code: 'fieldRequired' }] };
  }
  turn.emit({ type: 'materialSupplemented', material: id });
  if (turn.state.suspension?.material === id) {
    turn.emit({ type: 'caseResumed', reason: '' });
    goOnAll(turn);
  }
  return null;
};

export const verifyMaterial: Handler<'verifyMaterial'> = (turn, { activity: id, material: name }) => {
  const may = mayDo(turn, 'verifyMaterial', id);
  if (!may.ok) return may.rejection;
  const { node, element } = may.activity;
  const material = turn.index.executable.materials.find((one) => one.id === name);
  const field = turn.index.fields.get(material?.field ?? '');
  if (!material || !field || accessAt(field, node, element) === 'hidden') return reject('fieldUnknown');
  const status = materialStatus(turn.state, material);
  if (status === 'verified') return null;
  if (status !== 'uploaded' && status !== 'fetched') return reject('materialMissing', { name: material.name });
  const version = turn.state.data[field.id]?.version ?? 0;
  turn.emit({ type: 'materialVerified', activity: id, material: name, version });
  return null;
};

/** A day that was promised, or the cure period after it, is over. */
export function fireMaterialTimer(turn: Turn, timer: MaterialTimer): Rejection | null {
  const { state, facts, index } = turn;
  const due = materialDue(state, timer, facts.calendar);
  if (due === null) {
    const { promise } = instanceOf(state, timer.material);
    return reject(promise && promise.keptAt === null && state.suspension ? 'timerEarly' : 'timerGone');
  }
  if (facts.now < due) return reject('timerEarly');
  const { material } = timer;
  if (timer.kind === 'cure') {
    turn.emit({ type: 'cureLapsed', material });
    return null;
  }
  const cure = index.executable.policies.curePeriod ?? USUAL_PERIODS.curePeriod;
  turn.emit({ type: 'promiseLapsed', material, cure });
  turn.emit({ type: 'caseSuspended', reason: '', basis: '', material });
  standStill(turn);
  return null;
}
