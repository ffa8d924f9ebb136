/** How instants, working time and sizes are written. Dates as 2026-11-22, times 14:05, time zone of the browser. */
import dayjs from 'dayjs';
import i18next from 'i18next';

/** Minutes of a working day, to say working time in days; as ClockReading counts them. */
export const DAY_MINUTES = 7 * 60;

export const day = (ms: number): string => dayjs(ms).format('YYYY-MM-DD');
export const moment = (ms: number): string => dayjs(ms).format('YYYY-MM-DD HH:mm');
export const time = (ms: number): string => dayjs(ms).format('HH:mm');

/** Working minutes as "2 个工作日 3 小时"; minutes only when less than an hour is left. */
export function workingTime(minutes: number, dayMinutes: number = DAY_MINUTES): string {
  const whole = Math.abs(Math.round(minutes));
  const days = Math.floor(whole / dayMinutes);
  const hours = Math.floor((whole % dayMinutes) / 60);
  const rest = whole % 60;
  const parts: string[] = [];
  if (days > 0) parts.push(i18next.t('common:day', { count: days }));
  if (hours > 0) parts.push(i18next.t('common:hour', { count: hours }));
  if (days === 0 && hours === 0) parts.push(i18next.t('common:minute', { count: rest }));
  return parts.join(' ');
}

export function bytes(count: number): string {
  if (count < 1024) return `${count} B`;
  if (count < 1024 * 1024) return `${Math.round(count / 1024)} KB`;
  return `${(count / 1024 / 1024).toFixed(1)} MB`;
}
