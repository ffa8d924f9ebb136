/** A year as twelve months, with what notices and local rules make of single days, and the same in words below. */
import { useQuery } from '@tanstack/react-query';
import type { CalendarYear, YearDay } from '@tongban/runtime/api';
import { sayHoliday } from '@tongban/shared/words';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/trpc.ts';
import { wordsLanguage } from '../../i18n/index.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import styles from './calendar.module.css';
import { weekdayIndex } from './texts.ts';

const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1);
const two = (n: number): string => String(n).padStart(2, '0');

export function YearGrid({ region, year }: { readonly region: string; readonly year: number }) {
  const { t } = useTranslation('calendar');
  const query = useQuery(api.calendar.year.queryOptions({ region, year }, { placeholderData: (was) => was }));
  if (query.isPending) return <Loading rows={10} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const named = new Map(query.data.days.map((day) => [day.date, day]));
  return (
    <>
      <div className={styles.months}>
        {MONTHS.map((month) => (
          <Month key={month} year={query.data.year} month={month} named={named} />
        ))}
      </div>
      <p className={styles.legend} aria-hidden>
        <span className={`${styles.day} ${styles.off}`}>1</span> {t('legendOff')}
        <span className={`${styles.day} ${styles.work}`}>1</span> {t('legendWork')}
        <span className={`${styles.day} ${styles.own}`}>1</span> {t('legendOwn')}
      </p>
      <Names year={query.data} />
    </>
  );
}

interface MonthProps {
  readonly year: number;
  readonly month: number;
  readonly named: ReadonlyMap<string, YearDay>;
}

function Month({ year, month, named }: MonthProps) {
  const { t } = useTranslation('calendar');
  const first = weekdayIndex(`${year}-${two(month)}-01`);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const cells = Array.from({ length: Math.ceil((first + length) / 7) * 7 }, (_, i) => i - first + 1);
  const weeks = Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7));
  return (
    <table className={styles.month}>
      <caption>{t('months').split(',')[month - 1]}</caption>
      <thead>
        <tr>
          {t('weekdays')
            .split(',')
            .map((weekday, i) => (
              <th key={i} scope="col">
                {weekday}
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((number) =>
              number < 1 || number > length ? (
                <td key={number} />
              ) : (
                <Day key={number} date={`${year}-${two(month)}-${two(number)}`} named={named} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ date, named }: { readonly date: string; readonly named: ReadonlyMap<string, YearDay> }) {
  const { t, i18n } = useTranslation('calendar');
  const day = named.get(date);
  const usual = weekdayIndex(date) >= 5 ? 'off' : 'work';
  const number = Number(date.slice(8));
  if (day === undefined) return <td className={usual === 'off' ? styles.weekend : undefined}>{number}</td>;
  const name = sayHoliday(day.name, wordsLanguage(i18n.language));
  const mark = day.kind === 'off' ? styles.off : usual === 'off' ? styles.work : '';
  return (
    <td>
      <span
        className={`${styles.day} ${mark} ${day.region === null ? '' : styles.own}`}
        title={`${name} ${t(day.kind)}`}
      >
        {number}
        <span className="visually-hidden">{` ${name} ${t(day.kind)}`}</span>
      </span>
    </td>
  );
}

/** Each holiday with the days it takes and the days worked for it, in the order of the year. */
function Names({ year }: { readonly year: CalendarYear }) {
  const { t, i18n } = useTranslation('calendar');
  const language = wordsLanguage(i18n.language);
  const groups = new Map<string, { off: string[]; work: string[] }>();
  for (const { name, date, kind } of year.days) {
    const group = groups.get(name) ?? { off: [], work: [] };
    group[kind].push(date);
    groups.set(name, group);
  }
  if (groups.size === 0) return <p className={styles.hint}>{t('noNames')}</p>;
  return (
    <ul className={styles.names}>
      {[...groups].map(([name, { off, work }]) => (
        <li key={name}>
          <strong>{sayHoliday(name, language)}</strong> {stretches(off).join(t('comma'))}
          {work.length > 0 ? (
            <span className={styles.hint}> {t('workOn', { dates: stretches(work).join(t('comma')) })}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** "02-15 – 02-23" for days that follow each other. */
function stretches(dates: readonly string[]): string[] {
  const DAY_MS = 86_400_000;
  const runs: { from: string; to: string }[] = [];
  for (const date of dates) {
    const last = runs.at(-1);
    if (last && Date.parse(date) - Date.parse(last.to) === DAY_MS) last.to = date;
    else runs.push({ from: date, to: date });
  }
  return runs.map(({ from, to }) => (from === to ? from.slice(5) : `${from.slice(5)} – ${to.slice(5)}`));
}
