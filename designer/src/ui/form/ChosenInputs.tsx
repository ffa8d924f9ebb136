/** Inputs that are chosen from: date, options, yes or no, departments. They commit at once. */
import { YES_NO_WORDS } from '@tongban/shared/words';
import { Button, Checkbox, DatePicker, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../i18n/index.ts';
import type { InputProps } from './input-props.ts';
import styles from './form.module.css';
import { useFormTools } from './tools.ts';

/** Up to so many options stand open; more go into a list to pick from. */
const OPEN_OPTIONS = 6;

export function DateInput({ id, field, value, commit, invalid, describedBy }: InputProps) {
  const { t } = useTranslation('form');
  const day = typeof value === 'string' && value !== '' ? dayjs(value) : null;
  return (
    <DatePicker
      id={id}
      style={{ width: '100%' }}
      value={day?.isValid() === true ? day : null}
      format="YYYY-MM-DD"
      placeholder={t('pickDate')}
      onChange={(next) => commit(next === null ? null : next.format('YYYY-MM-DD'))}
      aria-describedby={describedBy}
      aria-required={field.required}
      {...(invalid ? { status: 'error' as const } : {})}
    />
  );
}

export function ChoiceInput({ id, field, value, commit, invalid, describedBy, labelledBy }: InputProps) {
  const { t } = useTranslation('form');
  const options = field.field.options.map((option) => ({ value: option.id, label: option.name }));
  const { display } = field.field;
  if (display === 'multiple') {
    const chosen = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    if (options.length <= OPEN_OPTIONS) {
      return (
        <div role="group" aria-labelledby={labelledBy} aria-describedby={describedBy}>
          <Checkbox.Group options={options} value={chosen} onChange={(next) => commit(next)} />
        </div>
      );
    }
    return (
      <Select
        id={id}
        mode="multiple"
        style={{ width: '100%' }}
        options={options}
        value={chosen}
        placeholder={t('pickSome')}
        optionFilterProp="label"
        onChange={(next: string[]) => commit(next)}
        aria-describedby={describedBy}
        {...(invalid ? { status: 'error' as const } : {})}
      />
    );
  }
  const chosen = typeof value === 'string' ? value : null;
  if (display === 'radio' || (display === null && options.length <= OPEN_OPTIONS)) {
    return (
      <Radio.Group
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        options={options}
        value={chosen}
        onChange={(event) => commit(String(event.target.value))}
      />
    );
  }
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      options={options}
      value={chosen}
      placeholder={t('pickOne')}
      allowClear={!field.required}
      showSearch={options.length > 10}
      optionFilterProp="label"
      onChange={(next: string | undefined) => commit(next ?? null)}
      aria-describedby={describedBy}
      {...(invalid ? { status: 'error' as const } : {})}
    />
  );
}

export function YesNoInput({ value, commit, describedBy, labelledBy }: InputProps) {
  const { i18n } = useTranslation('form');
  const language = wordsLanguage(i18n.language);
  return (
    <Radio.Group
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      options={[
        { value: 'yes', label: YES_NO_WORDS.yes[language] },
        { value: 'no', label: YES_NO_WORDS.no[language] },
      ]}
      value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
      onChange={(event) => commit(event.target.value === 'yes')}
    />
  );
}

/** Ticks departments of a dispatch; all of them stand open, so that none is overlooked. */
export function DepartmentInput({ field, value, commit, describedBy, labelledBy }: InputProps) {
  const { t } = useTranslation('form');
  const { tickable } = useFormTools();
  const offered = tickable?.[field.field.id] ?? field.field.options;
  const chosen = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  const all = offered.map((option) => option.id);
  return (
    <div role="group" aria-labelledby={labelledBy} aria-describedby={describedBy} className={styles.ticks}>
      <div className={styles.tickHead}>
        <span className={styles.tickCount}>{t('ticked', { count: chosen.length, all: all.length })}</span>
        <Button size="small" type="link" onClick={() => commit(all)}>
          {t('tickAll')}
        </Button>
        <Button size="small" type="link" onClick={() => commit([])}>
          {t('tickNone')}
        </Button>
      </div>
      <Checkbox.Group value={chosen} onChange={(next) => commit(all.filter((one) => next.includes(one)))}>
        <div className={styles.tickGrid}>
          {offered.map((option) => (
            <Checkbox key={option.id} value={option.id}>
              {option.name}
            </Checkbox>
          ))}
        </div>
      </Checkbox.Group>
    </div>
  );
}
