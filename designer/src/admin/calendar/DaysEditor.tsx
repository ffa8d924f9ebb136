/** A region's own days off and on. */
import type { NamedDay } from '@tongban/shared/calendar';
import { CloseOutlined } from '@ant-design/icons';
import { Button, DatePicker, Input, Radio } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import styles from './calendar.module.css';

interface DaysEditorProps {
  readonly days: readonly NamedDay[];
  readonly onChange: (days: readonly NamedDay[]) => void;
}

export function DaysEditor({ days, onChange }: DaysEditorProps) {
  const { t } = useTranslation('calendar');
  const set = (i: number, part: Partial<NamedDay>) =>
    onChange(days.map((day, j) => (j === i ? { ...day, ...part } : day)));
  return (
    <fieldset className={styles.group}>
      <legend>{t('ownDays')}</legend>
      <p className={styles.hint}>{t('ownDaysHelp')}</p>
      {days.length === 0 ? <p className={styles.hint}>{t('noOwnDays')}</p> : null}
      <ul className={styles.ownDays}>
        {days.map((day, i) => (
          <li key={i}>
            <DatePicker
              className={styles.date}
              aria-label={t('date')}
              placeholder={t('date')}
              allowClear={false}
              suffixIcon={null}
              value={day.date === '' ? null : dayjs(day.date)}
              onChange={(date) => set(i, { date: date?.format('YYYY-MM-DD') ?? '' })}
            />
            <Input
              className={styles.dayName}
              aria-label={t('dayName')}
              placeholder={t('dayName')}
              maxLength={100}
              value={day.name}
              onChange={(event) => set(i, { name: event.target.value })}
            />
            <Radio.Group
              optionType="button"
              aria-label={t('dayKind')}
              value={day.isOffDay}
              onChange={(event) => set(i, { isOffDay: event.target.value === true })}
              options={[
                { value: true, label: t('off') },
                { value: false, label: t('work') },
              ]}
            />
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={t('removeDay', { date: day.date })}
              onClick={() => onChange(days.filter((_, j) => j !== i))}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={() => onChange([...days, { name: '', date: '', isOffDay: true }])}>{t('addDay')}</Button>
      </div>
    </fieldset>
  );
}
