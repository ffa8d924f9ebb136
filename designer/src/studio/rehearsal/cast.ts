/**
 * The people of a rehearsal: one invented applicant, and for every office of the flow someone who holds whatever post a
 * task asks for. Lanes and departments of a dispatch that name the same role are the same office, as in a release.
 */
import type { Executable } from '@tongban/shared/definition';
import type { Party } from '@tongban/shared/document';
import type { Activity, Actor, Viewer } from '@tongban/shared/kernel';

export interface CastWords {
  readonly applicant: string;
  /** Name of whoever handles for an office. */
  readonly handler: (office: string) => string;
}

export interface Binding {
  readonly department: string;
  readonly name: string;
}

export interface Cast {
  readonly bindings: Readonly<Record<string, Binding>>;
  readonly applicant: Actor;
  readonly handlerOf: (
    activity: Pick<Activity, 'department' | 'departmentName' | 'post' | 'element' | 'parent'>,
  ) => Actor;
}

const APPLICANT_OFFICE = 'office:applicant';

/** Nobody for the applicant's own lane and for a lane of several departments: those bind to no one. */
function officeOf(party: Party): string | null {
  if (party.kind === 'department') return `office:${party.type}:${party.level}`;
  return party.kind === 'applicantSuperior' ? 'office:superior' : null;
}

export function castOf(executable: Executable, words: CastWords): Cast {
  const bindings: Record<string, Binding> = {};
  const bind = (key: string, party: Party | null, name: string): void => {
    const department = party && officeOf(party);
    if (department !== null) bindings[key] = { department, name };
  };
  for (const lane of executable.lanes) bind(lane.id, lane.party, lane.name);
  for (const prim of Object.values(executable.prims)) {
    if (prim.type !== 'many') continue;
    for (const element of prim.elements) bind(`${prim.id}/${element.id}`, element.party, element.name);
  }
  const own = executable.lanes.find((lane) => lane.party.kind === 'applicant');
  const office = executable.applicant === 'office';
  const applicant: Actor = {
    person: 'applicant',
    name: words.applicant,
    department: office ? APPLICANT_OFFICE : null,
    departmentName: office ? (own?.name ?? words.applicant) : null,
    posts: [],
    admin: false,
  };
  return {
    bindings,
    applicant,
    handlerOf({ department, departmentName, post, element, parent }) {
      if (department === null || department === applicant.department) return applicant;
      const name = departmentName ?? '';
      // Nobody signs twice in a joint signature: every part has a person of its own.
      const signer = parent === null ? '' : `:${element ?? ''}`;
      return {
        person: `handler:${department}${signer}`,
        name: words.handler(name),
        department,
        departmentName: name,
        posts: post === null ? [] : [post],
        admin: false,
      };
    },
  };
}

export function viewerOf(actor: Actor, role: 'applicant' | 'handler'): Viewer {
  return { person: actor.person, department: actor.department, posts: actor.posts, roles: [role] };
}
