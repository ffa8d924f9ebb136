/** Who or what it is about: one number, checked here, looked up in the registers by the server. */
import { CheckCircleFilled } from '@ant-design/icons';
import { checkValue, normaliseValue } from '@tongban/shared/fields';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../app/api-types.ts';
import { failureOf } from '../app/errors.ts';
import { client } from '../app/trpc.ts';
import { useFailureWords } from '../app/words.ts';
import { useProblemWords } from '../ui/form/index.ts';
import styles from './portal.module.css';

interface IdentifyBoxProps {
  readonly application: Application;
  readonly onApplication: (next: unknown) => void;
  /** What is typed so far reaches the server before the lookup answers with the whole form. */
  readonly beforeAsking: () => Promise<boolean>;
}

export function IdentifyBox({ application, onApplication, beforeAsking }: IdentifyBoxProps) {
  const { t } = useTranslation('portal');
  const words = useProblemWords();
  const failureWords = useFailureWords();
  const [key, setKey] = useState(application.subjectKey ?? '');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const field = application.sections
    .flatMap((section) => section.fields)
    .find((one) => one.field.id === application.keyField);
  if (field === undefined) return null;
  const spec = field.field;
  const filled = application.sections
    .flatMap((section) => section.fields)
    .filter((one) => one.origin?.type === 'shared').length;

  const ask = async () => {
    const typed = key.trim();
    const value = typed === '' ? '' : String(normaliseValue(spec, typed));
    if (value === '') {
      setRefused(t('identifyNeeded', { name: spec.name }));
      return;
    }
    const [problem] = checkValue(spec, value);
    if (problem !== undefined) {
      setRefused(words(problem));
      return;
    }
    setRefused(null);
    setBusy(true);
    try {
      if (!(await beforeAsking())) return;
      const next = await client.portal.identify.mutate({ id: application.id, key: value });
      setKey(value);
      onApplication(next);
      const own = next.problems.find((one) => one.field === spec.id);
      if (own !== undefined) setRefused(words(own));
    } catch (error) {
      const own = failureOf(error).problems[0];
      setRefused(own === undefined ? failureWords(error) : words(own));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={styles.identify}>
      <label htmlFor="identify-key" className={styles.identifyLabel}>
        {t('identifyTitle', { name: spec.name })}
      </label>
      <div className={styles.identifyRow}>
        <Input
          id="identify-key"
          size="large"
          value={key}
          autoComplete="off"
          aria-label={spec.name}
          aria-invalid={refused !== null}
          {...(refused === null ? {} : { status: 'error' as const })}
          onChange={(event) => setKey(event.target.value)}
          onPressEnter={() => void ask()}
        />
        <Button
          type={application.subjectKey === null ? 'primary' : 'default'}
          size="large"
          loading={busy}
          onClick={() => void ask()}
        >
          {application.subjectKey === null ? t('identify') : t('identifyAgain')}
        </Button>
      </div>
      {refused === null ? null : (
        <p className={styles.wrong} role="alert">
          {refused}
        </p>
      )}
      {application.subjectKey === null || refused !== null ? null : (
        <p className={styles.identified} role="status">
          <CheckCircleFilled aria-hidden /> {t('identified', { count: filled })}
        </p>
      )}
    </section>
  );
}
