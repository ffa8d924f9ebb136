/** Head of a case: title, state, clock, and the facts people ask for first. */
import type { CaseView } from '@tongban/shared/kernel';
import { RESULT_WORDS } from '@tongban/shared/words';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../i18n/index.ts';
import { ClockTag, clockProps } from '../ui/ClockTag.tsx';
import { day, moment } from '../ui/format.ts';
import styles from './cases.module.css';

const STATUS = {
  running: 'statusRunning',
  correcting: 'statusCorrecting',
  suspended: 'statusSuspended',
  ended: 'statusEnded',
} as const;

export function StatusTag({ view }: { readonly view: Pick<CaseView, 'status' | 'result'> }) {
  const { t, i18n } = useTranslation();
  if (view.status === 'ended' && view.result !== null) {
    const good = view.result === 'approved' || view.result === 'finished';
    return (
      <Tag
        color={good ? 'success' : 'error'}
      >{`${t('statusEnded')} · ${RESULT_WORDS[view.result][wordsLanguage(i18n.language)]}`}</Tag>
    );
  }
  return <Tag color={view.status === 'running' ? 'processing' : 'warning'}>{t(STATUS[view.status])}</Tag>;
}

interface CaseHeadProps {
  readonly view: CaseView;
  readonly actions?: ReactNode;
  readonly small?: boolean;
}
export function CaseHead({ view, actions, small = false }: CaseHeadProps) {
  const { t } = useTranslation('cases');
  const Heading = small ? 'h2' : 'h1';
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <Heading className={styles.title}>
          {view.subjectName === '' ? view.title : `${view.title} · ${view.subjectName}`}
        </Heading>
        <StatusTag view={view} />
        {view.clock === null || view.status === 'ended' ? null : <ClockTag {...clockProps(view.clock)} />}
        <span className={styles.actions}>{actions}</span>
      </div>
      <dl className={styles.facts}>
        <Fact name={t('number')} value={view.number} />
        <Fact name={t('applicant')} value={view.applicantName} />
        <Fact name={t('startedAt')} value={moment(view.startedAt)} />
        {view.promisedAt === null ? null : <Fact name={t('promisedAt')} value={day(view.promisedAt)} />}
        {view.endedAt === null ? null : <Fact name={t('endedAt')} value={moment(view.endedAt)} />}
        {small ? null : <Fact name={t('common:version', { version: view.version })} value="" />}
      </dl>
      {view.endReason === null ? null : (
        <p className={styles.endReason}>{t('endReason', { reason: view.endReason })}</p>
      )}
    </header>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
