/** Working time: each region's hours and days, the years with holiday data, importing one, and who changed what. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { CalendarOverview, RegionCalendarRow } from '@tongban/runtime/api';
import { Button, Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/trpc.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import styles from './calendar.module.css';
import { Changes } from './Changes.tsx';
import { ImportDrawer } from './ImportDrawer.tsx';
import { RulesDrawer } from './RulesDrawer.tsx';
import { useHoursText } from './texts.ts';
import { YearGrid } from './YearGrid.tsx';
import { Years } from './Years.tsx';

const INSTALLATION = '';

export function CalendarPart() {
  const query = useQuery(api.calendar.overview.queryOptions());
  if (query.isPending) return <Loading rows={12} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className={styles.part}>
      <RegionCalendar overview={query.data} />
      <Years overview={query.data} />
      <Changes />
    </div>
  );
}

function RegionCalendar({ overview }: { readonly overview: CalendarOverview }) {
  const { t } = useTranslation('calendar');
  const { regions, now, offsetMinutes } = overview;
  const [chosen, setChosen] = useState(INSTALLATION);
  const [year, setYear] = useState(new Date(now + offsetMinutes * 60_000).getUTCFullYear());
  const [open, setOpen] = useState<'rules' | 'import' | null>(null);
  const close = () => setOpen(null);
  const nameOf = (row: RegionCalendarRow): string => row.name ?? t('wholeInstallation');
  const region = regions.find((row) => row.id === chosen) ?? regions[0];
  if (region === undefined) return null;
  const official = overview.years.some((one) => one.year === year);
  return (
    <section className={styles.card} aria-label={t('grid', { year })}>
      <div className={styles.head}>
        <Select
          className={styles.region}
          aria-label={t('region')}
          value={region.id}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={setChosen}
          options={regions.map((row) => ({ value: row.id, label: nameOf(row), depth: row.depth }))}
          optionRender={({ label, data }) => <span style={{ paddingInlineStart: data.depth * 16 }}>{label}</span>}
        />
        <span className={styles.year}>
          <Button
            type="text"
            icon={<LeftOutlined aria-hidden />}
            aria-label={t('yearBefore')}
            onClick={() => setYear(year - 1)}
          />
          <strong aria-live="polite">{year}</strong>
          <Button
            type="text"
            icon={<RightOutlined aria-hidden />}
            aria-label={t('yearAfter')}
            onClick={() => setYear(year + 1)}
          />
        </span>
        <Tag color={official ? 'success' : 'warning'}>{t(official ? 'official' : 'provisional')}</Tag>
        <Button type="primary" className={styles.import} onClick={() => setOpen('import')}>
          {t('importTitle')}
        </Button>
      </div>
      {official ? null : <p className={styles.hint}>{t('provisionalHelp')}</p>}
      <Hours region={region} regions={regions} onAdjust={() => setOpen('rules')} />
      <YearGrid region={region.id} year={year} />
      {open === 'rules' ? <RulesDrawer region={region} regions={regions} onClose={close} /> : null}
      {open === 'import' ? <ImportDrawer onImported={setYear} onClose={close} /> : null}
    </section>
  );
}

interface HoursProps {
  readonly region: RegionCalendarRow;
  readonly regions: readonly RegionCalendarRow[];
  readonly onAdjust: () => void;
}

function Hours({ region, regions, onAdjust }: HoursProps) {
  const { t } = useTranslation('calendar');
  const hoursText = useHoursText();
  const source = sourceOf(region, regions);
  const from =
    source === null
      ? t('hoursUsual')
      : source.id === region.id
        ? t('hoursOwn')
        : t('hoursOf', { name: source.name ?? t('wholeInstallation') });
  return (
    <div className={styles.hours}>
      <p>
        <span className={styles.hint}>{t('hours')}</span> {hoursText(region.inForce)}{' '}
        <span className={styles.hint}>({from})</span>
      </p>
      <Button onClick={onAdjust}>{t(region.id === INSTALLATION ? 'adjustAll' : 'adjust')}</Button>
    </div>
  );
}

/** The region whose hours these are: itself, one above it, or null for the national ones. */
function sourceOf(region: RegionCalendarRow, regions: readonly RegionCalendarRow[]): RegionCalendarRow | null {
  let at: RegionCalendarRow | undefined = region;
  while (at !== undefined && at.office === null) {
    const { parent }: RegionCalendarRow = at;
    at = regions.find((row) => row.id === parent);
  }
  return at ?? null;
}
