/** A change of the calendars: looked at first, then put into effect exactly as it was seen. */
import { useMutation } from '@tanstack/react-query';
import type { CalendarChange, CalendarPreview } from '@tongban/runtime/api';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '../../app/trpc.ts';

type ChangeSubject = CalendarPreview['subject'];

export function useChange(onApplied: (subject: ChangeSubject | undefined) => void) {
  const { t } = useTranslation('calendar');
  const { message } = App.useApp();
  const preview = useMutation(api.calendar.preview.mutationOptions());
  const apply = useMutation(
    api.calendar.change.mutationOptions({
      onSuccess: ({ casesMoved }) => {
        message.success(t('applied', { count: casesMoved }));
        void queryClient.invalidateQueries();
        onApplied(preview.data?.subject);
        preview.reset();
      },
    }),
  );
  return {
    /** What the change would bring; undefined until it was asked for. */
    seen: preview.data,
    looking: preview.isPending,
    applying: apply.isPending,
    error: apply.error ?? preview.error,
    look(change: CalendarChange) {
      apply.reset();
      preview.mutate({ change });
    },
    confirm() {
      if (preview.data === undefined || preview.variables === undefined) return;
      apply.mutate({ change: preview.variables.change, against: preview.data.against });
    },
    /** Something was typed: what was seen no longer holds. */
    forget() {
      apply.reset();
      preview.reset();
    },
  };
}
