/** 新版本待确认: what a new version changes for this office, in sentences; 确认 or 提意见. */
import { CheckCircleFilled, CommentOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxRow } from '../app/api-types.ts';
import { api, queryClient } from '../app/trpc.ts';
import { useFailureWords } from '../app/words.ts';
import { useSentence } from '../ui/sentences.ts';
import { moment } from '../ui/format.ts';
import { Empty, Failed, Loading } from '../ui/states.tsx';
import styles from './releases.module.css';

export function ReleasesPage() {
  const { t } = useTranslation('releases');
  const query = useQuery(api.releases.inbox.queryOptions());
  if (query.isPending) return <Loading rows={8} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const pending = query.data.filter((row) => row.answer === null);
  const answered = query.data.filter((row) => row.answer !== null);
  return (
    <div className={styles.page}>
      <header>
        <h1>{t('title')}</h1>
        <p className={styles.hint}>{t('help')}</p>
      </header>
      {pending.length === 0 ? (
        <Empty title={t('emptyTitle')} body={t('emptyBody')} />
      ) : (
        <ul className={styles.list} aria-label={t('pending')}>
          {pending.map((row) => (
            <li key={row.release}>
              <Version row={row} />
            </li>
          ))}
        </ul>
      )}
      {answered.length === 0 ? null : (
        <>
          <h2>{t('answered')}</h2>
          <ul className={styles.list} aria-label={t('answered')}>
            {answered.map((row) => (
              <li key={row.release}>
                <Version row={row} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Version({ row }: { readonly row: InboxRow }) {
  const { t } = useTranslation('releases');
  const sentence = useSentence();
  const others = row.sentences.filter(
    (one) => !row.myPart.some((mine) => JSON.stringify(mine) === JSON.stringify(one)),
  );
  return (
    <article className={styles.version} aria-label={`${row.title} ${t('common:version', { version: row.version })}`}>
      <header className={styles.head}>
        <h3>{row.title}</h3>
        <span>{t('common:version', { version: row.version })}</span>
        <span className={styles.hint}>{t('published', { at: moment(row.publishedAt) })}</span>
      </header>
      {row.myPart.length > 0 ? (
        <>
          <p className={styles.hint}>{t('myPart')}</p>
          <ul className={styles.sentences}>
            {row.myPart.map((one, index) => (
              <li key={index}>{sentence(one)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {others.length > 0 ? (
        <details open={row.myPart.length === 0}>
          <summary>{t('otherPart', { count: others.length })}</summary>
          <ul className={styles.sentences}>
            {others.map((one, index) => (
              <li key={index}>{sentence(one)}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {row.sentences.length === 0 ? (
        <p className={styles.hint}>{row.version === 1 ? t('first') : t('noChange')}</p>
      ) : null}
      <Answer row={row} />
    </article>
  );
}

function Answer({ row }: { readonly row: InboxRow }) {
  const { t } = useTranslation('releases');
  const { message } = App.useApp();
  const words = useFailureWords();
  const [commenting, setCommenting] = useState(false);
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(false);
  const answer = useMutation(
    api.releases.answer.mutationOptions({
      onSuccess: (_, input) => {
        message.success(input.answer === 'confirmed' ? t('thanks', { version: row.version }) : t('thanksObjection'));
        void queryClient.invalidateQueries(api.releases.pathFilter());
      },
      onError: (error) => message.error(words(error)),
    }),
  );
  if (row.answer === 'confirmed') {
    return (
      <p className={styles.confirmed}>
        <CheckCircleFilled aria-hidden /> {t('confirmed')}
      </p>
    );
  }
  if (row.answer === 'objected') {
    return (
      <p>
        <CommentOutlined aria-hidden /> {t('objected', { comment: row.comment })}
      </p>
    );
  }
  const object = () => {
    const text = comment.trim();
    setMissing(text === '');
    if (text !== '') answer.mutate({ release: row.release, answer: 'objected', comment: text });
  };
  return (
    <div className={styles.answer}>
      {commenting ? (
        <>
          <label className={styles.comment}>
            {t('comment')}
            <Input.TextArea
              autoFocus
              rows={3}
              maxLength={2000}
              value={comment}
              aria-required
              {...(missing ? { status: 'error' as const } : {})}
              onChange={(event) => setComment(event.target.value)}
            />
            {missing ? (
              <span className={styles.missing} role="alert">
                {t('commentNeeded')}
              </span>
            ) : null}
          </label>
          <Button type="primary" loading={answer.isPending} onClick={object}>
            {t('send')}
          </Button>
          <Button onClick={() => setCommenting(false)}>{t('common:cancel')}</Button>
        </>
      ) : (
        <>
          <Button
            type="primary"
            loading={answer.isPending}
            onClick={() => answer.mutate({ release: row.release, answer: 'confirmed', comment: '' })}
          >
            {t('confirm')}
          </Button>
          <Button onClick={() => setCommenting(true)}>{t('object')}</Button>
        </>
      )}
    </div>
  );
}
