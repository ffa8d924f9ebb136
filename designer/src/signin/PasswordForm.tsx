/** Production: account and password. What was refused is said under the form; the account stays typed. */
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../app/api-types.ts';
import { signIn } from '../app/session.ts';
import { useFailureWords } from '../app/words.ts';
import styles from './signin.module.css';

interface Fields {
  readonly account: string;
  readonly password: string;
}

export function PasswordForm({ onEntered }: { readonly onEntered: (me: Me) => void }) {
  const { t } = useTranslation('signin');
  const words = useFailureWords();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const submit = async ({ account, password }: Fields) => {
    setBusy(true);
    setRefused(null);
    try {
      onEntered(await signIn(account.trim(), password));
    } catch (error) {
      setRefused(words(error));
      setBusy(false);
    }
  };
  return (
    <Form<Fields>
      layout="vertical"
      className={styles.form}
      onFinish={(fields) => void submit(fields)}
      requiredMark={false}
    >
      <h2>{t('title')}</h2>
      <Form.Item name="account" label={t('account')} rules={[{ required: true, message: t('accountNeeded') }]}>
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('passwordNeeded') }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {refused === null ? null : <Alert type="error" showIcon title={refused} className={styles.refused} />}
      <Button type="primary" htmlType="submit" loading={busy} block>
        {t('submit')}
      </Button>
    </Form>
  );
}
