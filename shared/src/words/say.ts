/**
 * Turns words and parameters into a sentence. `{name}` is a parameter; a part in `[…]` is said only when every
 * parameter in it has a value. A parameter that is missing outside of such a part says nothing.
 */
import type { WorkingTimeParts } from '../calendar/working-time.ts';
import type { Language } from './sentence.ts';

export type Sayable = Readonly<Record<Language, string>>;

export function say(
  entry: Sayable,
  params: Readonly<Record<string, string | number>> | undefined,
  language: Language,
): string {
  const valueOf = (name: string): string => String(params?.[name] ?? '');
  return entry[language]
    .replace(/\[([^\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every((match) => valueOf(match[1] ?? '') !== '') ? part : '',
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => valueOf(name));
}

const TIME_WORDS = {
  zh: { day: (n: number) => `${n} 个工作日`, hour: (n: number) => `${n} 小时`, minute: (n: number) => `${n} 分钟` },
  en: {
    day: (n: number) => `${n} working ${n === 1 ? 'day' : 'days'}`,
    hour: (n: number) => `${n} ${n === 1 ? 'hour' : 'hours'}`,
    minute: (n: number) => `${n} ${n === 1 ? 'minute' : 'minutes'}`,
  },
} as const;

/** The two largest units, never the sign: "2 个工作日 3 小时", "45 分钟". Words around it say left or overdue. */
export function sayWorkingTime({ days, hours, minutes }: WorkingTimeParts, language: Language): string {
  const words = TIME_WORDS[language];
  const parts = [
    ...(days > 0 ? [words.day(days)] : []),
    ...(hours > 0 ? [words.hour(hours)] : []),
    ...(minutes > 0 && days === 0 ? [words.minute(minutes)] : []),
  ];
  return parts.length > 0 ? parts.join(' ') : words.minute(0);
}
