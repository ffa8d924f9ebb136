/** One case for anyone who may see it: what is asked of them first, then where it is, the form, what was done. */
import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NextStep } from '../app/api-types.ts';
import { useMe } from '../app/session.ts';
import { api } from '../app/trpc.ts';
import { FormSections, FormToolsContext } from '../ui/form/index.ts';
import { Failed, Loading } from '../ui/states.tsx';
import styles from './cases.module.css';
import { Correction } from './Correction.tsx';
import { CaseHead } from './Facts.tsx';
import { History } from './History.tsx';
import { NextSteps } from './NextSteps.tsx';
import { CaseFlow, Materials } from './parts.tsx';
import { useAct, useCase } from './use-case.ts';
import { useCaseTools } from './use-form-tools.tsx';

const NOTHING = {};

export function CasePage() {
  const { t } = useTranslation('cases');
  const { id } = useParams({ from: '/inside/cases/$id' });
  const me = useMe();
  const query = useCase(id);
  const acting = useAct(id);
  const nextQuery = useQuery(api.cases.next.queryOptions({ id }, { retry: false }));
  const [answered, setAnswered] = useState<readonly NextStep[] | null>(null);
  const view = query.data;
  const { tools, dialog } = useCaseTools({
    target: { for: 'case', id },
    dispute:
      view?.commands.includes('dispute') === true
        ? async (field, comment) => (await acting.act({ type: 'dispute', field, comment })) !== null
        : null,
  });
  if (query.isPending) return <Loading rows={12} />;
  if (query.isError || view === undefined) {
    return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  }
  const correcting = view.corrections.length > 0 && view.commands.includes('resubmit');
  const next = nextQuery.data ?? answered ?? [];
  return (
    <article className={styles.page}>
      <CaseHead
        view={view}
        actions={
          <>
            {view.work.length > 0 && me?.audiences.includes('desk') === true ? (
              <Link to="/desk" search={{ case: id }}>
                <Button type="primary" tabIndex={-1}>
                  {t('handle')}
                </Button>
              </Link>
            ) : null}
            <Link to="/cases/$id/paper" params={{ id }}>
              <Button icon={<PrinterOutlined aria-hidden />} tabIndex={-1}>
                {view.status === 'ended' ? t('print') : t('paper')}
              </Button>
            </Link>
          </>
        }
      />
      {answered === null ? null : <Alert type="success" showIcon title={t('resubmitted')} />}
      {correcting ? (
        <Correction view={view} acting={acting} onDone={setAnswered} />
      ) : (
        <NextSteps steps={next} onCasePage />
      )}
      <section className={styles.card} aria-label={t('progress')}>
        <h2>{t('progress')}</h2>
        <CaseFlow view={view} />
      </section>
      <div className={styles.columns}>
        <div className={styles.column}>
          <h2>{t('form')}</h2>
          <FormToolsContext.Provider value={tools}>
            <FormSections sections={view.sections} values={NOTHING} mode="read" />
          </FormToolsContext.Provider>
          {view.materials.length === 0 ? null : (
            <section className={styles.card} aria-label={t('materials')}>
              <h3>{t('materials')}</h3>
              <Materials view={view} />
            </section>
          )}
        </div>
        <section className={styles.side} aria-label={t('history')}>
          <h2>{t('history')}</h2>
          <History view={view} />
        </section>
      </div>
      {dialog}
    </article>
  );
}
