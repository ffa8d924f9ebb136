/** 多久: a number and a unit of working time. */
import type { Duration, NodeOf } from '@tongban/shared/document';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftNumber } from '../form/parts/DraftInput.tsx';
import { useStudio } from '../store/index.tsx';
import { changeNode, changeWork, type WorkNode } from './edits.ts';
import styles from './inspector.module.css';

const UNITS = ['workday', 'workhour', 'workminute'] as const;

export function HowLong({ node }: { readonly node: WorkNode | NodeOf<'onTime'> }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { edit, readOnly } = useStudio();
  const value = node.kind === 'onTime' ? node.after : node.deadline;
  const set = (next: Duration | undefined): void =>
    edit(t('editDeadline'), (now) =>
      node.kind !== 'onTime'
        ? changeWork(now, node.id, (work) => ({ ...work, deadline: next }))
        : next === undefined
          ? now
          : changeNode(now, node.id, 'onTime', (clock) => ({ ...clock, after: next })),
    );
  return (
    <div className={styles.line}>
      <DraftNumber
        value={value?.amount}
        min={1}
        max={1000}
        width={84}
        label={t('deadlineAmount')}
        placeholder={t('deadlineNone')}
        disabled={readOnly}
        keepFilled={node.kind === 'onTime'}
        onCommit={(amount) => set(amount === undefined ? undefined : { amount, unit: value?.unit ?? 'workday' })}
      />
      <Select
        value={value?.unit ?? 'workday'}
        disabled={readOnly || value === undefined}
        aria-label={t('deadlineUnit')}
        style={{ minWidth: 108 }}
        options={UNITS.map((unit) => ({ value: unit, label: t(`unit_${unit}`) }))}
        onChange={(unit) => value && set({ ...value, unit })}
      />
      {value && node.kind !== 'onTime' && !readOnly ? (
        <Button size="small" type="text" onClick={() => set(undefined)}>
          {t('deadlineClear')}
        </Button>
      ) : null}
    </div>
  );
}
