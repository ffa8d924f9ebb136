/** The directory as one immutable reading, with the questions other areas ask of it. Pure. */
import type { Party } from '@tongban/shared/document';
import type { RegionRow } from './types.ts';

export interface Department {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly region: string;
  readonly parent: string | null;
}

export interface DirectoryBook {
  readonly departments: ReadonlyMap<string, Department>;
  readonly regions: ReadonlyMap<string, RegionRow>;
  readonly types: ReadonlyMap<string, string>;
  /** Departments of the region and of those above it, nearest first. */
  around(region: string): readonly Department[];
  /** The department and those above it, nearest first. */
  chain(department: string): readonly Department[];
  /** The office that plays a role for an applying department or, without one, for a region. Null: nobody does. */
  bind(
    party: Party,
    applicant: Department | null,
    region: string | null,
    preferred: ReadonlySet<string>,
  ): Department | null;
}

export function makeBook(
  regionRows: readonly RegionRow[],
  types: readonly { id: string; name: string }[],
  departmentRows: readonly Department[],
): DirectoryBook {
  const departments = new Map(departmentRows.map((row) => [row.id, row]));
  const regions = new Map(regionRows.map((row) => [row.id, row]));
  const byPlace = new Map<string, Department[]>();
  for (const row of departmentRows) {
    const key = `${row.type}@${row.region}`;
    const there = byPlace.get(key);
    if (there) there.push(row);
    else byPlace.set(key, [row]);
  }

  const up = <T extends { id: string; parent: string | null }>(rows: ReadonlyMap<string, T>, from: string): T[] => {
    const chain: T[] = [];
    const seen = new Set<string>();
    let at: string | null = from;
    while (at !== null && !seen.has(at)) {
      seen.add(at);
      const row = rows.get(at);
      if (row === undefined) break;
      chain.push(row);
      at = row.parent;
    }
    return chain;
  };

  return {
    departments,
    regions,
    types: new Map(types.map((type) => [type.id, type.name])),
    around: (region) => up(regions, region).flatMap(({ id }) => departmentRows.filter((row) => row.region === id)),
    chain: (department) => up(departments, department),
    bind(party, applicant, region, preferred) {
      switch (party.kind) {
        case 'applicant':
          return applicant;
        case 'applicantSuperior':
          return departments.get(applicant?.parent ?? '') ?? null;
        case 'several':
          return null;
        case 'department': {
          const start = applicant?.region ?? region;
          if (start === null) return null;
          const regionChain = up(regions, start);
          for (const place of party.level === 'upper' ? regionChain.slice(1) : regionChain) {
            const there = byPlace.get(`${party.type}@${place.id}`) ?? [];
            const chosen = there.find((row) => preferred.has(row.id)) ?? there[0];
            if (chosen) return chosen;
          }
          return null;
        }
      }
    },
  };
}
