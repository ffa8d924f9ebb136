/**
 * The frame around every page inside: brand, where one can go, who one is. A page that needs the header for its own
 * tools (the studio) fills it through <HeaderSlot>; the navigation then folds into the brand's menu.
 */
import { GlobalOutlined, MenuOutlined, UserOutlined } from '@ant-design/icons';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Button, Dropdown, type MenuProps } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, type Language } from '../i18n/index.ts';
import { Brand } from '../ui/Brand.tsx';
import type { Me } from './api-types.ts';
import { useAppearance, type SchemeChoice } from './appearance-context.ts';
import { HeaderContext } from './header-slot.tsx';
import { useLiveCases } from './live.ts';
import { OfflineBanner } from './OfflineBanner.tsx';
import { HOME, signOut, useMe, useOptions } from './session.ts';
import styles from './shell.module.css';

const RoleSwitcher = lazy(() => import('./RoleSwitcher.tsx'));

interface Place {
  readonly key: string;
  readonly to: string;
}

/** Where this person may go, in the order of the header. */
function placesOf(me: Me): readonly Place[] {
  const places: Place[] = me.audiences.map((audience) => ({ key: audience, to: HOME[audience] }));
  if (me.audiences.includes('desk')) places.push({ key: 'cases', to: '/cases' }, { key: 'releases', to: '/releases' });
  return places;
}

export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  const options = useOptions();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [taken, setTaken] = useState(false);
  useLiveCases(me?.person ?? null);
  const places = me ? placesOf(me) : [];
  return (
    <HeaderContext.Provider value={{ slot, setTaken }}>
      <div className={styles.shell}>
        <a className={styles.skip} href="#content">
          {t('skip')}
        </a>
        <header className={styles.header}>
          <BrandMenu places={places} folded={taken} />
          {taken ? null : <Navigation places={places} />}
          <div ref={setSlot} className={taken ? styles.slot : styles.slotEmpty} />
          <div className={styles.tools}>
            {options?.demo === true && me ? (
              <Suspense fallback={null}>
                <RoleSwitcher me={me} />
              </Suspense>
            ) : null}
            <LanguageButton />
            {me ? <AccountMenu me={me} /> : null}
          </div>
        </header>
        <OfflineBanner />
        <main id="content" className={styles.main} tabIndex={-1} key={me?.person ?? 'nobody'}>
          <Outlet />
        </main>
      </div>
    </HeaderContext.Provider>
  );
}

function BrandMenu({ places, folded }: { readonly places: readonly Place[]; readonly folded: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const items: MenuProps['items'] = places.map((place) => ({ key: place.to, label: t(place.key) }));
  return (
    <div className={styles.brand}>
      <Dropdown menu={{ items, onClick: ({ key }) => void navigate({ to: key }) }} trigger={['click']}>
        <Button
          type="text"
          className={folded ? styles.menuAlways : styles.menu}
          icon={<MenuOutlined aria-hidden />}
          aria-label={t('navigation')}
        />
      </Dropdown>
      <Link to="/" className={styles.home} aria-label={t('product')}>
        <Brand />
        <span className={styles.name}>{t('product')}</span>
      </Link>
    </div>
  );
}

function Navigation({ places }: { readonly places: readonly Place[] }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <nav className={styles.nav} aria-label={t('navigation')}>
      {places.map((place) => {
        const here = pathname === place.to || pathname.startsWith(`${place.to}/`);
        return (
          <Link
            key={place.key}
            to={place.to}
            className={here ? styles.here : styles.place}
            aria-current={here ? 'page' : undefined}
          >
            {t(place.key)}
          </Link>
        );
      })}
    </nav>
  );
}

function LanguageButton() {
  const { t, i18n } = useTranslation();
  const other: Language = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button
      type="text"
      icon={<GlobalOutlined aria-hidden />}
      aria-label={t('language')}
      lang={other}
      onClick={() => void changeLanguage(other)}
    >
      <span className={styles.wide}>{other === 'en' ? 'English' : '中文'}</span>
    </Button>
  );
}

function AccountMenu({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { choice, choose } = useAppearance();
  const scheme = (value: SchemeChoice, label: string) => ({ key: value, label, onClick: () => choose(value) });
  const items: MenuProps['items'] = [
    {
      key: 'who',
      type: 'group',
      label: [me.department?.name, ...me.posts.map((post) => post.name)].filter(Boolean).join(' · ') || me.name,
    },
    {
      key: 'theme',
      label: t('theme'),
      children: [scheme('light', t('themeLight')), scheme('dark', t('themeDark')), scheme('system', t('themeSystem'))],
    },
    { type: 'divider' },
    {
      key: 'out',
      label: t('signOut'),
      onClick: () => void signOut().then(() => navigate({ to: '/sign-in' })),
    },
  ];
  return (
    <Dropdown menu={{ items, selectable: true, selectedKeys: [choice] }} trigger={['click']} placement="bottomRight">
      <Button type="text" icon={<UserOutlined aria-hidden />} aria-label={`${t('account')} ${me.name}`}>
        <span className={styles.wide}>{me.name}</span>
      </Button>
    </Dropdown>
  );
}
