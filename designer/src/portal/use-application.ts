/**
 * An application being filled: what is typed shows at once, is kept on this machine, and is saved to the server after
 * a pause. When the server is lost it waits and is saved as soon as it is back.
 */
import type { Problem, SectionView, Value } from '@tongban/shared/kernel';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Application } from '../app/api-types.ts';
import { isLost, onConnectionChange } from '../app/connection.ts';
import { reasonOf } from '../app/errors.ts';
import { useKept } from '../app/kept.ts';
import { api, client, queryClient } from '../app/trpc.ts';
import type { Values } from '../ui/form/index.ts';

const PAUSE_MS = 700;
export type SaveState = 'idle' | 'unsaved' | 'saving' | 'saved' | 'kept';

export function useApplicationDraft(id: string) {
  const kept = useKept<Values>(`application.${id}`, {});
  const [state, setState] = useState<SaveState>(Object.keys(kept.value).length > 0 ? 'unsaved' : 'idle');
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<unknown>(null);
  const timer = useRef(0);
  const running = useRef<Promise<boolean> | null>(null);
  const { set, latest, forget } = kept;

  /** Saves everything that is not on the server yet. True when nothing is left to save. */
  const save = useCallback(async (): Promise<boolean> => {
    window.clearTimeout(timer.current);
    await running.current;
    const sent = latest();
    if (Object.keys(sent).length === 0) return true;
    const attempt = (async () => {
      setState('saving');
      try {
        const answer = await client.portal.save.mutate({ id, values: sent });
        queryClient.setQueryData(api.portal.application.queryKey({ id }), (was) =>
          was === undefined ? was : { ...was, sections: withValues(was.sections, sent) },
        );
        set((was) => Object.fromEntries(Object.entries(was).filter(([key, value]) => !Object.is(value, sent[key]))));
        setSavedAt(answer.savedAt);
        setProblems(answer.problems);
        setRefused(null);
        setState(Object.keys(latest()).length === 0 ? 'saved' : 'unsaved');
        return true;
      } catch (error) {
        const offline = reasonOf(error) === 'offline';
        setRefused(offline ? null : error);
        setState(offline ? 'kept' : 'unsaved');
        return false;
      }
    })();
    running.current = attempt;
    return attempt;
  }, [id, latest, set]);

  const change = useCallback(
    (key: string, value: Value) => {
      set((was) => ({ ...was, [key]: value }));
      setProblems((was) => (was.some((one) => one.field === key) ? was.filter((one) => one.field !== key) : was));
      setState(isLost() ? 'kept' : 'unsaved');
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void save(), PAUSE_MS);
    },
    [set, save],
  );

  useEffect(
    () =>
      onConnectionChange(() => {
        if (!isLost()) void save();
      }),
    [save],
  );
  useEffect(() => {
    if (Object.keys(latest()).length > 0) void save();
    return () => window.clearTimeout(timer.current);
  }, [latest, save]);

  return { values: kept.value, latest, change, save, state, savedAt, problems, setProblems, refused, forget };
}

type Sections = Application['sections'];
/** The sections as the server now has them. */
function withValues<S extends readonly { readonly fields: readonly { readonly key: string }[] }[]>(
  sections: S,
  values: Values,
): S {
  return sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) =>
      Object.hasOwn(values, field.key) ? { ...field, value: values[field.key] } : field,
    ),
  })) as unknown as S;
}

/** The sections without the field that the identify box takes. */
export function withoutField(sections: Sections, fieldId: string | null): readonly SectionView[] {
  if (fieldId === null) return sections;
  return sections.map((section) => ({
    ...section,
    fields: section.fields.filter((field) => field.field.id !== fieldId),
  }));
}
