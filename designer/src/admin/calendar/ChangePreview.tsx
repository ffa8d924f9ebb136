/** What a change would bring, before it takes effect: days, hours, and which running cases' due times move. */
import type { CalendarPreview } from '@tongban/runtime/api';
import { CALENDAR_WARNING_WORDS, say, sayHoliday } from '@tongban/shared/words';
import { Alert, Button, Table } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../i18n/index.ts';
import { moment } from '../../ui/format.ts';
import styles from './calendar.module.css';
import { useHoursText, weekdayIndex } from './texts.ts';
import type { useChange } from './use-change.ts';

interface ChangePreviewProps {
  readonly change: ReturnType<typeof useChange>;
  readonly seen: CalendarPreview;
}

export function ChangePreview({ change, seen }: ChangePreviewProps) {
  const { t, i18n } = useTranslation('calendar');
  const language = wordsLanguage(i18n.language);
  const { cases, steps, provisional, moves } = seen.effect;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={section} className={styles.preview} aria-label={t('effectTitle')}>
      <h4>{t('effectTitle')}</h4>
      <Replaces seen={seen} />
      {seen.warnings.map(({ code, params }, i) => (
        <Alert key={i} type="warning" showIcon title={say(CALENDAR_WARNING_WORDS[code], params, language)} />
      ))}
      <ChangedDays days={seen.changed} />
      <ChangedHours office={seen.office} />
      <ul className={styles.facts}>
        <li>{t('casesEffect', cases)}</li>
        <li>{t('stepsEffect', steps)}</li>
        {provisional.before === provisional.after ? null : <li>{t('provisionalEffect', provisional)}</li>}
        <li>{t('promiseStays')}</li>
      </ul>
      {moves.length === 0 ? null : <Moves moves={moves} all={cases.moved + steps.moved} />}
      <Button type="primary" className={styles.confirm} loading={change.applying} onClick={change.confirm}>
        {t('confirm')}
      </Button>
    </section>
  );
}

function Replaces({ seen: { subject, replaces } }: Pick<ChangePreviewProps, 'seen'>) {
  const { t } = useTranslation('calendar');
  if (subject.kind === 'removeYear') return <p>{t('removing', { year: subject.year })}</p>;
  if (!replaces) return null;
  return <p>{subject.kind === 'year' ? t('replaces', { year: subject.year }) : t('replacesRules')}</p>;
}

const FIRST_DAYS = 12;

function ChangedDays({ days }: { readonly days: CalendarPreview['changed'] }) {
  const { t, i18n } = useTranslation('calendar');
  const [all, setAll] = useState(false);
  const language = wordsLanguage(i18n.language);
  const weekdays = t('weekdays').split(',');
  return (
    <>
      <p>{t('daysChange', { count: days.length })}</p>
      <ul className={styles.changed}>
        {(all ? days : days.slice(0, FIRST_DAYS)).map(({ date, name, before, after }) => (
          <li key={date}>
            {t('dayChange', {
              date,
              weekday: weekdays[weekdayIndex(date)],
              name: sayHoliday(name, language),
              before: t(before),
              after: t(after),
            })}
          </li>
        ))}
      </ul>
      {!all && days.length > FIRST_DAYS ? (
        <Button type="link" size="small" className={styles.more} onClick={() => setAll(true)}>
          {t('showAll')}
        </Button>
      ) : null}
    </>
  );
}

function ChangedHours({ office }: { readonly office: CalendarPreview['office'] }) {
  const { t } = useTranslation('calendar');
  const hoursText = useHoursText();
  if (office === null) return null;
  return (
    <dl className={styles.pairs}>
      <dt>{t('hoursBefore')}</dt>
      <dd>{hoursText(office.before)}</dd>
      <dt>{t('hoursAfter')}</dt>
      <dd>{hoursText(office.after)}</dd>
    </dl>
  );
}

type Move = CalendarPreview['effect']['moves'][number];

function Moves({ moves, all }: { readonly moves: readonly Move[]; readonly all: number }) {
  const { t } = useTranslation('calendar');
  return (
    <>
      <Table<Move>
        size="small"
        title={() => t('moves')}
        rowKey={(row) => `${row.caseId} ${row.step ?? ''}`}
        dataSource={[...moves]}
        pagination={moves.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
        scroll={{ x: 760 }}
        columns={[
          { title: t('caseNumber'), dataIndex: 'number' },
          { title: t('title'), dataIndex: 'title' },
          { title: t('step'), render: (_, row) => row.step ?? t('wholeCase') },
          { title: t('region'), render: (_, row) => row.regionName ?? t('wholeInstallation') },
          { title: t('dueBefore'), render: (_, row) => moment(row.before) },
          { title: t('dueAfter'), render: (_, row) => moment(row.after) },
        ]}
      />
      {all > moves.length ? <p className={styles.hint}>{t('movesFirst', { count: moves.length })}</p> : null}
    </>
  );
}
