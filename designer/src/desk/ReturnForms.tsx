/** 退回上一环节 (between handlers) and 退件 (the case is rejected): two things, each with its reason. */
import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionProps } from './DecisionPane.tsx';
import styles from './desk.module.css';
import { useSubmitKey } from './use-submit-key.ts';

export function ReturnForm({ work, draft, acting, onSend }: DecisionProps) {
  const { t } = useTranslation('desk');
  const [missing, setMissing] = useState(false);
  const { returnTo, returnMode } = draft.value;
  const target = work.returnTargets.find((one) => one.node === returnTo) ?? work.returnTargets[0];
  const send = async () => {
    const reason = draft.latest().reason.trim();
    setMissing(reason === '');
    if (acting.busy || reason === '' || target === undefined) return;
    await onSend(
      { type: 'return', activity: work.activity, to: target.node, reason, mode: returnMode },
      t('returned', { step: target.name }),
    );
  };
  useSubmitKey(() => void send());
  return (
    <>
      <h3>{t('return')}</h3>
      <p className={styles.hint}>{t('returnHelp')}</p>
      <label className={styles.stacked}>
        {t('returnTo')}
        <Select
          value={target?.node ?? null}
          options={work.returnTargets.map((one) => ({ value: one.node, label: one.name }))}
          onChange={(node: string | null) => draft.set((was) => ({ ...was, returnTo: node }))}
        />
      </label>
      <div className={styles.stacked}>
        <span id="return-mode">{t('returnMode')}</span>
        <Radio.Group
          aria-labelledby="return-mode"
          value={returnMode}
          options={[
            { value: 'straight', label: t('returnStraight') },
            { value: 'again', label: t('returnAgain') },
          ]}
          onChange={(event) =>
            draft.set((was) => ({ ...was, returnMode: event.target.value === 'again' ? 'again' : 'straight' }))
          }
        />
      </div>
      <Reason draft={draft} missing={missing} />
      <Button type="primary" block loading={acting.busy} onClick={() => void send()}>
        {t('returnSend')}
      </Button>
    </>
  );
}

export function RejectForm({ work, draft, acting, onSend }: DecisionProps) {
  const { t } = useTranslation('desk');
  const [missing, setMissing] = useState(false);
  const send = async () => {
    const reason = draft.latest().reason.trim();
    setMissing(reason === '');
    if (acting.busy || reason === '') return;
    await onSend({ type: 'reject', activity: work.activity, reason }, t('rejected'));
  };
  useSubmitKey(() => void send());
  return (
    <>
      <h3>{t('reject')}</h3>
      <p className={styles.hint}>{t('rejectHelp')}</p>
      <Reason draft={draft} missing={missing} />
      <Button type="primary" danger block loading={acting.busy} onClick={() => void send()}>
        {t('rejectSend')}
      </Button>
    </>
  );
}

function Reason({ draft, missing }: Pick<DecisionProps, 'draft'> & { readonly missing: boolean }) {
  const { t } = useTranslation('desk');
  return (
    <label className={styles.stacked}>
      {t('reason')}
      <Input.TextArea
        value={draft.value.reason}
        maxLength={1000}
        autoSize={{ minRows: 3, maxRows: 8 }}
        aria-required
        {...(missing ? { status: 'error' as const } : {})}
        onChange={(event) => draft.set((was) => ({ ...was, reason: event.target.value }))}
      />
      {missing ? (
        <span className={styles.missing} role="alert">
          {t('reasonNeeded')}
        </span>
      ) : null}
    </label>
  );
}
