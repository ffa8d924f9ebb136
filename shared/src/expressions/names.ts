/**
 * What a name finds. Own entries only: nothing inherited, nothing of the machinery behind a value. Two spellings are
 * one name when they differ in spaces around the characters that FEEL allows inside names.
 */
import { normalizeContextKey } from 'lezer-feel';
import type { Budget } from './budget.ts';
import { admit, kindOf, type FeelContext, type Kind } from './values.ts';

export const sameName = normalizeContextKey;

/** Value of an entry; undefined when there is none. */
export function entryOf(context: FeelContext, name: string, budget: Budget): unknown {
  if (Object.hasOwn(context, name)) return admit(context[name]);
  const plain = sameName(name);
  const keys = Object.keys(context);
  budget.spend(keys.length);
  const key = keys.find((one) => sameName(one) === plain);
  return key === undefined ? undefined : admit(context[key]);
}

const DATE = ['year', 'month', 'day', 'weekday'];
const TIME = ['hour', 'minute', 'second', 'timezone', 'time offset'];
/** What values other than contexts tell of themselves. */
export const PROPERTIES: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  date: DATE,
  time: TIME,
  'date time': [...DATE, ...TIME],
  duration: ['years', 'months', 'days', 'hours', 'minutes', 'seconds'],
  range: ['start', 'end', 'start included', 'end included'],
};

/** `value.name`; null when there is no such thing. */
export function propertyOf(value: unknown, name: string, budget: Budget): unknown {
  const kind = kindOf(value);
  if (kind === 'context') return entryOf(value as FeelContext, name, budget) ?? budget.fault('unknownEntry', name);
  const plain = sameName(name);
  if (plain === 'time offset') budget.spendCalendar();
  const known = PROPERTIES[kind]?.includes(plain) === true;
  return known ? admit((value as FeelContext)[plain]) : budget.fault('unknownEntry', name);
}
