/** One service on one screen: what you get, what you need, how long, no visits, before and after; one button. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { App, Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '../app/trpc.ts';
import { useFailureWords } from '../app/words.ts';
import { Failed, Loading } from '../ui/states.tsx';
import { BeforeAfter } from './BeforeAfter.tsx';
import styles from './portal.module.css';

export function ScenarioPage() {
  const { t } = useTranslation('portal');
  const { message } = App.useApp();
  const words = useFailureWords();
  const navigate = useNavigate();
  const { code } = useParams({ from: '/inside/portal/scenarios/$code' });
  const query = useQuery(api.portal.scenario.queryOptions({ code }));
  const open = useMutation(
    api.portal.open.mutationOptions({
      onSuccess: (application) => {
        queryClient.setQueryData(api.portal.application.queryKey({ id: application.id }), application);
        void navigate({ to: '/portal/applications/$id', params: { id: application.id } });
      },
      onError: (error) => message.error(words(error)),
    }),
  );
  if (query.isPending) return <Loading rows={12} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const scenario = query.data;
  const { counts } = scenario;
  const filed = scenario.materials.filter((material) => !material.exempt);
  return (
    <div className={styles.page}>
      <header className={styles.scenarioHead}>
        <div>
          <h1>{scenario.title}</h1>
          <p className={styles.hint}>{t('version', { version: scenario.version })}</p>
        </div>
        <Button type="primary" size="large" loading={open.isPending} onClick={() => open.mutate({ code })}>
          {t('apply')}
        </Button>
      </header>
      <div className={styles.answers}>
        <section className={styles.answer}>
          <h2>{t('scenarioGet')}</h2>
          <p>{scenario.summary}</p>
          {scenario.legalBasis === '' ? null : (
            <p className={styles.hint}>{t('basis', { text: scenario.legalBasis })}</p>
          )}
        </section>
        <section className={styles.answer}>
          <h2>{t('scenarioNeed')}</h2>
          <p>
            {counts.manual > 0 ? t('needTyped', { manual: counts.manual, shared: counts.shared }) : t('needTypedNone')}
          </p>
          <p>{filed.length === 0 ? t('needNoMaterials') : t('needMaterials', { count: filed.length })}</p>
          <ul className={styles.needs}>
            {scenario.materials.map((material) => (
              <li key={material.id}>
                {material.name}
                {material.exempt ? (
                  <Tag color="success" title={material.exemptReason ?? undefined}>
                    {t('exempt')}
                  </Tag>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
        <section className={styles.answer}>
          <h2>{t('scenarioTime')}</h2>
          {scenario.days > 0 ? <p className={styles.figure}>{t('promiseDays', { count: scenario.days })}</p> : null}
          <p>{t('zeroVisits')}</p>
        </section>
        <BeforeAfter scenario={scenario} />
      </div>
      <section className={styles.block}>
        <h2>{t('scenarioSteps')}</h2>
        <ol className={styles.steps}>
          {scenario.steps.map((step, index) => (
            <li key={`${step.name}-${index}`} className={styles.step}>
              <span className={styles.stepName}>{step.name}</span>
              <span className={styles.hint}>{step.departmentName}</span>
              <span className={styles.stepDays}>{step.days === null ? '' : t('days', { count: step.days })}</span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
