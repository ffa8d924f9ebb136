/** Right of the form: the selected field's five questions, the common ones open, each with its answer in short. */
import type { Diagnostic } from '@tongban/shared/compiler';
import type { Field } from '@tongban/shared/document';
import { FIELD_KIND_WORDS } from '@tongban/shared/words';
import { Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../../i18n/index.ts';
import { ProblemSentences } from '../../problems/ProblemMark.tsx';
import { useStudio } from '../../store/index.tsx';
import { accessAt, placesOf } from '../access.ts';
import { useBuilderActions, type Selected } from '../builder.ts';
import frame from '../builder.module.css';
import { KindIcon } from '../KindIcon.tsx';
import { AccessQuestion } from './AccessQuestion.tsx';
import { RightQuestion, WhenQuestion } from './RuleQuestions.tsx';
import { SectionQuestions } from './SectionQuestions.tsx';
import { SourceQuestion } from './SourceQuestion.tsx';
import styles from './questions.module.css';
import { WhatQuestion } from './WhatQuestion.tsx';

interface QuestionsProps {
  readonly selected: Selected;
  readonly problems: ReadonlyMap<string, readonly Diagnostic[]>;
}

export function Questions({ selected, problems }: QuestionsProps) {
  const { t } = useTranslation('studio-form');
  const { design } = useStudio();
  const field = selected?.kind === 'field' ? design.form.fields[selected.id] : undefined;
  const section = selected?.kind === 'section' ? design.form.sections[selected.id] : undefined;
  return (
    <aside className={frame.questions} aria-label={t('form.questions')}>
      {field ? (
        <FieldQuestions key={field.id} field={field} problems={problems.get(field.id) ?? []} />
      ) : section ? (
        <SectionQuestions key={section.id} section={section} />
      ) : (
        <div className={styles.nothing}>
          <h3>{t('form.nothingTitle')}</h3>
          <p>{t('form.nothingBody')}</p>
          <dl className={styles.keys}>
            {(['arrows', 'move', 'across', 'rename', 'insert', 'delete'] as const).map((key) => (
              <div key={key}>
                <dt>{t(`form.key.${key}`)}</dt>
                <dd>{t(`form.keyDoes.${key}`)}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </aside>
  );
}

function FieldQuestions({ field, problems }: { readonly field: Field; readonly problems: readonly Diagnostic[] }) {
  const { t, i18n } = useTranslation('studio-form');
  const { actions } = useBuilderActions();
  const short = useShortAnswers(field);
  const note = field.kind === 'note';
  const items = [
    { key: 'what', title: t('form.qWhat'), answer: '', body: <WhatQuestion field={field} /> },
    ...(note
      ? []
      : [{ key: 'source', title: t('form.qSource'), answer: short.source, body: <SourceQuestion field={field} /> }]),
    { key: 'access', title: t('form.qAccess'), answer: short.access, body: <AccessQuestion field={field} /> },
    { key: 'when', title: t('form.qWhen'), answer: short.when, body: <WhenQuestion field={field} /> },
    ...(note
      ? []
      : [{ key: 'right', title: t('form.qRight'), answer: short.right, body: <RightQuestion field={field} /> }]),
  ];
  return (
    <>
      <header className={styles.questionHead}>
        <h3>{field.name}</h3>
        <span>
          <KindIcon kind={field.kind} /> {FIELD_KIND_WORDS[field.kind][wordsLanguage(i18n.language)]}
        </span>
      </header>
      {problems.length === 0 ? null : (
        <div className={styles.fieldProblems}>
          <ProblemSentences problems={problems} onRepair={actions.repair} />
        </div>
      )}
      <Collapse
        ghost
        size="small"
        defaultActiveKey={['what', 'source']}
        items={items.map((item) => ({
          key: item.key,
          label: <span className={styles.questionTitle}>{item.title}</span>,
          extra: <span className={styles.shortAnswer}>{item.answer}</span>,
          children: <div className={styles.answers}>{item.body}</div>,
          styles: { body: { padding: 0 } },
        }))}
      />
    </>
  );
}

/** Each folded question says its answer in a few words. */
function useShortAnswers(field: Field) {
  const { t } = useTranslation('studio-form');
  const { design } = useStudio();
  const places = placesOf(design, 'steps only');
  const levels = places.map((place) => accessAt(design, field, place.id));
  const seen = levels.filter((level) => level !== 'hidden').length;
  const written = levels.filter((level) => level === 'write' || level === 'required' || level === 'own').length;
  const { visible, required, requiredWhen, valid } = field.rules;
  return {
    source: t(`form.source.${field.source.type}`),
    access: t('form.accessShort', { seen, written }),
    when: visible ? t('form.whenSometimes') : t('form.whenAlways'),
    right: [
      required ? t('form.rightRequired') : requiredWhen ? t('form.rightRequiredWhen') : t('form.rightOptional'),
      ...(valid ? [t('form.rightChecked')] : []),
    ].join(' · '),
  };
}
