/** Working time: which years have holiday data, and importing one. A year without never blocks; it is 暂定. */
import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Calendar } from '@tongban/shared/calendar';
import { Alert, App, Button, Input, Tag } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOptions } from '../app/session.ts';
import { api, queryClient } from '../app/trpc.ts';
import { useFailureWords } from '../app/words.ts';
import { Failed, Loading } from '../ui/states.tsx';
import styles from './admin.module.css';

export function CalendarPart() {
  const { t } = useTranslation('admin');
  const query = useQuery(api.calendar.current.queryOptions());
  const options = useOptions();
  if (query.isPending) return <Loading rows={6} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const calendar = query.data;
  const now = new Date(options?.now ?? 0).getFullYear();
  const shown = [...new Set([...calendar.years, now, now + 1])].filter((year) => year >= now - 1).sort();
  const earlier = calendar.years.filter((year) => year < now - 1);
  const hours = calendar.hours.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join('、');
  return (
    <div className={styles.part}>
      <section className={styles.card}>
        <h3>{t('years')}</h3>
        {calendar.years.length === 0 ? <p className={styles.hint}>{t('noYears')}</p> : null}
        <ul className={styles.years}>
          {shown.map((year) =>
            calendar.years.includes(year) ? (
              <li key={year}>
                <Tag color="success">{year}</Tag> {t('daysOff', countsOf(calendar, year))}
              </li>
            ) : (
              <li key={year}>
                <Tag color="warning">{year}</Tag> {t('yearMissing')}
              </li>
            ),
          )}
          {earlier.length === 0 ? null : (
            <li className={styles.hint}>
              {t('yearsEarlier', { from: Math.min(...earlier), to: Math.max(...earlier) })}
            </li>
          )}
        </ul>
        <p className={styles.hint}>{t('hours', { hours })}</p>
        <p className={styles.hint}>{t('yearsHelp')}</p>
      </section>
      <ImportYear />
    </div>
  );
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function countsOf(calendar: Pick<Calendar, 'exceptions'>, year: number) {
  const days = Object.entries(calendar.exceptions).filter(([date]) => date.startsWith(`${year}-`));
  const work = days.filter(([, kind]) => kind === 'work').length;
  return { off: days.length - work, work };
}

function ImportYear() {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const words = useFailureWords();
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const imported = useMutation(
    api.calendar.importYear.mutationOptions({
      onSuccess: () => {
        message.success(t('imported'));
        setText('');
        void queryClient.invalidateQueries();
      },
    }),
  );
  const send = () => {
    setMissing(text.trim() === '');
    if (text.trim() !== '') imported.mutate({ text });
  };
  return (
    <section className={styles.card}>
      <h3>{t('importTitle')}</h3>
      <p className={styles.hint}>{t('importHelp')}</p>
      <Input.TextArea
        rows={8}
        value={text}
        aria-label={t('importText')}
        className={styles.code}
        spellCheck={false}
        {...(missing ? { status: 'error' as const } : {})}
        onChange={(event) => setText(event.target.value)}
      />
      {missing ? <p className={styles.missing}>{t('importNeeded')}</p> : null}
      {imported.isError ? <Alert type="error" showIcon title={words(imported.error)} /> : null}
      <div className={styles.tools}>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          className="visually-hidden"
          aria-label={t('chooseFile')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file !== undefined) void file.text().then(setText);
          }}
        />
        <Button icon={<UploadOutlined aria-hidden />} tabIndex={-1} onClick={() => picker.current?.click()}>
          {t('chooseFile')}
        </Button>
        <Button type="primary" loading={imported.isPending} onClick={send}>
          {t('import')}
        </Button>
      </div>
    </section>
  );
}
