/**
 * 补正 by the applicant: the remarks at the fields they concern, corrected and sent once. What is typed is kept until
 * it has arrived.
 */
import { Alert, Button } from 'antd';
import type { CaseView, Problem, SectionView } from '@tongban/shared/kernel';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../app/kept.ts';
import { failureOf } from '../app/errors.ts';
import { useFailureWords } from '../app/words.ts';
import { moment } from '../ui/format.ts';
import { FormSections, FormToolsContext, flushDrafts, type Values } from '../ui/form/index.ts';
import { problemsOf } from './checks.ts';
import styles from './cases.module.css';
import { patchOf, useCaseTools } from './use-form-tools.tsx';
import type { Acting } from './use-case.ts';
import type { NextStep } from '../app/api-types.ts';

interface CorrectionProps {
  readonly view: CaseView;
  readonly acting: Acting;
  readonly onDone: (next: readonly NextStep[]) => void;
}

export function Correction({ view, acting, onDone }: CorrectionProps) {
  const { t } = useTranslation('cases');
  const words = useFailureWords();
  const open = view.corrections;
  const kept = useKept<Values>(`correction.${view.caseId}.${open.map((one) => one.id).join('.')}`, {});
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { tools, dialog } = useCaseTools({
    target: { for: 'case', id: view.caseId },
    dispute: view.commands.includes('dispute')
      ? async (field, comment) => (await acting.act({ type: 'dispute', field, comment })) !== null
      : null,
  });
  const sections = correctable(open);

  const resubmit = async () => {
    flushDrafts();
    const values = kept.latest();
    const found = problemsOf(sections, values);
    setProblems(found);
    if (found.length > 0) return;
    const next = await acting.act({ type: 'resubmit', patch: patchOf(values) });
    if (next === null) return;
    kept.forget();
    onDone(next);
  };
  const failure = acting.error === null ? null : failureOf(acting.error);
  return (
    <section className={styles.correction} aria-label={t('common:statusCorrecting')}>
      {open.map((one) => (
        <div key={one.id} className={styles.asked}>
          <h2>{t('correctionTitle', { office: one.departmentName ?? one.stepName })}</h2>
          <p className={styles.when}>
            {t('correctionBy', { name: one.askedByName, at: moment(one.askedAt), step: one.stepName })}
          </p>
          {one.remarks.general === '' ? null : <p>{t('correctionGeneral', { text: one.remarks.general })}</p>}
          {one.reason === null || one.reason === '' ? null : <p>{t('correctionReason', { text: one.reason })}</p>}
          {Object.entries(one.remarks.materials).map(([id, text]) => (
            <p key={id}>
              {t('correctionMaterial', { name: view.materials.find((one) => one.id === id)?.name ?? id, text })}
            </p>
          ))}
        </div>
      ))}
      <p className={styles.when}>{t('correctionHelp')}</p>
      <FormToolsContext.Provider value={tools}>
        <FormSections
          sections={sections}
          values={kept.value}
          onChange={(key, value) => kept.set((was) => ({ ...was, [key]: value }))}
          problems={failure === null || failure.problems.length === 0 ? problems : failure.problems}
        />
      </FormToolsContext.Provider>
      {dialog}
      {failure === null ? null : <Alert type="error" showIcon title={words(acting.error)} />}
      <div className={styles.bar}>
        <Button type="primary" size="large" loading={acting.busy} onClick={() => void resubmit()}>
          {t('resubmit')}
        </Button>
      </div>
    </section>
  );
}

/** The sections of all open corrections, each field once, those with remarks first. */
function correctable(open: CaseView['corrections']): readonly SectionView[] {
  const seen = new Set<string>();
  const sections = open
    .flatMap((one) => one.sections)
    .map((section) => ({
      ...section,
      fields: section.fields.filter((field) => {
        if (seen.has(field.key)) return false;
        seen.add(field.key);
        return true;
      }),
    }));
  const remarked = (section: SectionView) => section.fields.some((field) => field.remark !== null);
  return [...sections.filter(remarked), ...sections.filter((section) => !remarked(section))].filter(
    (section) => section.fields.length > 0,
  );
}
