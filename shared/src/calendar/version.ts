/** A calendar's version is a short digest of its content: the same content has the same version on every machine. */
import type { Calendar } from './types.ts';

/** FNV-1a, 32 bits, hex; prefixed with the last year that has official data. */
export function versionOf(calendar: Omit<Calendar, 'version'>): string {
  const exceptions = Object.keys(calendar.exceptions)
    .sort()
    .map((date) => `${date}${calendar.exceptions[date]}`);
  const text = JSON.stringify([calendar.offsetMinutes, calendar.hours, calendar.years, exceptions]);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const last = calendar.years[calendar.years.length - 1] ?? 0;
  return `${last}-${(hash >>> 0).toString(16).padStart(8, '0')}`;
}
