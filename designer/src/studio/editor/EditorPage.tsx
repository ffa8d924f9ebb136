/** Opens one draft and frames its editor: header, tabs, what is open now, status bar. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/trpc.ts';
import { useFailureWords } from '../../app/words.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { StudioProvider } from '../store/index.tsx';
import { useChecker } from '../store/use-checker.ts';
import { useDraft } from '../store/use-draft.ts';
import { StudioUiProvider, type StudioTab } from '../ui-state.tsx';
import { saveAsFile } from './download.ts';
import styles from './editor.module.css';
import { Editor } from './Editor.tsx';

export function EditorPage({ id, tab }: { readonly id: string; readonly tab: StudioTab }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const words = useFailureWords();
  const navigate = useNavigate();
  const [refusal, setRefusal] = useState<{ error: unknown; update: Uint8Array } | null>(null);
  const onRefused = useCallback((error: unknown, update: Uint8Array) => setRefusal({ error, update }), []);
  const draft = useDraft(id, onRefused);
  const checker = useChecker();
  const context = useQuery({ ...api.catalog.context.queryOptions(), staleTime: 60_000 });
  const onTab = useCallback(
    (next: StudioTab) => {
      if (next === 'flow') void navigate({ to: '/studio/$design', params: { design: id }, replace: true });
      else void navigate({ to: '/studio/$design/$tab', params: { design: id, tab: next }, replace: true });
    },
    [navigate, id],
  );
  if (draft.state === 'failed') return <Failed error={draft.error} onRetry={() => window.location.reload()} />;
  if (context.error) return <Failed error={context.error} onRetry={() => void context.refetch()} />;
  if (draft.state === 'loading' || !context.data) return <Loading rows={10} />;
  return (
    <StudioProvider
      id={id}
      store={draft.draft.store}
      checker={checker}
      readOnly={draft.draft.readOnly}
      others={draft.draft.others}
      context={context.data}
      loading={<Loading rows={10} />}
    >
      <StudioUiProvider tab={tab} onTab={onTab}>
        {refusal ? (
          <Alert
            className={styles.refused}
            type="error"
            showIcon
            title={t('refusedTitle')}
            description={`${words(refusal.error)} ${t('refusedBody')}`}
            action={
              <Button onClick={() => saveAsFile(`${t('refusedFile')}.bin`, refusal.update)}>{t('saveAsFile')}</Button>
            }
          />
        ) : null}
        <Editor />
      </StudioUiProvider>
    </StudioProvider>
  );
}
