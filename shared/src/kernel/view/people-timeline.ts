/** The history's sentences on how people dealt with their tasks. */
import { consultOf, copyOf } from '../consults.ts';
import type { ExecutableIndex } from '../index-of.ts';
import type { CaseState, LogEntry, PeopleLogType } from '../types.ts';
import type { TimelineEntry } from '../view-types.ts';
import { readsConsult } from './consults.ts';
import type { Relation } from './relation.ts';

export const PEOPLE_TIMELINE_TYPES = [
  'taskHandedOver',
  'taskDelegated',
  'taskHandedBack',
  'consultAsked',
  'consultAnswered',
  'consultCancelled',
  'copied',
  'urged',
  'tookBack',
  'signerAdded',
  'signerRemoved',
  'redispatched',
  'caseSuspended',
  'caseResumed',
  'materialPromised',
  'materialSupplemented',
  'materialVerified',
  'promiseLapsed',
  'cureLapsed',
] as const satisfies readonly PeopleLogType[];
type PeopleEntry = TimelineEntry & { readonly type: (typeof PEOPLE_TIMELINE_TYPES)[number] };

interface Looking {
  readonly index: ExecutableIndex;
  readonly state: CaseState;
  readonly relation: Relation;
}

export function peopleEntry(looking: Looking, type: PeopleLogType, entry: LogEntry): PeopleEntry | null {
  const { state, relation } = looking;
  const { seq, at, byName, ref, text, to = '', inside } = entry;
  const say = (activity: string, reason: string | null): PeopleEntry => {
    const { name = '', departmentName = '' } = state.activities[activity] ?? {};
    const params = { step: name, department: departmentName ?? '', to, reason: reason ?? '' };
    return { seq, at, type, byName, params };
  };
  switch (type) {
    case 'taskHandedOver':
    case 'taskDelegated':
    case 'taskHandedBack': {
      // What an office does with its own task is its own affair (A2.16); that it went to another office is progress.
      const had = [...relation.own, ...relation.had].some((one) => one.id === ref);
      return inside && !had ? null : say(ref, had ? text : null);
    }
    case 'consultAsked':
    case 'consultAnswered':
    case 'consultCancelled': {
      const consult = consultOf(state, ref);
      return consult && readsConsult(looking, consult) ? say(consult.activity, text) : null;
    }
    case 'copied': {
      const copy = copyOf(state, ref);
      const party = copy && (relation.copies.includes(copy) || relation.own.some((one) => one.id === copy.activity));
      return party ? say(copy.activity, text) : null;
    }
    case 'signerAdded':
    case 'signerRemoved': {
      const { parent = null } = state.activities[ref] ?? {};
      const party = relation.own.some((one) => one.id === ref || (parent !== null && one.parent === parent));
      return party ? say(ref, text) : null;
    }
    case 'redispatched': {
      const party = relation.lead || relation.own.some((one) => one.parent === ref);
      return say(ref, party ? text : null);
    }
    case 'tookBack':
      return say(ref, null);
    case 'caseSuspended':
    case 'caseResumed':
      return { seq, at, type, byName, params: { reason: text ?? '', basis: to } };
    case 'materialPromised':
    case 'materialSupplemented':
    case 'materialVerified':
    case 'promiseLapsed':
    case 'cureLapsed': {
      const material = looking.index.executable.materials.find((one) => one.id === ref)?.name ?? '';
      const party = relation.applicant || relation.own.length > 0 || relation.lead;
      return { seq, at, type, byName, params: { material, until: to, reason: party ? (text ?? '') : '' } };
    }
    case 'urged': {
      const reads = relation.applicant || relation.lead || relation.own.some((one) => one.id === ref);
      return say(ref, reads ? text : null);
    }
  }
}
