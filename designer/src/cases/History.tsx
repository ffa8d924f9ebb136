/** 办理过程: what each office did, newest last, with rounds and opinions; several departments as one table. */
import { CheckCircleFilled, ClockCircleOutlined, CloseCircleOutlined, PauseCircleOutlined } from '@ant-design/icons';
import type { CaseView, StepView } from '@tongban/shared/kernel';
import { say, TIMELINE_WORDS, type Sayable } from '@tongban/shared/words';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../i18n/index.ts';
import { ClockTag, clockProps } from '../ui/ClockTag.tsx';
import { moment } from '../ui/format.ts';
import styles from './cases.module.css';

interface Group {
  readonly key: string;
  readonly steps: readonly StepView[];
  readonly head: StepView;
}

/** Elements of one dispatch in one round belong together; everything else stands alone. */
function groupsOf(steps: readonly StepView[]): readonly Group[] {
  const groups = new Map<string, { head: StepView; steps: StepView[] }>();
  for (const step of [...steps].sort((a, b) => a.startedAt - b.startedAt)) {
    const many = step.element !== null || steps.some((one) => one.element !== null && one.node === step.node);
    const key = many ? `${step.node}#${step.round}` : step.activity;
    const group = groups.get(key) ?? { head: step, steps: [] };
    if (!many || step.element !== null) group.steps.push(step);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({ key, ...group })).filter((group) => group.steps.length > 0);
}

export function History({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('cases');
  const groups = groupsOf(view.steps);
  return (
    <ol className={styles.history}>
      <li className={styles.entry}>
        <CheckCircleFilled className={styles.done} aria-hidden />
        <div>
          <div className={styles.entryHead}>{t('submitted', { name: view.applicantName })}</div>
          <div className={styles.when}>{moment(view.startedAt)}</div>
        </div>
      </li>
      {groups.map((group) =>
        group.steps.length > 1 || group.head.element !== null ? (
          <Several key={group.key} group={group} />
        ) : (
          <Single key={group.key} step={group.head} />
        ),
      )}
      {groups.length === 0 ? <li className={styles.when}>{t('noHistory')}</li> : null}
      {view.timeline.length === 0 ? null : <Records view={view} />}
    </ol>
  );
}

const SENTENCES: Readonly<Record<string, Sayable>> = TIMELINE_WORDS;

/** Every entry of the record, one line each. */
function Records({ view }: { readonly view: CaseView }) {
  const { t, i18n } = useTranslation('cases');
  const language = wordsLanguage(i18n.language);
  return (
    <li>
      <details>
        <summary className={styles.when}>{t('records')}</summary>
        <ol className={styles.records}>
          {view.timeline.map((entry) => {
            const sentence = SENTENCES[entry.type];
            return sentence === undefined ? null : (
              <li key={`${entry.seq}-${entry.type}`}>
                <span className={styles.when}>{moment(entry.at)}</span> {say(sentence, entry.params, language)}
                {entry.byName === '' ? null : <span className={styles.when}> · {entry.byName}</span>}
              </li>
            );
          })}
        </ol>
      </details>
    </li>
  );
}

function StepMark({ step }: { readonly step: StepView }) {
  if (step.status === 'done' || step.status === 'kept')
    return <CheckCircleFilled className={styles.done} aria-hidden />;
  if (step.status === 'correcting' || step.status === 'suspended')
    return <PauseCircleOutlined className={styles.correcting} aria-hidden />;
  if (step.status === 'cancelled') return <CloseCircleOutlined className={styles.cancelled} aria-hidden />;
  return <ClockCircleOutlined className={styles.open} aria-hidden />;
}

const STATUS = {
  open: 'stepOpen',
  correcting: 'stepCorrecting',
  done: 'stepDone',
  kept: 'stepKept',
  cancelled: 'stepCancelled',
  suspended: 'stepSuspended',
} as const;
const TONE = { positive: 'success', neutral: 'default', negative: 'error' } as const;

export function Outcome({ step }: { readonly step: StepView }) {
  const { t } = useTranslation('cases');
  if (step.outcomeName === null) return <Tag>{t(STATUS[step.status])}</Tag>;
  return (
    <Tag color={TONE[step.tone ?? 'neutral']}>
      {step.outcomeName}
      {step.status === 'kept' ? ` · ${t('stepKept')}` : ''}
    </Tag>
  );
}

function Single({ step }: { readonly step: StepView }) {
  const { t } = useTranslation('cases');
  return (
    <li className={styles.entry}>
      <StepMark step={step} />
      <div>
        <div className={styles.entryHead}>
          <span className={styles.stepName}>{step.name}</span>
          <span>{step.departmentName}</span>
          {step.round > 1 ? <Tag>{t('round', { round: step.round })}</Tag> : null}
          <Outcome step={step} />
          {step.endedAt === null && step.clock !== null ? <ClockTag {...clockProps(step.clock)} bare /> : null}
        </div>
        {step.opinion === null || step.opinion === '' ? null : <p className={styles.opinion}>{step.opinion}</p>}
        <div className={styles.when}>
          {step.endedAt === null
            ? t('from', { at: moment(step.startedAt) })
            : [step.personName, moment(step.endedAt)].filter(Boolean).join(' · ')}
        </div>
      </div>
    </li>
  );
}

function Several({ group }: { readonly group: Group }) {
  const { t } = useTranslation('cases');
  const done = group.steps.filter((step) => step.status === 'done' || step.status === 'kept').length;
  const { head } = group;
  return (
    <li className={styles.entry}>
      {done === group.steps.length ? (
        <CheckCircleFilled className={styles.done} aria-hidden />
      ) : (
        <ClockCircleOutlined className={styles.open} aria-hidden />
      )}
      <details className={styles.several} open={group.steps.length <= 8}>
        <summary>
          <span className={styles.stepName}>{head.name}</span> {t('several', { done, total: group.steps.length })}
          {head.round > 1 ? <Tag>{t('round', { round: head.round })}</Tag> : null}
        </summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('department')}</th>
              <th scope="col">{t('outcome')}</th>
              <th scope="col">{t('opinionHead')}</th>
              <th scope="col">{t('time')}</th>
            </tr>
          </thead>
          <tbody>
            {group.steps.map((step) => (
              <tr key={step.activity}>
                <td>{step.departmentName ?? step.name}</td>
                <td>
                  <Outcome step={step} />
                </td>
                <td>{step.opinion}</td>
                <td>
                  {step.endedAt !== null ? (
                    moment(step.endedAt)
                  ) : step.clock !== null ? (
                    <ClockTag {...clockProps(step.clock)} bare />
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </li>
  );
}
