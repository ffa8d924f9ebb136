/** The step's own decisions as cards, the opinion with 常用意见, and sending it. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '../app/trpc.ts';
import { problemsOf } from '../cases/checks.ts';
import { patchOf } from '../cases/use-form-tools.tsx';
import { flushDrafts } from '../ui/form/index.ts';
import type { DecisionProps } from './DecisionPane.tsx';
import styles from './desk.module.css';
import { useSubmitKey } from './use-submit-key.ts';

const SHOWN_PHRASES = 6;
/** Offered after the person's own, by the tone of the decision. */
const COMMON = {
  agreeing: ['phraseAgree', 'phraseVerified', 'phraseChecked'],
  refusing: ['phraseRefuse', 'phraseDiffers'],
} as const;

export function DecideForm({ work, draft, acting, onProblems, onSend }: DecisionProps) {
  const { t } = useTranslation('desk');
  const [missing, setMissing] = useState<string | null>(null);
  const name = useId();
  const { outcome: chosenId, opinion } = draft.value;
  const only = work.outcomes.length === 1 ? work.outcomes[0] : undefined;
  const chosen = work.outcomes.find((one) => one.id === chosenId) ?? only;

  const submit = async () => {
    if (acting.busy) return;
    flushDrafts();
    const { values, opinion: text } = draft.latest();
    if (chosen === undefined) {
      setMissing(t('chooseOutcome'));
      return;
    }
    const problems = problemsOf(work.sections, values);
    onProblems(problems);
    if (problems.length > 0) {
      setMissing(t('fillFirst', { count: problems.length }));
      return;
    }
    if (chosen.opinionRequired && text.trim() === '') {
      setMissing(t('opinionNeeded'));
      return;
    }
    setMissing(null);
    await onSend(
      { type: 'complete', activity: work.activity, outcome: chosen.id, opinion: text.trim(), patch: patchOf(values) },
      t('submitted', { step: work.name, outcome: chosen.name }),
    );
  };
  useSubmitKey(() => void submit());

  return (
    <>
      <fieldset className={styles.outcomes}>
        <legend>{t('decide')}</legend>
        {work.outcomes.map((outcome) => (
          <label key={outcome.id} className={`${styles.outcome} ${styles[`tone-${outcome.tone}`]}`}>
            <input
              type="radio"
              name={name}
              value={outcome.id}
              checked={chosen?.id === outcome.id}
              onChange={() => {
                setMissing(null);
                draft.set((was) => ({ ...was, outcome: outcome.id }));
              }}
            />
            <span>{outcome.name}</span>
          </label>
        ))}
      </fieldset>
      <Opinion
        required={chosen?.opinionRequired === true}
        refusing={chosen?.tone === 'negative'}
        value={opinion}
        onChange={(text) => draft.set((was) => ({ ...was, opinion: text }))}
      />
      {missing === null ? null : (
        <p className={styles.missing} role="alert">
          {missing}
        </p>
      )}
      <Button type="primary" size="large" block loading={acting.busy} onClick={() => void submit()}>
        {t('submit')} <kbd className={styles.kbd}>Ctrl+Enter</kbd>
      </Button>
    </>
  );
}

interface OpinionProps {
  readonly required: boolean;
  readonly refusing: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
}
function Opinion({ required, refusing, value, onChange }: OpinionProps) {
  const { t } = useTranslation('desk');
  const { message } = App.useApp();
  const id = useId();
  const phrases = useQuery(api.desk.phrases.queryOptions(undefined, { staleTime: 60_000 }));
  const add = useMutation(
    api.desk.addPhrase.mutationOptions({
      onSuccess: () => {
        message.success(t('phraseAdded'));
        void queryClient.invalidateQueries(api.desk.phrases.pathFilter());
      },
    }),
  );
  const common = COMMON[refusing ? 'refusing' : 'agreeing'].map((key) => t(key));
  const known = [...new Set([...(phrases.data ?? []), ...common])];
  const text = value.trim();
  return (
    <div className={styles.opinion}>
      <label htmlFor={id}>{required ? t('opinion') : t('opinionOptional')}</label>
      <Input.TextArea
        id={id}
        value={value}
        maxLength={2000}
        autoSize={{ minRows: 3, maxRows: 8 }}
        aria-required={required}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className={styles.phrases} role="group" aria-label={t('phrases')}>
        {known.slice(0, SHOWN_PHRASES).map((phrase) => (
          <button key={phrase} type="button" className={`bare ${styles.phrase}`} onClick={() => onChange(phrase)}>
            {phrase}
          </button>
        ))}
        {text !== '' && !known.includes(text) ? (
          <Button size="small" type="link" loading={add.isPending} onClick={() => add.mutate({ text })}>
            {t('addPhrase')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
