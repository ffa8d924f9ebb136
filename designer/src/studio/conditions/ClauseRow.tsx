/** One clause of a condition: what it speaks of, how it compares, with what. */
import type { ComparisonClause, Design } from '@tongban/shared/document';
import { comparisonWord } from '@tongban/shared/words';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../i18n/index.ts';
import { DraftNumber, DraftText } from '../form/parts/DraftInput.tsx';
import styles from './conditions.module.css';
import {
  factsOf,
  newClause,
  subjectKey,
  takesValue,
  withComparison,
  type OperandFacts,
  type SubjectGroup,
} from './model.ts';

interface ClauseRowProps {
  readonly clause: ComparisonClause;
  readonly onChange: (clause: ComparisonClause) => void;
  readonly design: Design;
  readonly subjects: readonly SubjectGroup[];
  readonly disabled: boolean;
}

export function ClauseRow({ clause, onChange, design, subjects, disabled }: ClauseRowProps): ReactNode {
  const { t, i18n } = useTranslation('studio-flow');
  const language = wordsLanguage(i18n.language);
  const facts = factsOf(design, clause.left);
  const known = subjects.flatMap((group) => group.options);
  return (
    <div className={styles.row}>
      <Select
        className={styles.subject}
        value={facts ? subjectKey(clause.left) : undefined}
        placeholder={t('conditionGone')}
        status={facts ? '' : 'error'}
        disabled={disabled}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        aria-label={t('conditionSubject')}
        options={subjects.map((group) => ({
          label: group.name ?? t('conditionDecisions'),
          options: group.options.map((option) => ({
            value: option.key,
            label: option.ref.type === 'decision' ? t('decisionOf', { step: option.name }) : option.name,
          })),
        }))}
        onChange={(key) => {
          const chosen = known.find((option) => option.key === key);
          if (chosen) onChange(newClause(design, chosen.ref));
        }}
      />
      <Select
        className={styles.op}
        value={clause.op}
        disabled={disabled || !facts}
        aria-label={t('conditionComparison')}
        popupMatchSelectWidth={false}
        options={(facts?.ops ?? [clause.op]).map((op) => ({
          value: op,
          label: comparisonWord(op, facts?.operand === 'date' ? 'date' : undefined, language),
        }))}
        onChange={(op) => onChange(withComparison(clause, op))}
      />
      {facts && takesValue(clause.op) ? (
        <Right clause={clause} facts={facts} onChange={onChange} disabled={disabled} />
      ) : null}
    </div>
  );
}

interface RightProps {
  readonly clause: ComparisonClause;
  readonly facts: OperandFacts;
  readonly onChange: (clause: ComparisonClause) => void;
  readonly disabled: boolean;
}

function Right({ clause, facts, onChange, disabled }: RightProps): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { right } = clause;
  const label = t('conditionValue');
  const set = (next: ComparisonClause['right']): void => {
    const base: ComparisonClause = { type: 'compare', left: clause.left, op: clause.op };
    onChange(next === undefined ? base : { ...base, right: next });
  };
  if (facts.operand === 'yesNo') {
    return (
      <Select
        className={styles.value}
        value={typeof right === 'boolean' ? String(right) : undefined}
        disabled={disabled}
        aria-label={label}
        options={[
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]}
        onChange={(value) => set(value === 'true')}
      />
    );
  }
  const choices = facts.values.length > 0 || facts.operand === 'option' || facts.operand === 'decision';
  if (clause.op === 'in') {
    const list = Array.isArray(right) ? right.map(String) : [];
    return (
      <Select
        className={styles.value}
        mode={choices ? 'multiple' : 'tags'}
        value={list}
        disabled={disabled}
        aria-label={label}
        placeholder={t('conditionPick')}
        options={[...facts.values]}
        optionFilterProp="label"
        onChange={(values) => set(facts.operand === 'number' ? values.map(Number).filter(Number.isFinite) : values)}
      />
    );
  }
  if (choices) {
    return (
      <Select
        className={styles.value}
        value={typeof right === 'string' ? right : undefined}
        disabled={disabled}
        aria-label={label}
        placeholder={t('conditionPick')}
        popupMatchSelectWidth={false}
        options={[...facts.values]}
        onChange={set}
      />
    );
  }
  if (facts.operand === 'number') {
    return (
      <DraftNumber
        value={typeof right === 'number' ? right : undefined}
        onCommit={set}
        label={label}
        width={120}
        disabled={disabled}
      />
    );
  }
  if (facts.operand === 'date') {
    return (
      <DatePicker
        className={styles.value}
        value={typeof right === 'string' && right !== '' ? dayjs(right) : null}
        disabled={disabled}
        aria-label={label}
        onChange={(date) => set(date ? date.format('YYYY-MM-DD') : undefined)}
      />
    );
  }
  return (
    <DraftText
      className={styles.value}
      value={typeof right === 'string' ? right : ''}
      onCommit={set}
      label={label}
      placeholder={t('conditionType')}
      disabled={disabled}
    />
  );
}
