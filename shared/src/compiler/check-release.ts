/** What depends on where a version goes: every role has an office there, and someone holds its post. */
import type { Executable } from '../definition/index.ts';
import { diagnose, laneRef, nodeRef } from './diagnostics.ts';
import type { Diagnostic } from './types.ts';

export interface ReleaseFacts {
  /** Name of the region or office that the release goes to. */
  readonly region: string;
  /** Office found for a role: a lane's id, or `<node>/<element>`. Absent or null: none. */
  readonly offices: Readonly<Record<string, { readonly id: string; readonly name: string } | null>>;
  /** Posts that somebody holds, by office id. Absent: do not check. */
  readonly posts?: Readonly<Record<string, readonly string[]>>;
  /** Names of posts, by id. */
  readonly postNames?: Readonly<Record<string, string>>;
}

/** Roles whose office follows from the applicant are known only when a case starts. */
export function checkRelease(executable: Executable, facts: ReleaseFacts): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { region, offices } = facts;
  for (const lane of executable.lanes) {
    if (lane.party.kind === 'department' && !offices[lane.id] && works(executable, lane.id)) {
      found.push(diagnose('release.unbound', laneRef(lane.id), { params: { name: lane.name, region } }));
    }
  }
  for (const prim of Object.values(executable.prims)) {
    if (prim.type === 'job' && prim.job.byHand) {
      const { lane, post } = prim.job.byHand;
      found.push(...unheld(prim, { role: lane, post }, facts));
    }
    if (prim.type !== 'activity' && prim.type !== 'many') continue;
    const step = { id: prim.id, name: prim.work.name };
    if (prim.type === 'activity') {
      found.push(...unheld(step, { role: prim.work.lane, post: prim.work.post }, facts));
      continue;
    }
    for (const element of prim.elements) {
      const role = element.party ? `${prim.id}/${element.id}` : prim.work.lane;
      if (element.party?.kind === 'department' && !offices[`${prim.id}/${element.id}`]) {
        found.push(diagnose('release.unbound', nodeRef(prim.id), { params: { name: element.name, region } }));
        continue;
      }
      found.push(...unheld(step, { role, post: element.post ?? prim.work.post }, facts));
    }
  }
  return found;
}

/** A lane that nobody works in, is told in or seals for needs no office. */
function works({ prims }: Executable, lane: string): boolean {
  return Object.values(prims).some((prim) => {
    if ('work' in prim) return prim.work.lane === lane;
    if (prim.type === 'job') return prim.job.byHand?.lane === lane || prim.job.settings['seal'] === lane;
    const told = prim.type === 'throw' && prim.what.type === 'notify' && prim.what.to.type === 'lane';
    return told && prim.what.to.lane === lane;
  });
}

function unheld(
  step: { readonly id: string; readonly name: string },
  { role, post }: { readonly role: string | null; readonly post: string | null },
  { offices, posts, postNames }: ReleaseFacts,
): Diagnostic[] {
  const office = role === null ? null : offices[role];
  if (!office || post === null || posts === undefined || posts[office.id]?.includes(post)) return [];
  const params = { name: step.name, department: office.name, post: postNames?.[post] ?? post };
  return [diagnose('release.nobodyHolds', nodeRef(step.id), { params })];
}
