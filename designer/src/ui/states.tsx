/** The states every page has: loading that keeps its size, empty that says what to do, error, no permission. */
import { CloudOffIcon, EmptyIcon, LockIcon, WarningIcon } from './icons.tsx';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../app/errors.ts';
import { useFailureWords } from '../app/words.ts';
import styles from './states.module.css';

export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className={styles.loading} role="status" aria-label={t('loading')}>
      <Skeleton active title={{ width: '30%' }} paragraph={{ rows }} />
    </div>
  );
}

interface StateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly body?: ReactNode;
  readonly action?: ReactNode;
  readonly alert?: boolean;
}
export function State({ icon, title, body, action, alert = false }: StateProps) {
  return (
    <div className={styles.state} role={alert ? 'alert' : undefined}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <h3>{title}</h3>
      {body === undefined ? null : <p className={styles.body}>{body}</p>}
      {action}
    </div>
  );
}

export function Empty({ title, body, action }: Pick<StateProps, 'title' | 'body' | 'action'>) {
  return <State icon={<EmptyIcon aria-hidden />} title={title} body={body} action={action} />;
}

export function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useTranslation();
  const words = useFailureWords();
  const failure = failureOf(error);
  if (failure.reason === 'forbidden') return <NoPermission />;
  if (failure.reason === 'notFound') {
    return <Empty title={t('goneTitle')} body={words(error)} action={<Link to="/">{t('goHome')}</Link>} />;
  }
  return (
    <State
      alert
      icon={failure.reason === 'offline' ? <CloudOffIcon aria-hidden /> : <WarningIcon aria-hidden />}
      title={t('errorTitle')}
      body={words(error)}
      action={onRetry === undefined ? null : <Button onClick={onRetry}>{t('retry')}</Button>}
    />
  );
}

export function NoPermission() {
  const { t } = useTranslation();
  return (
    <State
      icon={<LockIcon aria-hidden />}
      title={t('noPermissionTitle')}
      body={t('noPermissionBody')}
      action={<Link to="/">{t('goHome')}</Link>}
    />
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <State
      icon={<EmptyIcon aria-hidden />}
      title={t('notFoundTitle')}
      body={t('notFoundBody')}
      action={<Link to="/">{t('goHome')}</Link>}
    />
  );
}

export function PageFailure({ error, reset }: ErrorComponentProps) {
  const boundary = useQueryErrorResetBoundary();
  return (
    <Failed
      error={error}
      onRetry={() => {
        boundary.reset();
        reset();
      }}
    />
  );
}
