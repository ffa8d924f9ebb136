/** Begins a rehearsal of the design on screen: with its own calendar, in the morning of the next working day. */
import { useQuery } from '@tanstack/react-query';
import { defaultCalendar, isWorkingDay, type Calendar } from '@tongban/shared/calendar';
import { compile } from '@tongban/shared/compiler';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/trpc.ts';
import { readSamples } from '../preview/samples.ts';
import { useSampleSetting } from '../preview/use-sample-setting.ts';
import { useStudio } from '../store/index.tsx';
import { createSession } from './session.ts';
import { begin } from './store.ts';

const DAY = 86_400_000;
const OPENING = 9 * 3_600_000;

/** 09:00 of today when it is a working day, else of the next one; local time of the calendar. */
export function firstMorning(calendar: Calendar, now: number): number {
  const offset = calendar.offsetMinutes * 60_000;
  let day = Math.floor((now + offset) / DAY);
  const date = (number: number) => new Date(number * DAY).toISOString().slice(0, 10);
  for (let tries = 0; tries < 60 && !isWorkingDay(calendar, date(day)); tries++) day += 1;
  return day * DAY + OPENING - offset;
}

/** False when the flow cannot run yet. */
export function useBegin(): { readonly calendar: Calendar; readonly beginAgain: () => boolean } {
  const { t } = useTranslation('studio-form');
  const { design, context } = useStudio();
  const setting = useSampleSetting();
  const own = useQuery({
    queryKey: ['calendar'],
    queryFn: () => client.calendar.current.query(),
    staleTime: 600_000,
  });
  const calendar = own.data ?? defaultCalendar();
  const beginAgain = useCallback(() => {
    const { executable } = compile(design, context);
    if (!executable) return false;
    const session = createSession({
      design,
      executable,
      calendar,
      startAt: firstMorning(calendar, Date.now()),
      words: {
        applicant: t('rehearsal.applicant'),
        handler: (office) => t('rehearsal.handler', { office }),
        number: t('rehearsal.number'),
      },
      registerName: (id) => context.registers?.[id]?.name ?? '',
      brought: readSamples(design, { id: executable.start, kind: 'start' }, setting),
    });
    begin(session, design);
    return true;
  }, [design, context, calendar, setting, t]);
  return { calendar, beginAgain };
}
