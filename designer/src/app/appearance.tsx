/** Providers around every page: antd's theme and language, the query cache, light or dark. */
import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import { useLayoutEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { antdTheme, applyTokens, type Scheme } from '../ui/theme.ts';
import { componentIcons } from './component-icons.tsx';
import { AppearanceContext, type SchemeChoice } from './appearance-context.ts';
import { queryClient } from './trpc.ts';

const KEY = 'tongban.scheme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const still = window.matchMedia('(prefers-reduced-motion: reduce)');

const watch =
  (media: MediaQueryList) =>
  (listener: () => void): (() => void) => {
    media.addEventListener('change', listener);
    return () => media.removeEventListener('change', listener);
  };
const watchDark = watch(dark);
const watchStill = watch(still);

function remembered(): SchemeChoice {
  const value = localStorage.getItem(KEY);
  return value === 'dark' || value === 'system' ? value : 'light';
}

export function Appearance({ children }: { readonly children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const [choice, setChoice] = useState<SchemeChoice>(remembered);
  const systemDark = useSyncExternalStore(watchDark, () => dark.matches);
  const motionless = useSyncExternalStore(watchStill, () => still.matches);
  const scheme: Scheme = choice === 'system' ? (systemDark ? 'dark' : 'light') : choice;

  useLayoutEffect(() => applyTokens(scheme, document.documentElement), [scheme]);
  const value = useMemo(
    () => ({
      choice,
      scheme,
      choose: (next: SchemeChoice) => {
        localStorage.setItem(KEY, next);
        setChoice(next);
      },
    }),
    [choice, scheme],
  );
  const icons = useMemo(
    () =>
      componentIcons({
        clear: t('clear'),
        remove: t('remove'),
        search: t('searchWord'),
        showPassword: t('showPassword'),
        hidePassword: t('hidePassword'),
      }),
    [t],
  );
  const theme = useMemo(() => antdTheme(scheme, !motionless), [scheme, motionless]);
  return (
    <AppearanceContext.Provider value={value}>
      <ConfigProvider
        theme={theme}
        locale={i18n.language === 'en' ? enUS : zhCN}
        {...icons}
        form={{ requiredMark: true }}
      >
        <AntApp style={{ height: '100%' }} message={{ maxCount: 3 }}>
          <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
        </AntApp>
      </ConfigProvider>
    </AppearanceContext.Provider>
  );
}
