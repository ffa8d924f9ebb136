/** Figures for leaders, from the host's read model and the releases. */
import { dayMinutes, dueOf, type Calendar } from '@tongban/shared/calendar';
import { caseRow } from '../cases/rows.ts';
import type { HostQueries } from '../hosts/queries.ts';
import type { ReleaseRecords } from '../releases/records.ts';
import type { SupervisionArea } from './types.ts';

export interface SupervisionDeps {
  readonly queries: HostQueries;
  readonly records: ReleaseRecords;
  readonly calendar: () => Calendar;
  readonly now: () => number;
}

const yearOf = (calendar: Calendar, instant: number): number =>
  new Date(instant + calendar.offsetMinutes * 60_000).getUTCFullYear();

export function createSupervision({ queries, records, calendar, now }: SupervisionDeps): SupervisionArea {
  return {
    async overview() {
      const [counts, departments, figures, latest] = await Promise.all([
        queries.overview(),
        queries.departments(),
        queries.scenarios(),
        records.latest(),
      ]);
      const days = dayMinutes(calendar());
      const releases = await Promise.all([...latest.values()].map(({ release }) => records.get(release)));
      const byCode = new Map(figures.map((row) => [row.code, row]));
      const at = now();
      const years = new Set([yearOf(calendar(), at)]);
      for (const release of releases) {
        const promise = release?.definition.executable.policies.promise;
        if (promise) years.add(yearOf(calendar(), dueOf(calendar(), at, promise)));
      }
      return {
        now: at,
        counts,
        departments,
        scenarios: releases.flatMap((release) => {
          if (!release) return [];
          const measured = byCode.get(release.code);
          return [
            {
              code: release.code,
              title: release.title,
              baselineDays: release.document.baseline.workdays ?? null,
              designedDays: release.criticalDays,
              measuredDays:
                measured === undefined || measured.measuredMinutes === null
                  ? null
                  : Math.round((measured.measuredMinutes / days) * 10) / 10,
              running: measured?.running ?? 0,
              ended: measured?.ended ?? 0,
            },
          ];
        }),
        provisionalYears: [...years].filter((year) => !calendar().years.includes(year)).sort((a, b) => a - b),
      };
    },
    async cases(_session, { color, ...query }) {
      const page = await queries.cases({ kind: 'all' }, { ...query, colour: color });
      return { rows: page.rows.map(caseRow), next: page.next };
    },
  };
}
