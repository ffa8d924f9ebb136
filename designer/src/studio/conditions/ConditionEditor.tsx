/**
 * A condition written as a sentence: field – comparison – value, joined by 同时满足 or 满足任意一条, groups inside groups.
 * It owns nothing: every answer goes out through `onChange`, undefined when the last clause is gone.
 */
import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { sorted, type Condition, type Design } from '@tongban/shared/document';
import { Button, Select } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClauseRow } from './ClauseRow.tsx';
import styles from './conditions.module.css';
import { asGroup, fromGroup, newClause, subjectsOf, type Group, type SubjectGroup } from './model.ts';

export interface ConditionEditorProps {
  readonly value: Condition | undefined;
  readonly onChange: (value: Condition | undefined) => void;
  readonly design: Design;
  readonly disabled?: boolean;
  /** Named by the question that it answers. */
  readonly labelledBy?: string;
}

const DEEPEST = 3;

export function ConditionEditor({
  value,
  onChange,
  design,
  disabled = false,
  labelledBy,
}: ConditionEditorProps): ReactNode {
  const subjects = useMemo(() => subjectsOf(design), [design]);
  return (
    <div role="group" aria-labelledby={labelledBy} className={styles.editor}>
      <GroupRows
        group={asGroup(value)}
        onChange={(group) => onChange(fromGroup(group))}
        design={design}
        subjects={subjects}
        disabled={disabled}
        depth={1}
      />
    </div>
  );
}

interface GroupRowsProps {
  readonly group: Group;
  readonly onChange: (group: Group) => void;
  readonly design: Design;
  readonly subjects: readonly SubjectGroup[];
  readonly disabled: boolean;
  readonly depth: number;
}

function GroupRows({ group, onChange, design, subjects, disabled, depth }: GroupRowsProps): ReactNode {
  const { t } = useTranslation('studio-flow');
  const first = subjects[0]?.options[0];
  const replace = (at: number, clause: Condition | undefined): void =>
    onChange({
      ...group,
      of: group.of.flatMap((old, i) => (i !== at ? [old] : clause === undefined ? [] : [clause])),
    });
  const add = (clause: Condition): void => onChange({ ...group, of: [...group.of, clause] });
  return (
    <>
      {group.of.length > 1 ? (
        <Select
          size="small"
          value={group.type}
          disabled={disabled}
          aria-label={t('conditionJoin')}
          onChange={(type) => onChange({ ...group, type })}
          options={[
            { value: 'all', label: t('conditionAll') },
            { value: 'any', label: t('conditionAny') },
          ]}
          popupMatchSelectWidth={false}
          className={styles.join}
        />
      ) : null}
      {group.of.map((clause, i) => (
        <div key={i} className={styles.clause}>
          {clause.type === 'compare' ? (
            <ClauseRow
              clause={clause}
              onChange={(next) => replace(i, next)}
              design={design}
              subjects={subjects}
              disabled={disabled}
            />
          ) : clause.type === 'feel' ? (
            <p className={styles.formula}>{t('conditionFormula')}</p>
          ) : (
            <div className={styles.inner}>
              <GroupRows
                group={clause}
                onChange={(next) =>
                  replace(i, next.of.length === 0 ? undefined : { type: next.type, of: [...next.of] })
                }
                design={design}
                subjects={subjects}
                disabled={disabled}
                depth={depth + 1}
              />
            </div>
          )}
          <Button
            type="text"
            size="small"
            disabled={disabled}
            icon={<CloseOutlined aria-hidden />}
            aria-label={t('conditionRemove')}
            onClick={() => replace(i, undefined)}
          />
        </div>
      ))}
      {disabled ? null : (
        <div className={styles.actions}>
          <Button
            size="small"
            type="dashed"
            icon={<PlusOutlined aria-hidden />}
            disabled={!first}
            onClick={() => first && add(newClause(design, first.ref))}
          >
            {t(group.of.length === 0 ? 'conditionFirst' : 'conditionMore')}
          </Button>
          {depth < DEEPEST && group.of.length > 0 && first ? (
            <Button
              size="small"
              type="text"
              onClick={() =>
                add({
                  type: group.type === 'all' ? 'any' : 'all',
                  of: [newClause(design, first.ref), newClause(design, first.ref)],
                })
              }
            >
              {t('conditionGroup')}
            </Button>
          ) : null}
          {first ? null : (
            <span className={styles.none}>
              {t(sorted(design.form.fields).length === 0 ? 'conditionNoFields' : 'conditionNothing')}
            </span>
          )}
        </div>
      )}
    </>
  );
}
