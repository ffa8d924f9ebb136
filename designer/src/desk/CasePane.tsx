/** The case that is chosen: its paper and, when there is a task for this person, the decision beside it. */
import { Tabs } from 'antd';
import type { CaseView } from '@tongban/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NextStep } from '../app/api-types.ts';
import { reasonOf } from '../app/errors.ts';
import { CaseHead } from '../cases/Facts.tsx';
import { History } from '../cases/History.tsx';
import { CaseFlow, Materials } from '../cases/parts.tsx';
import { useCase } from '../cases/use-case.ts';
import { FormSections } from '../ui/form/index.ts';
import { Empty, Failed, Loading } from '../ui/states.tsx';
import styles from './desk.module.css';
import { DonePane } from './DonePane.tsx';
import { Stepper } from './Stepper.tsx';
import { TaskPanes } from './TaskPanes.tsx';

export interface Finished {
  readonly activity: string;
  readonly message: string;
  readonly next: readonly NextStep[];
}

export interface CasePaneProps {
  readonly caseId: string;
  readonly task: string | null;
  readonly narrow: boolean;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly onStep: (by: 1 | -1) => void;
  readonly onTask: (activity: string) => void;
  readonly onBack: () => void;
}

const NOTHING = {};

export function CasePane(props: CasePaneProps) {
  const { caseId, task, narrow } = props;
  const { t } = useTranslation('desk');
  const query = useCase(caseId);
  const [finished, setFinished] = useState<Finished | null>(null);
  if (query.isPending) {
    return (
      <div className={styles.paper}>
        <Loading rows={14} />
      </div>
    );
  }
  if (query.isError) {
    return (
      <div className={styles.paper}>
        {reasonOf(query.error) === 'notFound' ? (
          <Empty title={t('notHere')} body={t('notHereBody')} />
        ) : (
          <Failed error={query.error} onRetry={() => void query.refetch()} />
        )}
      </div>
    );
  }
  const view = query.data;
  const justDone = finished !== null && (task === null || finished.activity === task);
  const work = view.work.find((one) => one.activity === task) ?? (justDone ? undefined : view.work[0]);
  if (work !== undefined && !(justDone && work.activity === finished.activity)) {
    return <TaskPanes key={work.activity} {...props} view={view} work={work} onFinished={setFinished} />;
  }
  return (
    <>
      <Paper view={view} narrow={narrow} onBack={props.onBack}>
        <FormSections sections={view.sections} values={NOTHING} mode="read" />
      </Paper>
      <DonePane view={view} finished={finished} {...props} />
      {narrow ? <Stepper {...props} /> : null}
    </>
  );
}

interface PaperProps {
  readonly view: CaseView;
  readonly narrow: boolean;
  readonly onBack: () => void;
  /** The form, as this person reads or fills it. */
  readonly children: ReactNode;
}
export function Paper({ view, narrow, onBack, children }: PaperProps) {
  const { t } = useTranslation('desk');
  return (
    <section className={styles.paper} aria-label={t('paper')}>
      {narrow ? (
        <button type="button" className={`bare ${styles.backLink}`} onClick={onBack}>
          ‹ {t('backToList')}
        </button>
      ) : null}
      <CaseHead view={view} small />
      <Tabs
        className={styles.paperTabs}
        items={[
          {
            key: 'form',
            label: t('form'),
            children: (
              <div className={styles.sheet}>
                {children}
                {view.materials.length === 0 ? null : (
                  <section className={styles.materials} aria-label={t('cases:materials')}>
                    <h3>{t('cases:materials')}</h3>
                    <Materials view={view} />
                  </section>
                )}
              </div>
            ),
          },
          { key: 'flow', label: t('flow'), children: <CaseFlow view={view} /> },
          { key: 'history', label: t('history'), children: <History view={view} /> },
        ]}
      />
    </section>
  );
}
