/**
 * Languages. One namespace per area, one file per language: `<language>/<area>.ts` with a default export of flat keys.
 * The English file of an area is typed by the Chinese one, so that neither can lack a key. A language loads when used.
 */
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
const KEY = 'tongban.language';

const LOADERS: Readonly<Record<Language, () => Promise<{ readonly default: Readonly<Record<string, object>> }>>> = {
  'zh-CN': () => import('./zh/index.ts'),
  en: () => import('./en/index.ts'),
};

export function rememberedLanguage(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN';
}

/** Short form that shared/words uses. */
export function wordsLanguage(language: string): 'zh' | 'en' {
  return language.startsWith('zh') ? 'zh' : 'en';
}

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'common')) return;
  const { default: namespaces } = await LOADERS[language]();
  for (const [namespace, words] of Object.entries(namespaces)) {
    i18next.addResourceBundle(language, namespace, words);
  }
}

export async function startI18n(): Promise<void> {
  const language = rememberedLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    ns: ['common'],
    resources: {},
    keySeparator: false,
    nsSeparator: ':',
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
  });
  await load(language);
  settle(language);
}

export async function changeLanguage(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  localStorage.setItem(KEY, language);
  settle(language);
}

function settle(language: Language): void {
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en');
  document.documentElement.lang = language;
  document.title = i18next.t('common:product');
}
