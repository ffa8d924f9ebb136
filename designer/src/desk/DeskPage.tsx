/**
 * The desk: list, paper and decision on one screen; going from one task to the next changes no page. What is chosen
 * stands in the address, so that it can be linked to and survives a change of role. On a phone the panes come one
 * after another.
 */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskRow } from '../app/api-types.ts';
import type { DeskSearch } from '../app/router.tsx';
import { useNarrow } from '../app/use-narrow.ts';
import { Empty } from '../ui/states.tsx';
import { CasePane } from './CasePane.tsx';
import styles from './desk.module.css';
import { InboxList } from './InboxList.tsx';
import { useInbox, type Tab } from './use-inbox.ts';

export function DeskPage() {
  const { t } = useTranslation('desk');
  const search = useSearch({ from: '/inside/desk' });
  const navigate = useNavigate({ from: '/desk' });
  const narrow = useNarrow();
  const [text, setText] = useState('');
  const tab: Tab = search.tab ?? 'all';
  const done = search.done === true;
  const inbox = useInbox({ tab, done, search: text });
  const { rows } = inbox;

  const named = rows.find((row) => row.activity === search.task) ?? rows.find((row) => row.caseId === search.case);
  const first = search.case === undefined && !narrow ? rows[0] : undefined;
  const caseId = search.case ?? first?.caseId ?? null;
  const task = search.task ?? (named ?? first)?.activity ?? null;
  const index = rows.findIndex((row) => row.activity === (task ?? ''));

  const go = useCallback(
    (change: Partial<Record<keyof DeskSearch, string | boolean | undefined>>, replace = true) =>
      void navigate({ search: (was: DeskSearch) => clean({ ...was, ...change }), replace }),
    [navigate],
  );
  const select = useCallback((row: DeskRow) => go({ case: row.caseId, task: row.activity }, !narrow), [go, narrow]);
  const step = useCallback(
    (by: 1 | -1) => {
      // A task that was just done has left the list: the one now in its place comes next.
      const target = index === -1 ? rows[0] : rows[index + by];
      if (target !== undefined) select(target);
    },
    [index, rows, select],
  );
  useListKeys(step);

  const showList = !narrow || search.case === undefined;
  const showCase = !narrow || search.case !== undefined;
  return (
    <div className={styles.desk}>
      {showList ? (
        <InboxList
          inbox={inbox}
          tab={tab}
          done={done}
          selected={task}
          onTab={(next, nextDone) =>
            go({
              tab: next === 'all' ? undefined : next,
              done: nextDone || undefined,
              case: undefined,
              task: undefined,
            })
          }
          onSearch={setText}
          onSelect={select}
        />
      ) : null}
      {showCase && caseId !== null ? (
        <CasePane
          key={caseId}
          caseId={caseId}
          task={task}
          narrow={narrow}
          hasPrevious={index > 0}
          hasNext={index === -1 ? rows.length > 0 : index < rows.length - 1}
          onStep={step}
          onTask={(activity) => go({ case: caseId, task: activity })}
          onBack={() => go({ case: undefined, task: undefined })}
        />
      ) : showCase && !inbox.query.isPending ? (
        <div className={styles.choose}>
          <Empty
            title={rows.length === 0 ? t('emptyTitle') : t('chooseTitle')}
            body={rows.length === 0 ? t('emptyBody') : t('chooseBody')}
          />
        </div>
      ) : null}
    </div>
  );
}

function clean(search: Partial<Record<keyof DeskSearch, string | boolean | undefined>>): DeskSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as DeskSearch;
}

/** j, k and the arrows move in the list, unless one is typing or in a control that uses arrows itself. */
function useListKeys(step: (by: 1 | -1) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const by =
        event.key === 'j' || event.key === 'ArrowDown' ? 1 : event.key === 'k' || event.key === 'ArrowUp' ? -1 : 0;
      if (by === 0 || !(event.target instanceof HTMLElement)) return;
      if (
        event.target.closest(
          'input, textarea, select, [contenteditable], [role=radiogroup], [role=menu], [role=dialog], [role=listbox]',
        )
      )
        return;
      event.preventDefault();
      step(by);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [step]);
}
