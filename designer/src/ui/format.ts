/** How instants and sizes are written. Dates as 2026-11-22, times 14:05, time zone of the browser. */
import dayjs from 'dayjs';

export const day = (ms: number): string => dayjs(ms).format('YYYY-MM-DD');
export const moment = (ms: number): string => dayjs(ms).format('YYYY-MM-DD HH:mm');
export const time = (ms: number): string => dayjs(ms).format('HH:mm');

export function bytes(count: number): string {
  if (count < 1024) return `${count} B`;
  if (count < 1024 * 1024) return `${Math.round(count / 1024)} KB`;
  return `${(count / 1024 / 1024).toFixed(1)} MB`;
}
