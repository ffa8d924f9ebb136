/** What a step may do beside deciding: ask for a correction (补正), return to an earlier step, reject the case (退件). */
import type { WorkView } from '@tongban/shared/kernel';
import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './rehearsal.module.css';
import type { TurnCommand } from './session.ts';

type Power = 'askCorrection' | 'return' | 'reject';
const POWERS: readonly Power[] = ['askCorrection', 'return', 'reject'];

interface PowersProps {
  readonly work: WorkView;
  readonly onGive: (command: TurnCommand) => void;
}

export function Powers({ work, onGive }: PowersProps) {
  const { t } = useTranslation('studio-form');
  const [open, setOpen] = useState<Power | null>(null);
  const given = POWERS.filter((power) => work.commands.includes(power));
  if (given.length === 0) return null;
  return (
    <>
      <div className={styles.powers} role="group" aria-label={t('rehearsal.powers')}>
        {given.map((power) => (
          <Button
            key={power}
            size="small"
            aria-expanded={open === power}
            onClick={() => setOpen(open === power ? null : power)}
          >
            {t(`rehearsal.power.${power}`)}
          </Button>
        ))}
      </div>
      {open === 'askCorrection' ? <CorrectionForm work={work} onGive={onGive} /> : null}
      {open === 'return' ? <ReturnForm work={work} onGive={onGive} /> : null}
      {open === 'reject' ? <RejectForm work={work} onGive={onGive} /> : null}
    </>
  );
}

function CorrectionForm({ work, onGive }: PowersProps) {
  const { t } = useTranslation('studio-form');
  const [ids, setIds] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const fields = work.sections.flatMap((section) => section.fields).filter(({ field }) => field.kind !== 'note');
  const remark = text.trim() || t('rehearsal.sampleRemark');
  return (
    <div className={styles.powerForm}>
      <Select
        mode="multiple"
        aria-label={t('rehearsal.correctFields')}
        placeholder={t('rehearsal.correctFields')}
        value={[...ids]}
        onChange={(next: string[]) => setIds(next)}
        showSearch={{ optionFilterProp: 'label' }}
        options={fields.map(({ field }) => ({ value: field.id, label: field.name }))}
      />
      <Input
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-label={t('rehearsal.correctText')}
        placeholder={t('rehearsal.sampleRemark')}
        maxLength={200}
      />
      {work.correctionNeedsReason ? (
        <Input
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          aria-label={t('rehearsal.secondReason')}
          placeholder={t('rehearsal.secondReason')}
          maxLength={200}
        />
      ) : null}
      <Button
        onClick={() =>
          onGive({
            type: 'askCorrection',
            activity: work.activity,
            remarks: {
              fields: Object.fromEntries(ids.map((id) => [id, remark])),
              materials: {},
              general: ids.length === 0 ? remark : '',
            },
            ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
          })
        }
      >
        {t('rehearsal.giveCorrection')}
      </Button>
    </div>
  );
}

function ReturnForm({ work, onGive }: PowersProps) {
  const { t } = useTranslation('studio-form');
  const [to, setTo] = useState(work.returnTargets[0]?.node ?? '');
  const [mode, setMode] = useState<'straight' | 'again'>('again');
  const [reason, setReason] = useState('');
  return (
    <div className={styles.powerForm}>
      <Select
        aria-label={t('rehearsal.returnTo')}
        value={to}
        onChange={setTo}
        options={work.returnTargets.map((target) => ({ value: target.node, label: target.name }))}
      />
      <Radio.Group
        aria-label={t('rehearsal.returnMode')}
        value={mode}
        onChange={(event) => setMode(event.target.value === 'straight' ? 'straight' : 'again')}
        options={[
          { value: 'again', label: t('rehearsal.returnAgain') },
          { value: 'straight', label: t('rehearsal.returnStraight') },
        ]}
      />
      <Input
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        aria-label={t('rehearsal.reason')}
        placeholder={t('rehearsal.sampleReason')}
        maxLength={200}
      />
      <Button
        disabled={to === ''}
        onClick={() =>
          onGive({
            type: 'return',
            activity: work.activity,
            to,
            mode,
            reason: reason.trim() || t('rehearsal.sampleReason'),
          })
        }
      >
        {t('rehearsal.giveReturn')}
      </Button>
    </div>
  );
}

function RejectForm({ work, onGive }: PowersProps) {
  const { t } = useTranslation('studio-form');
  const [reason, setReason] = useState('');
  return (
    <div className={styles.powerForm}>
      <Input
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        aria-label={t('rehearsal.reason')}
        placeholder={t('rehearsal.sampleReason')}
        maxLength={200}
      />
      <Button
        danger
        onClick={() =>
          onGive({ type: 'reject', activity: work.activity, reason: reason.trim() || t('rehearsal.sampleReason') })
        }
      >
        {t('rehearsal.giveReject')}
      </Button>
    </div>
  );
}
