/** A length of working time: an amount and a unit, or none. */
import type { Duration } from '@tongban/shared/document';
import { Button, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { DraftNumber } from './DraftInput.tsx';

interface DurationInputProps {
  readonly value: Duration | undefined;
  readonly onChange: (value: Duration | undefined) => void;
  /** Says what holds without one. */
  readonly none: string;
  readonly labelledBy: string;
}

const UNITS = ['workday', 'workhour', 'workminute'] as const;

export function DurationInput({ value, onChange, none, labelledBy }: DurationInputProps) {
  const { t } = useTranslation('studio-form');
  if (!value) {
    return (
      <Space>
        <span className="tabular" style={{ color: 'var(--secondary)' }}>
          {none}
        </span>
        <Button size="small" onClick={() => onChange({ amount: 10, unit: 'workday' })}>
          {t('duration.set')}
        </Button>
      </Space>
    );
  }
  return (
    <Space wrap>
      <DraftNumber
        value={value.amount}
        onCommit={(amount) => onChange(amount === undefined ? undefined : { ...value, amount })}
        labelledBy={labelledBy}
        min={1}
        max={1000}
        width={88}
      />
      <Select
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit })}
        options={UNITS.map((unit) => ({ value: unit, label: t(`duration.${unit}`) }))}
        aria-label={t('duration.unit')}
        popupMatchSelectWidth={false}
        style={{ minWidth: 132 }}
      />
      <Button size="small" type="text" onClick={() => onChange(undefined)}>
        {t('duration.clear')}
      </Button>
    </Space>
  );
}
