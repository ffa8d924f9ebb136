/** Hours and days of a calendar as text. */
import type { OfficeHours, OfficeSpan } from '@tongban/shared/calendar';
import { useTranslation } from 'react-i18next';

export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export function spansText(hours: readonly OfficeSpan[]): string {
  return hours.map(({ from, to }) => `${clockText(from)}–${clockText(to)}`).join('、');
}

/** Usual hours first, then each season. */
export function useHoursText(): (office: OfficeHours) => string {
  const { t } = useTranslation('calendar');
  return ({ hours, seasons = [] }) =>
    [
      spansText(hours),
      ...seasons.map((season) => t('season', { from: season.from, to: season.to, hours: spansText(season.hours) })),
    ].join('；');
}

/** 0 is Monday. */
export function weekdayIndex(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}
