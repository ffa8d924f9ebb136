/** Hours and days of a calendar as text. */
import type { OfficeHours, OfficeSpan } from '@tongban/shared/calendar';
import { useTranslation } from 'react-i18next';

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function spansText(hours: readonly OfficeSpan[], comma: string): string {
  return hours.map(({ from, to }) => `${clockText(from)}–${clockText(to)}`).join(comma);
}

/** Usual hours first, then each season. */
export function useHoursText(): (office: OfficeHours) => string {
  const { t } = useTranslation('calendar');
  return ({ hours, seasons = [] }) =>
    [
      spansText(hours, t('comma')),
      ...seasons.map((season) =>
        t('season', { from: season.from, to: season.to, hours: spansText(season.hours, t('comma')) }),
      ),
    ].join(t('semicolon'));
}

/** 0 is Monday. */
export function weekdayIndex(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}
