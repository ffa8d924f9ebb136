/**
 * Who may do what: the one place. A capability is checked before a procedure runs; what a person may see of a single
 * case is decided by the kernel's view and by mayReadCase below.
 */
import type { Audience, Session } from '../session/types.ts';

export const CAPABILITIES = [
  'public',
  'signedIn',
  'design',
  'apply',
  'handle',
  'supervise',
  'admin',
  'switchRegisters',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

const RULES: Record<Exclude<Capability, 'public'>, (session: Session, mode: 'demo' | 'production') => boolean> = {
  signedIn: () => true,
  design: (session) => session.roles.includes('designer'),
  apply: () => true,
  /** Handlers and answering departments: people of an office. The kernel checks the post of each task. */
  handle: (session) => session.department !== null,
  supervise: (session) => session.roles.includes('supervisor') || session.roles.includes('admin'),
  admin: (session) => session.roles.includes('admin'),
  switchRegisters: (session, mode) => mode === 'demo' || session.roles.includes('admin'),
};

export const may = (capability: Capability, session: Session | null, mode: 'demo' | 'production'): boolean =>
  capability === 'public' || (session !== null && RULES[capability](session, mode));

/** The parts of the product that make sense for this person. */
export function audiencesOf(session: Session): readonly Audience[] {
  const audiences: Audience[] = [];
  if (session.roles.includes('designer')) audiences.push('studio');
  audiences.push('portal');
  if (session.department !== null) audiences.push('desk');
  if (session.roles.includes('supervisor') || session.roles.includes('admin')) audiences.push('supervise');
  if (session.roles.includes('admin')) audiences.push('admin');
  return audiences;
}

/** The applicant, people of the applying unit, of the lead office, of departments that ever had a task, and supervisors. */
export function mayReadCase(
  session: Session,
  row: {
    readonly applicantPerson: string;
    readonly applicantDepartment: string | null;
    readonly departments: readonly string[];
  },
): boolean {
  if (row.applicantPerson === session.person) return true;
  if (session.roles.includes('supervisor') || session.roles.includes('admin')) return true;
  const own = session.department?.id;
  return own !== undefined && (row.applicantDepartment === own || row.departments.includes(own));
}
