/** A calendar's version is a short digest of its content: the same content has the same version on every machine. */
import type { Calendar } from './types.ts';

/** Prefixed with the last year that has official data. */
export function versionOf(calendar: Omit<Calendar, 'version'>): string {
  const { offsetMinutes, hours, seasons = [], years } = calendar;
  const exceptions = Object.keys(calendar.exceptions)
    .sort()
    .map((date) => `${date}${calendar.exceptions[date]}`);
  const content = [offsetMinutes, hours, years, exceptions, ...(seasons.length > 0 ? [seasons] : [])];
  return `${years[years.length - 1] ?? 0}-${digestOf(JSON.stringify(content))}`;
}

/** FNV-1a, 32 bits, hex. */
export function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
