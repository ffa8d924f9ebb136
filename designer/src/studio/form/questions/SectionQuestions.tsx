/** The questions of a section: its name and what it says above its fields. */
import type { Section } from '@tongban/shared/document';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/index.tsx';
import { useBuilderActions } from '../builder.ts';
import styles from './questions.module.css';
import { DraftText } from '../parts/DraftInput.tsx';
import { Question } from '../parts/Question.tsx';

export function SectionQuestions({ section }: { readonly section: Section }) {
  const { t } = useTranslation('studio-form');
  const { readOnly } = useStudio();
  const { actions } = useBuilderActions();
  return (
    <>
      <header className={styles.questionHead}>
        <h3>{section.name}</h3>
        <span>{t('form.section')}</span>
      </header>
      <div className={styles.sectionQuestions}>
        <Question title={t('form.name')}>
          {(id) => (
            <DraftText
              value={section.name}
              keepFilled
              labelledBy={id}
              disabled={readOnly}
              onCommit={(name) => actions.changeSection(section.id, { name })}
            />
          )}
        </Question>
        <Question title={t('form.sectionHelp')}>
          {(id) => (
            <DraftText
              value={section.help ?? ''}
              rows={2}
              labelledBy={id}
              disabled={readOnly}
              onCommit={(help) => actions.changeSection(section.id, { help: help === '' ? undefined : help })}
            />
          )}
        </Question>
      </div>
    </>
  );
}
