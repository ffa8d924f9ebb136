/**
 * Binding: a release's lanes and dispatch bodies are roles; for one applicant the directory says which office plays
 * each. Keys are lane ids and `<node>/<element>`, as the start command wants them. Pure.
 */
import type { Executable } from '@tongban/shared/definition';
import { otherLanes } from '@tongban/shared/kernel';
import type { Party } from '@tongban/shared/document';
import type { Department, DirectoryBook } from '../directory/book.ts';

export interface RoleToBind {
  readonly key: string;
  readonly name: string;
  readonly party: Party;
}

/**
 * Lanes that people work in and that of the lead office, in their order, then the bodies of each dispatch. A lane of
 * several offices binds to none.
 */
export function rolesOf(executable: Executable): readonly RoleToBind[] {
  const used = new Set<string | null>([executable.lead]);
  for (const prim of Object.values(executable.prims)) {
    if (prim.type === 'start') used.add(prim.lane);
    else if (prim.type === 'activity' || prim.type === 'many') used.add(prim.work.lane);
    else for (const lane of otherLanes(prim)) used.add(lane);
  }
  const roles: RoleToBind[] = executable.lanes
    .filter((lane) => used.has(lane.id) && lane.party.kind !== 'several')
    .map((lane) => ({ key: lane.id, name: lane.name, party: lane.party }));
  for (const prim of Object.values(executable.prims)) {
    if (prim.type !== 'many') continue;
    for (const element of prim.elements) {
      if (element.party !== null && element.party.kind !== 'several') {
        roles.push({ key: `${prim.id}/${element.id}`, name: element.name, party: element.party });
      }
    }
  }
  return roles;
}

export interface Binding {
  readonly department: string;
  readonly name: string;
}
export interface Bound {
  readonly bindings: Readonly<Record<string, Binding>>;
  /** Roles that no office plays here. */
  readonly missing: readonly RoleToBind[];
}

/** `region` is asked when there is no applying department. */
export function bindRoles(
  executable: Executable,
  book: DirectoryBook,
  place: {
    readonly applicant: Department | null;
    readonly region: string | null;
    readonly preferred: ReadonlySet<string>;
  },
): Bound {
  const bindings: Record<string, Binding> = {};
  const missing: RoleToBind[] = [];
  for (const role of rolesOf(executable)) {
    const office = book.bind(role.party, place.applicant, place.region, place.preferred);
    if (office) bindings[role.key] = { department: office.id, name: office.name };
    else if (role.party.kind !== 'applicant') missing.push(role);
  }
  return { bindings, missing };
}
