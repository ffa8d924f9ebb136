/** 补正: one list of remarks, told to the applicant once and complete. Fields are added by clicking them in the paper. */
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionProps } from './DecisionPane.tsx';
import styles from './desk.module.css';
import { written } from './task-draft.ts';
import { useSubmitKey } from './use-submit-key.ts';

export function CorrectForm({ view, work, draft, acting, onSend }: DecisionProps) {
  const { t } = useTranslation('desk');
  const [missing, setMissing] = useState<string | null>(null);
  const { fields, materials, general, reason } = draft.value;
  const names = new Map(
    [...view.sections, ...work.sections].flatMap((section) =>
      section.fields.map((field) => [field.field.id, field.field.name] as const),
    ),
  );
  const count = Object.keys(written(fields)).length + Object.keys(written(materials)).length;

  const send = async () => {
    if (acting.busy) return;
    const now = draft.latest();
    const remarks = { fields: written(now.fields), materials: written(now.materials), general: now.general.trim() };
    if (Object.keys(remarks.fields).length + Object.keys(remarks.materials).length === 0 && remarks.general === '') {
      setMissing(t('remarksNeeded'));
      return;
    }
    if (work.correctionNeedsReason && now.reason.trim() === '') {
      setMissing(t('reasonNeeded'));
      return;
    }
    setMissing(null);
    await onSend(
      {
        type: 'askCorrection',
        activity: work.activity,
        remarks,
        ...(work.correctionNeedsReason ? { reason: now.reason.trim() } : {}),
      },
      t('correctSent'),
    );
  };
  useSubmitKey(() => void send());

  const without = (part: 'fields' | 'materials', id: string) =>
    draft.set((was) => ({
      ...was,
      [part]: Object.fromEntries(Object.entries(was[part]).filter(([one]) => one !== id)),
    }));
  const write = (part: 'fields' | 'materials', id: string, text: string) =>
    draft.set((was) => ({ ...was, [part]: { ...was[part], [id]: text } }));

  return (
    <>
      <h3>{t('correct')}</h3>
      <p className={styles.hint}>{t('correctHelp')}</p>
      {Object.keys(fields).length === 0 ? <p className={styles.pickHint}>{t('correctEmpty')}</p> : null}
      <ul className={styles.remarks}>
        {Object.entries(fields).map(([id, text]) => {
          const name = names.get(id) ?? id;
          return (
            <li key={id}>
              <div className={styles.remarkHead}>
                <label htmlFor={`remark-${id}`}>{name}</label>
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('removeRemark', { name })}
                  onClick={() => without('fields', id)}
                />
              </div>
              <Input.TextArea
                id={`remark-${id}`}
                value={text}
                maxLength={500}
                autoSize={{ minRows: 1, maxRows: 4 }}
                aria-label={t('remarkFor', { name })}
                onChange={(event) => write('fields', id, event.target.value)}
              />
            </li>
          );
        })}
        {view.materials
          .filter((material) => !material.exempt)
          .map((material) => {
            const picked = Object.hasOwn(materials, material.id);
            return (
              <li key={material.id}>
                <Checkbox
                  checked={picked}
                  onChange={(event) =>
                    event.target.checked ? write('materials', material.id, '') : without('materials', material.id)
                  }
                >
                  {`${t('correctMaterial')} · ${material.name}`}
                </Checkbox>
                {picked ? (
                  <Input.TextArea
                    value={materials[material.id] ?? ''}
                    maxLength={500}
                    autoSize={{ minRows: 1, maxRows: 4 }}
                    aria-label={t('remarkFor', { name: material.name })}
                    onChange={(event) => write('materials', material.id, event.target.value)}
                  />
                ) : null}
              </li>
            );
          })}
      </ul>
      <label className={styles.stacked}>
        {t('correctGeneral')}
        <Input.TextArea
          value={general}
          maxLength={1000}
          autoSize={{ minRows: 1, maxRows: 4 }}
          onChange={(event) => draft.set((was) => ({ ...was, general: event.target.value }))}
        />
      </label>
      {work.correctionNeedsReason ? (
        <label className={styles.stacked}>
          {t('correctReason')}
          <span className={styles.hint}>{t('correctReasonNeeded')}</span>
          <Input.TextArea
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 4 }}
            onChange={(event) => draft.set((was) => ({ ...was, reason: event.target.value }))}
          />
        </label>
      ) : null}
      {missing === null ? null : (
        <p className={styles.missing} role="alert">
          {missing}
        </p>
      )}
      <Button type="primary" block loading={acting.busy} onClick={() => void send()}>
        {t('correctSend', { count })}
      </Button>
    </>
  );
}
