/** What a person may choose when the step ends: renamed in place, added, put in order, coloured by meaning. */
import { DeleteOutlined, DownOutlined, PlusOutlined, UpOutlined } from '@ant-design/icons';
import { sorted, type Decision } from '@tongban/shared/document';
import { Button, Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftText } from '../form/parts/DraftInput.tsx';
import { useStudio } from '../store/index.tsx';
import { moveDecision, putDecision, removeDecision, type WorkNode } from './edits.ts';
import styles from './inspector.module.css';

const TONES = ['positive', 'neutral', 'negative'] as const;

export function Decisions({ node }: { readonly node: WorkNode }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { edit, newId, readOnly } = useStudio();
  const decisions = sorted(node.decisions);
  const change = (decision: Decision, part: Partial<Decision>): void =>
    edit(t('editDecision'), (now) => putDecision(now, node.id, { ...decision, ...part }));
  const add = (): void => {
    const negative = !decisions.some((decision) => decision.tone === 'negative');
    const id = newId('d');
    edit(t('editDecisionAdd'), (now) =>
      putDecision(now, node.id, {
        id,
        name: t(negative ? 'decisionNo' : 'decisionOther'),
        tone: negative ? 'negative' : 'neutral',
        opinionRequired: negative,
      }),
    );
  };
  return (
    <div className={styles.part} role="group" aria-label={t('decisions')}>
      <span className={styles.partLabel}>{t('decisions')}</span>
      {decisions.map((decision, i) => (
        <div key={decision.id} className={styles.decision}>
          <div className={styles.line}>
            <DraftText
              value={decision.name}
              keepFilled
              label={t('decisionName')}
              onCommit={(name) => change(decision, { name })}
            />
            <Select
              value={decision.tone}
              disabled={readOnly}
              aria-label={t('decisionTone')}
              popupMatchSelectWidth={false}
              options={TONES.map((tone) => ({ value: tone, label: t(`tone_${tone}`) }))}
              onChange={(tone) => change(decision, { tone })}
            />
          </div>
          <div className={styles.line}>
            <Checkbox
              checked={decision.opinionRequired}
              onChange={(event) => change(decision, { opinionRequired: event.target.checked })}
            >
              {t('opinionRequired')}
            </Checkbox>
            <span className={styles.stretch} />
            <Button
              type="text"
              size="small"
              icon={<UpOutlined aria-hidden />}
              disabled={i === 0}
              aria-label={t('moveUp')}
              onClick={() => edit(t('editDecision'), (now) => moveDecision(now, node.id, decision.id, -1))}
            />
            <Button
              type="text"
              size="small"
              icon={<DownOutlined aria-hidden />}
              disabled={i === decisions.length - 1}
              aria-label={t('moveDown')}
              onClick={() => edit(t('editDecision'), (now) => moveDecision(now, node.id, decision.id, 1))}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('decisionRemove', { name: decision.name })}
              onClick={() => edit(t('editDecisionRemove'), (now) => removeDecision(now, node.id, decision.id))}
            />
          </div>
        </div>
      ))}
      {readOnly ? null : (
        <Button size="small" type="dashed" icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t('decisionAdd')}
        </Button>
      )}
    </div>
  );
}
