/** The right-hand pane: who has the task, how long is left, and one of four things to do with it. */
import { Alert, Button } from 'antd';
import type { CaseView, Problem, WorkView } from '@tongban/shared/kernel';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CaseCommand } from '../app/api-types.ts';
import type { Kept } from '../app/kept.ts';
import { useFailureWords } from '../app/words.ts';
import type { Acting } from '../cases/use-case.ts';
import { ClockTag, clockProps } from '../ui/ClockTag.tsx';
import { CorrectForm } from './CorrectForm.tsx';
import { DecideForm } from './DecideForm.tsx';
import styles from './desk.module.css';
import { RejectForm, ReturnForm } from './ReturnForms.tsx';
import type { DecisionMode, TaskDraft } from './task-draft.ts';

export interface DecisionProps {
  readonly view: CaseView;
  readonly work: WorkView;
  readonly draft: Kept<TaskDraft>;
  readonly acting: Acting;
  /** Problems found here before sending, shown at the fields. */
  readonly onProblems: (problems: readonly Problem[]) => void;
  readonly onSend: (command: CaseCommand, message: string) => Promise<void>;
}

const POWERS = [
  { command: 'askCorrection', mode: 'correct', label: 'correct' },
  { command: 'return', mode: 'return', label: 'return' },
  { command: 'reject', mode: 'reject', label: 'reject' },
] as const;

export function DecisionPane(props: DecisionProps) {
  const { view, work, draft, acting } = props;
  const { t } = useTranslation('desk');
  const words = useFailureWords();
  const mine = work.commands.includes('complete');
  const { mode } = draft.value;
  const setMode = (next: DecisionMode) => {
    acting.clear();
    draft.set((was) => ({ ...was, mode: next }));
  };
  return (
    <div className={styles.decisionBody}>
      <header>
        <h3>{work.name}</h3>
        {work.clock === null ? null : <ClockTag {...clockProps(work.clock)} />}
        {work.instruction === null || work.instruction === '' ? null : (
          <p className={styles.hint}>{work.instruction}</p>
        )}
        <Claim {...props} />
      </header>
      {mine ? null : <p className={styles.hint}>{waitingFor(work, view, t)}</p>}
      {mode === 'decide' || !mine ? null : (
        <Button type="link" className={styles.backToDecide} onClick={() => setMode('decide')}>
          ‹ {t('backToDecide')}
        </Button>
      )}
      {mine && mode === 'decide' ? <DecideForm {...props} /> : null}
      {mine && mode === 'correct' ? <CorrectForm {...props} /> : null}
      {mine && mode === 'return' ? <ReturnForm {...props} /> : null}
      {mine && mode === 'reject' ? <RejectForm {...props} /> : null}
      {acting.error === null ? null : <Alert type="error" showIcon title={words(acting.error)} />}
      {mine && mode === 'decide' && POWERS.some((power) => work.commands.includes(power.command)) ? (
        <div className={styles.powers} role="group" aria-label={t('powers')}>
          {POWERS.filter((power) => work.commands.includes(power.command)).map((power) => (
            <Button key={power.mode} danger={power.mode === 'reject'} onClick={() => setMode(power.mode)}>
              {t(power.label)}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** Why this task cannot be decided now. */
function waitingFor(work: WorkView, view: CaseView, t: TFunction<'desk'>): string {
  if (work.claimedByName !== null && !work.mine) return t('heldBy', { name: work.claimedByName });
  return view.status === 'correcting' ? t('correctingNow') : t('notNow');
}

function Claim({ work, acting, onSend }: DecisionProps) {
  const { t } = useTranslation('desk');
  const { activity } = work;
  if (work.commands.includes('claim') && work.claimedByName === null) {
    return (
      <Button size="small" disabled={acting.busy} onClick={() => void onSend({ type: 'claim', activity }, '')}>
        {t('claim')}
      </Button>
    );
  }
  if (!work.mine) return null;
  return (
    <p className={styles.hint}>
      {t('claimedByMe')}{' '}
      {work.commands.includes('release') ? (
        <Button
          size="small"
          type="link"
          disabled={acting.busy}
          onClick={() => void onSend({ type: 'release', activity }, '')}
        >
          {t('release')}
        </Button>
      ) : null}
    </p>
  );
}
