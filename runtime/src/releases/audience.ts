/** Which departments a scenario can be published to: offices that its roles bind to, and offices that have units below. */
import type { Executable } from '@tongban/shared/definition';
import type { DirectoryBook } from '../directory/book.ts';
import { rolesOf } from './bindings.ts';
import type { AudienceRow } from './types.ts';

/** Pure. Suggested: offices of the roles' types, and the superiors of units that may apply. */
export function audienceOf(executable: Executable | null, book: DirectoryBook): readonly AudienceRow[] {
  const types = new Set<string>();
  for (const role of executable ? rolesOf(executable) : []) {
    if (role.party.kind === 'department') types.add(role.party.type);
  }
  const superiors = new Set<string>();
  for (const row of book.departments.values()) if (row.parent !== null) superiors.add(row.parent);
  return [...book.departments.values()]
    .filter((row) => types.has(row.type) || superiors.has(row.id) || row.parent === null)
    .map((row) => ({
      id: row.id,
      name: row.name,
      type: row.type,
      region: row.region,
      suggested: types.has(row.type) || (executable?.applicant === 'office' && superiors.has(row.id)),
    }));
}
