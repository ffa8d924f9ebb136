/** Beside a case without a task for this person: what was just done, what comes next, where to go on. */
import { CheckCircleFilled } from '@ant-design/icons';
import type { CaseView } from '@tongban/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../app/trpc.ts';
import { NextSteps } from '../cases/NextSteps.tsx';
import type { CasePaneProps, Finished } from './CasePane.tsx';
import styles from './desk.module.css';

interface DonePaneProps extends CasePaneProps {
  readonly view: CaseView;
  readonly finished: Finished | null;
}

export function DonePane({ view, finished, hasNext, narrow, onStep, onTask }: DonePaneProps) {
  const { t } = useTranslation('desk');
  const steps = useQuery(api.cases.next.queryOptions({ id: view.caseId }, { retry: false }));
  const correcting = view.status === 'correcting';
  return (
    <aside className={narrow ? styles.doneNarrow : styles.decision} aria-label={t('decision')}>
      {finished === null ? (
        <p className={styles.hint}>{correcting ? t('correctingNow') : t('notOpen')}</p>
      ) : (
        <p className={styles.finished} role="status">
          <CheckCircleFilled className={styles.finishedIcon} aria-hidden /> {finished.message}
        </p>
      )}
      <NextSteps steps={steps.data ?? finished?.next ?? []} onCasePage />
      {view.work.length === 0 ? null : (
        <div className={styles.others}>
          <span className={styles.hint}>{t('otherTasks')}</span>
          {view.work
            .filter((work) => work.activity !== finished?.activity)
            .map((work) => (
              <Button key={work.activity} onClick={() => onTask(work.activity)}>
                {work.name}
              </Button>
            ))}
        </div>
      )}
      {finished === null || !hasNext ? null : <Button onClick={() => onStep(1)}>{t('nextTask')}</Button>}
      <Link to="/cases/$id" params={{ id: view.caseId }}>
        {t('openCase')}
      </Link>
    </aside>
  );
}
