/** From a session to what the kernel knows of people: who acts, and who looks. */
import type { Actor, CaseRow, Viewer } from '@tongban/shared/kernel';
import type { Session } from '../session/types.ts';

export const actorOf = (session: Session): Actor => ({
  person: session.person,
  name: session.name,
  department: session.department?.id ?? null,
  departmentName: session.department?.name ?? null,
  posts: session.posts.map((post) => post.id),
  admin: session.roles.includes('admin'),
});

/** Roles towards this one case; the view decides what each may read. */
export function viewerOf(
  session: Session,
  row: Pick<CaseRow, 'applicantPerson' | 'applicantDepartment' | 'departments'>,
): Viewer {
  const own = session.department?.id ?? null;
  const roles: Viewer['roles'][number][] = [];
  if (row.applicantPerson === session.person || (own !== null && row.applicantDepartment === own))
    roles.push('applicant');
  if (own !== null && row.departments.includes(own)) roles.push('handler');
  if (session.roles.includes('supervisor')) roles.push('supervisor');
  if (session.roles.includes('admin')) roles.push('admin');
  return { person: session.person, department: own, posts: session.posts.map((post) => post.id), roles };
}
