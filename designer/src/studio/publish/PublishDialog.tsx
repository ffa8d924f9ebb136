/**
 * 发布. Everything on screen is saved first; what is published is exactly what the preview showed, by its state, or the
 * server refuses. The same content again is said to be the version it already is.
 */
import type { ElementRef } from '@tongban/shared/compiler';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../app/errors.ts';
import { api, client, queryClient } from '../../app/trpc.ts';
import { useFailureWords } from '../../app/words.ts';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { Blockers, Changes } from './Changes.tsx';
import { DepartmentChoice } from './DepartmentChoice.tsx';
import { Done } from './Done.tsx';
import styles from './publish.module.css';

interface PublishDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function PublishDialog({ open, onClose }: PublishDialogProps) {
  const { t } = useTranslation('studio-form');
  const { design } = useStudio();
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      width={920}
      title={t('publish.title', { title: design.meta.title })}
      destroyOnHidden
      classNames={{ body: styles.body ?? '' }}
    >
      {open ? <Publishing onClose={onClose} /> : null}
    </Modal>
  );
}

function Publishing({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('studio-form');
  const words = useFailureWords();
  const { id, flush } = useStudio();
  const { reveal } = useStudioUi();
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const [note, setNote] = useState('');

  const audience = useQuery({
    queryKey: ['publish-audience', id],
    queryFn: async () => {
      await flush();
      return client.releases.audience.query({ design: id });
    },
    gcTime: 0,
    retry: false,
  });
  const candidates = audience.data ?? [];
  const chosen = picked ?? new Set(candidates.filter((one) => one.suggested).map((one) => one.id));
  const departments = [...chosen].sort();
  const preview = useQuery({
    queryKey: ['publish-preview', id, departments.join()],
    enabled: audience.isSuccess,
    queryFn: async () => {
      await flush();
      return client.releases.preview.query({ design: id, departments });
    },
    placeholderData: (previous) => previous,
    gcTime: 0,
    retry: false,
  });
  const publish = useMutation({
    mutationFn: async (stateVector: string) => {
      const text = note.trim();
      return client.releases.publish.mutate({
        design: id,
        stateVector,
        departments,
        ...(text === '' ? {} : { note: text }),
      });
    },
    onSuccess: () => {
      for (const filter of [api.releases.list.pathFilter(), api.designs.list.pathFilter()]) {
        void queryClient.invalidateQueries(filter);
      }
    },
  });
  const { refetch } = preview;
  const stale = publish.isError && ['changedSince', 'conflict'].includes(failureOf(publish.error).reason);
  useEffect(() => {
    if (stale) void refetch();
  }, [stale, refetch]);

  const failed = audience.error ?? preview.error;
  if (publish.isSuccess) return <Done result={publish.data} onClose={onClose} />;
  if (failed) {
    return (
      <Alert
        type="error"
        showIcon
        title={t('publish.failed')}
        description={words(failed)}
        action={
          <Button onClick={() => void (audience.isError ? audience.refetch() : preview.refetch())}>
            {t('publish.again')}
          </Button>
        }
      />
    );
  }
  if (!preview.data) return <Skeleton active paragraph={{ rows: 10 }} />;
  const { data } = preview;
  const go = (element: ElementRef) => {
    onClose();
    reveal(element);
  };
  const blocked = data.diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  return (
    <>
      <div className={styles.columns}>
        <div className={styles.left}>
          <Blockers diagnostics={data.diagnostics} onGo={go} />
          {data.sameAs === null ? null : (
            <Alert type="info" showIcon title={t('publish.same', { version: data.sameAs })} />
          )}
          <Changes
            sentences={data.sentences}
            version={data.version}
            time={data.time}
            previousTime={data.previousTime}
          />
          <label className={styles.note}>
            <span>{t('publish.note')}</span>
            <Input.TextArea
              value={note}
              onChange={(event) => setNote(event.target.value)}
              maxLength={2000}
              autoSize={{ minRows: 2, maxRows: 6 }}
              placeholder={t('publish.noteHint')}
            />
          </label>
        </div>
        <div className={styles.right}>
          <DepartmentChoice candidates={candidates} chosen={chosen} onChange={setPicked} />
        </div>
      </div>
      {publish.isError ? (
        <Alert
          type="error"
          showIcon
          title={stale ? t('publish.stale') : t('publish.failed')}
          description={stale ? t('publish.staleHelp') : words(publish.error)}
        />
      ) : null}
      <footer className={styles.footer}>
        <span className={styles.hint}>
          {blocked
            ? t('publish.firstSolve')
            : departments.length === 0
              ? t('publish.firstChoose')
              : t('publish.ready', { version: data.sameAs ?? data.version, count: departments.length })}
        </span>
        <Button onClick={onClose}>{t('publish.cancel')}</Button>
        <Button
          type="primary"
          disabled={blocked || departments.length === 0 || preview.isFetching}
          loading={publish.isPending}
          onClick={() => publish.mutate(data.stateVector)}
        >
          {data.sameAs === null ? t('publish.do', { version: data.version }) : t('publish.doSame')}
        </Button>
      </footer>
    </>
  );
}
