/** Registers of other offices: are they up; in the demo each can be switched off. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Switch, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOptions } from '../app/session.ts';
import { api, queryClient } from '../app/trpc.ts';
import { useFailureWords } from '../app/words.ts';
import { Failed, Loading } from '../ui/states.tsx';
import styles from './admin.module.css';

export function RegistersPart() {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const words = useFailureWords();
  const demo = useOptions()?.demo === true;
  const query = useQuery(api.sharing.status.queryOptions());
  const set = useMutation(
    api.sharing.setUp.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(api.sharing.pathFilter()),
      onError: (error) => message.error(words(error)),
    }),
  );
  if (query.isPending) return <Loading rows={4} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className={styles.part}>
      <p className={styles.hint}>{demo ? t('registersHelp') : t('registersReadOnly')}</p>
      <ul className={styles.registers}>
        {query.data.map((one) => (
          <li key={one.register}>
            <span id={`register-${one.register}`}>{one.name}</span>
            <Tag color={one.up ? 'success' : 'error'}>{one.up ? t('up') : t('down')}</Tag>
            {demo ? (
              <Switch
                checked={one.up}
                aria-labelledby={`register-${one.register}`}
                loading={set.isPending && set.variables.register === one.register}
                onChange={(up) => set.mutate({ register: one.register, up })}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
