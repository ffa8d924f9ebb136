/** Office hours of a region: the parts of a day, and seasons with other parts. */
import type { OfficeHours, OfficeSpan, Season } from '@tongban/shared/calendar';
import { CloseOutlined } from '@ant-design/icons';
import { Button, Input, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import styles from './calendar.module.css';

const MOST = 4;
/** Any day without a change of summer time. */
const MIDNIGHT = '2000-01-01';

interface HoursEditorProps {
  readonly office: OfficeHours;
  readonly onChange: (office: OfficeHours) => void;
}

export function HoursEditor({ office, onChange }: HoursEditorProps) {
  const { t } = useTranslation('calendar');
  const { hours, seasons = [] } = office;
  const setSeasons = (next: readonly Season[]) => onChange(next.length > 0 ? { hours, seasons: next } : { hours });
  return (
    <>
      <Spans spans={hours} onChange={(next) => onChange({ ...office, hours: next })} />
      <h4>{t('seasons')}</h4>
      <p className={styles.hint}>{t('seasonsHelp')}</p>
      {seasons.map((season, i) => (
        <SeasonEditor
          key={i}
          season={season}
          onChange={(next) => setSeasons(seasons.map((one, j) => (j === i ? next : one)))}
          onRemove={() => setSeasons(seasons.filter((_, j) => j !== i))}
        />
      ))}
      {seasons.length < MOST ? (
        <Button onClick={() => setSeasons([...seasons, { from: '06-01', to: '09-30', hours }])}>
          {t('addSeason')}
        </Button>
      ) : null}
    </>
  );
}

interface SpansProps {
  readonly spans: readonly OfficeSpan[];
  readonly onChange: (spans: readonly OfficeSpan[]) => void;
}

function Spans({ spans, onChange }: SpansProps) {
  const { t } = useTranslation('calendar');
  const set = (i: number, part: Partial<OfficeSpan>) =>
    onChange(spans.map((span, j) => (j === i ? { ...span, ...part } : span)));
  const last = spans.at(-1)?.to ?? 480;
  return (
    <ul className={styles.spans}>
      {spans.map((span, i) => (
        <li key={i}>
          <span className={styles.hint}>{t('span', { n: i + 1 })}</span>
          <TimeInput
            label={`${t('span', { n: i + 1 })} ${t('from')}`}
            value={span.from}
            onChange={(from) => set(i, { from })}
          />
          <span>–</span>
          <TimeInput
            label={`${t('span', { n: i + 1 })} ${t('to')}`}
            value={span.to}
            onChange={(to) => set(i, { to })}
          />
          {spans.length > 1 ? (
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={t('removeSpan', { n: i + 1 })}
              onClick={() => onChange(spans.filter((_, j) => j !== i))}
            />
          ) : null}
        </li>
      ))}
      {spans.length < MOST ? (
        <li>
          <Button
            size="small"
            onClick={() => onChange([...spans, { from: Math.min(last + 60, 1380), to: Math.min(last + 120, 1439) }])}
          >
            {t('addSpan')}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}

interface TimeInputProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}

function TimeInput({ label, value, onChange }: TimeInputProps) {
  return (
    <TimePicker
      className={styles.time}
      aria-label={label}
      format="HH:mm"
      minuteStep={5}
      allowClear={false}
      needConfirm={false}
      suffixIcon={null}
      value={dayjs(MIDNIGHT).add(value, 'minute')}
      onChange={(time) => time && onChange(time.hour() * 60 + time.minute())}
    />
  );
}

interface SeasonEditorProps {
  readonly season: Season;
  readonly onChange: (season: Season) => void;
  readonly onRemove: () => void;
}

function SeasonEditor({ season, onChange, onRemove }: SeasonEditorProps) {
  const { t } = useTranslation('calendar');
  return (
    <div className={styles.season}>
      <div className={styles.line}>
        <Input
          className={styles.monthDay}
          aria-label={t('seasonFrom')}
          value={season.from}
          maxLength={5}
          onChange={(event) => onChange({ ...season, from: event.target.value })}
        />
        <span>–</span>
        <Input
          className={styles.monthDay}
          aria-label={t('seasonTo')}
          value={season.to}
          maxLength={5}
          onChange={(event) => onChange({ ...season, to: event.target.value })}
        />
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t('removeSeason')}
          onClick={onRemove}
        />
      </div>
      <Spans spans={season.hours} onChange={(hours) => onChange({ ...season, hours })} />
    </div>
  );
}
