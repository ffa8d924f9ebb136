/** Figures from before the reform, each beside what the design gives now. */
import type { Design } from '@tongban/shared/document';
import { useTranslation } from 'react-i18next';
import { DraftNumber } from '../form/parts/DraftInput.tsx';
import { Group } from '../form/parts/Question.tsx';
import type { Verdict } from '../store/checker.ts';
import { setBaseline } from './edits.ts';
import styles from './policies.module.css';
import type { QuestionsProps } from './TimeQuestions.tsx';

type Key = keyof Design['baseline'];
interface Figure {
  readonly key: Key;
  readonly label: string;
  readonly unit: string;
  readonly now: number;
}

/** What the design holds now: one form, one application, no visit, by construction. */
export function figuresNow(design: Design, compiled: Pick<Verdict, 'time' | 'counts'>): Record<Key, number> {
  return {
    workdays: Math.round(compiled.time.criticalDays * 100) / 100,
    forms: 1,
    fields: compiled.counts.fields,
    materials: Object.values(design.materials).filter((material) => !material.exempt).length,
    visits: 0,
    applications: 1,
  };
}

export function BaselineQuestions({ design, edit, compiled }: QuestionsProps & { readonly compiled: Verdict }) {
  const { t } = useTranslation('studio-form');
  const now = figuresNow(design, compiled);
  const figures: readonly Figure[] = [
    { key: 'workdays', label: t('policies.baseWorkdays'), unit: t('policies.unitDays'), now: now.workdays },
    {
      key: 'applications',
      label: t('policies.baseApplications'),
      unit: t('policies.unitTimes'),
      now: now.applications,
    },
    { key: 'forms', label: t('policies.baseForms'), unit: t('policies.unitForms'), now: now.forms },
    { key: 'fields', label: t('policies.baseFields'), unit: t('policies.unitFields'), now: now.fields },
    { key: 'materials', label: t('policies.baseMaterials'), unit: t('policies.unitMaterials'), now: now.materials },
    { key: 'visits', label: t('policies.baseVisits'), unit: t('policies.unitVisits'), now: now.visits },
  ];
  return (
    <Group title={t('policies.before')}>
      <div style={{ color: 'var(--secondary)', fontSize: 12, paddingTop: 8 }}>{t('policies.beforeHelp')}</div>
      <div className={styles.figures}>
        {figures.map((figure) => (
          <div className={styles.figure} key={figure.key}>
            <span>{figure.label}</span>
            <DraftNumber
              value={design.baseline[figure.key]}
              label={`${t('policies.before')} ${figure.label}`}
              min={0}
              placeholder={t('policies.unknownNow')}
              suffix={figure.unit}
              width="100%"
              onCommit={(value) =>
                edit(t('policies.editBaseline'), (design) => setBaseline(design, { [figure.key]: value }))
              }
            />
            <span className={`${styles.now} tabular`}>
              {t('policies.nowIs', { value: `${figure.now} ${figure.unit}` })}
            </span>
          </div>
        ))}
      </div>
    </Group>
  );
}
