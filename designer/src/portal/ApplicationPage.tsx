/** Filling in: say who it is about, look over what was filled in, type the rest, submit. */
import { CheckCircleOutlined, CloudSyncOutlined, LoadingOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, App, Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../app/api-types.ts';
import { failureOf } from '../app/errors.ts';
import { api, client, queryClient } from '../app/trpc.ts';
import { useFailureWords } from '../app/words.ts';
import { problemsOf } from '../cases/checks.ts';
import { useCaseTools } from '../cases/use-form-tools.tsx';
import { time } from '../ui/format.ts';
import { countFields, flushDrafts, FormSections, FormToolsContext } from '../ui/form/index.ts';
import { Failed, Loading } from '../ui/states.tsx';
import { IdentifyBox } from './IdentifyBox.tsx';
import styles from './portal.module.css';
import { useApplicationDraft, withoutField, type SaveState } from './use-application.ts';

export function ApplicationPage() {
  const { id } = useParams({ from: '/inside/portal/applications/$id' });
  const query = useQuery(
    api.portal.application.queryOptions(
      { id },
      { staleTime: Infinity, refetchOnWindowFocus: false, select: asApplication },
    ),
  );
  if (query.isPending) return <Loading rows={14} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <Filling key={id} application={query.data} />;
}

/** The wire is plain JSON: an absent value is an undefined one. */
const asApplication = (application: unknown): Application => application as Application;

function Filling({ application }: { readonly application: Application }) {
  const { t } = useTranslation('portal');
  const { message } = App.useApp();
  const words = useFailureWords();
  const navigate = useNavigate();
  const draft = useApplicationDraft(application.id);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { tools } = useCaseTools({ target: { for: 'application', id: application.id }, dispute: null });
  const sections = withoutField(application.sections, application.keyField);
  const counts = countFields(application.sections);
  const needsKey = application.keyField !== null && application.subjectKey === null;

  const replace = useCallback(
    (next: unknown) =>
      queryClient.setQueryData(api.portal.application.queryKey({ id: application.id }), () => next as never),
    [application.id],
  );

  const submit = async () => {
    flushDrafts();
    const found = problemsOf(sections, draft.latest());
    draft.setProblems(found);
    setFailure(null);
    if (found.length > 0) return;
    setBusy(true);
    try {
      if (!(await draft.save())) return;
      // One application starts one case, however often it is sent.
      const { caseId, number } = await client.portal.submit.mutate({
        id: application.id,
        key: `submit-${application.id}`,
      });
      draft.forget();
      message.success(t('submitted', { number }));
      queryClient.removeQueries(api.portal.application.queryFilter({ id: application.id }));
      void queryClient.invalidateQueries(api.portal.pathFilter());
      await navigate({ to: '/cases/$id', params: { id: caseId } });
    } catch (error) {
      setFailure(error);
      draft.setProblems(failureOf(error).problems);
    } finally {
      setBusy(false);
    }
  };

  const said = failure ?? draft.refused;
  return (
    <div className={styles.page}>
      <header className={styles.formHead}>
        <h1>{t('applyTitle', { title: application.title })}</h1>
        <p className={styles.counts}>
          {t(counts.computed > 0 ? 'countsComputed' : 'counts', {
            fields: counts.fields,
            shared: counts.shared,
            computed: counts.computed,
            manual: counts.manual,
          })}
        </p>
      </header>
      <IdentifyBox application={application} onApplication={replace} beforeAsking={draft.save} />
      {application.registerDown.length === 0 ? null : (
        <Alert type="warning" showIcon title={t('registerDown', { names: application.registerDown.join('、') })} />
      )}
      <FormToolsContext.Provider value={tools}>
        <FormSections sections={sections} values={draft.values} onChange={draft.change} problems={draft.problems} />
      </FormToolsContext.Provider>
      <div className={styles.bar}>
        <SaveLine state={draft.state} at={draft.savedAt ?? application.savedAt} />
        <div className={styles.barRight}>
          {draft.problems.length > 0 ? (
            <span className={styles.wrong} role="alert">
              {t('fillFirst', { count: draft.problems.length })}
            </span>
          ) : said !== null ? (
            <span className={styles.wrong} role="alert">
              {words(said)}
            </span>
          ) : null}
          <Button type="primary" size="large" loading={busy} disabled={needsKey} onClick={() => void submit()}>
            {t('submit')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function SaveLine({ state, at }: { readonly state: SaveState; readonly at: number }) {
  const { t } = useTranslation('portal');
  const line =
    state === 'saving' ? (
      <>
        <LoadingOutlined aria-hidden /> {t('saving')}
      </>
    ) : state === 'kept' ? (
      <>
        <CloudSyncOutlined aria-hidden /> {t('kept')}
      </>
    ) : state === 'unsaved' ? (
      t('unsaved')
    ) : (
      <>
        <CheckCircleOutlined aria-hidden /> {t('saved', { at: time(at) })}
      </>
    );
  return (
    <span className={styles.hint} role="status">
      {line}
    </span>
  );
}
