/** Entering: role cards in demo mode, account and password otherwise. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Me } from '../app/api-types.ts';
import { homeOf } from '../app/session.ts';
import { api } from '../app/trpc.ts';
import { OfflineBanner } from '../app/OfflineBanner.tsx';
import { changeLanguage } from '../i18n/index.ts';
import { Brand } from '../ui/Brand.tsx';
import { Failed, Loading } from '../ui/states.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { RoleCards } from './RoleCards.tsx';
import styles from './signin.module.css';

export function SignInPage() {
  const { t, i18n } = useTranslation('signin');
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/sign-in' });
  const options = useQuery(api.session.options.queryOptions());
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  const entered = (me: Me, home: string = homeOf(me)) =>
    void navigate(to === undefined || to === '/' ? { to: home } : { href: to });
  return (
    <div className={styles.page}>
      <OfflineBanner />
      <header className={styles.head}>
        <Brand size={40} />
        <div className={styles.title}>
          <h1>{t('common:product')}</h1>
          <p className={styles.line}>{t('common:productLine')}</p>
        </div>
        <Button type="text" lang={other} onClick={() => void changeLanguage(other)}>
          {other === 'en' ? 'English' : '中文'}
        </Button>
      </header>
      <main className={styles.main}>
        {options.isPending ? <Loading rows={8} /> : null}
        {options.isError ? <Failed error={options.error} onRetry={() => void options.refetch()} /> : null}
        {options.data === undefined ? null : options.data.demo ? (
          <RoleCards cards={options.data.cards} onEntered={entered} />
        ) : (
          <PasswordForm onEntered={entered} />
        )}
      </main>
    </div>
  );
}
