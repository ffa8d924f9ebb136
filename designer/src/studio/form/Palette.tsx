/** Left of the form: field kinds, and the data-element dictionary with what the form already uses greyed. */
import { useQuery } from '@tanstack/react-query';
import { FIELD_KINDS } from '@tongban/shared/document';
import { FIELD_KIND_HINTS, FIELD_KIND_WORDS } from '@tongban/shared/words';
import { Input, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/trpc.ts';
import { wordsLanguage } from '../../i18n/index.ts';
import { useStudio } from '../store/index.tsx';
import { useBuilderActions, type Addition, type Selected } from './builder.ts';
import styles from './builder.module.css';
import { fieldsOf } from '@tongban/shared/document';
import type { ElementEntry, Spot } from './edits.ts';
import { KindIcon } from './KindIcon.tsx';
import { useClear } from '../../ui/use-clear.tsx';

export function Palette({ selected }: { readonly selected: Selected }) {
  const { t } = useTranslation('studio-form');
  const [part, setPart] = useState<'kinds' | 'elements'>('kinds');
  const { design } = useStudio();
  const spot = useMemo((): Spot | null => {
    if (selected?.kind === 'section' && design.form.sections[selected.id]) {
      return { section: selected.id, index: fieldsOf(design, selected.id).length };
    }
    const field = selected?.kind === 'field' ? design.form.fields[selected.id] : undefined;
    if (!field) return null;
    return {
      section: field.section,
      index: fieldsOf(design, field.section).findIndex((other) => other.id === field.id) + 1,
    };
  }, [design, selected]);
  return (
    <aside className={styles.palette} aria-label={t('form.palette')}>
      <Segmented
        aria-label={t('form.palette')}
        block
        size="small"
        value={part}
        onChange={setPart}
        options={[
          { value: 'kinds', label: t('form.kinds') },
          { value: 'elements', label: t('form.elements') },
        ]}
      />
      {part === 'kinds' ? <Kinds spot={spot} /> : <Elements spot={spot} />}
    </aside>
  );
}

function Kinds({ spot }: { readonly spot: Spot | null }) {
  const { t, i18n } = useTranslation('studio-form');
  const language = wordsLanguage(i18n.language);
  return (
    <>
      <p className={styles.hint}>{t('form.kindsHint')}</p>
      <ul className={styles.kinds}>
        {FIELD_KINDS.map((kind) => (
          <li key={kind}>
            <Source what={{ type: 'kind', kind }} spot={spot} title={FIELD_KIND_HINTS[kind][language]}>
              <KindIcon kind={kind} />
              <span>{FIELD_KIND_WORDS[kind][language]}</span>
            </Source>
          </li>
        ))}
      </ul>
    </>
  );
}

function Elements({ spot }: { readonly spot: Spot | null }) {
  const { t } = useTranslation('studio-form');
  const clear = useClear();
  const { design, context } = useStudio();
  const [search, setSearch] = useState('');
  const elements = useQuery({
    queryKey: ['catalog-elements'],
    queryFn: () => client.catalog.elements.query({}),
    staleTime: 60_000,
  });
  const used = new Set(Object.values(design.form.fields).flatMap((field) => field.element ?? []));
  const rows = (elements.data ?? []).filter((entry) => entry.name.includes(search.trim()));
  return (
    <>
      <Input
        allowClear={clear}
        size="small"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        placeholder={t('form.searchElements')}
        aria-label={t('form.searchElements')}
        className={styles.search}
      />
      <p className={styles.hint}>
        {elements.isError
          ? t('form.elementsFailed')
          : elements.isPending
            ? t('form.elementsLoading')
            : t('form.elementsHint')}
      </p>
      <ul className={styles.kinds}>
        {rows.map((entry) => (
          <li key={entry.id}>
            {used.has(entry.id) ? (
              <span className={styles.used}>
                <KindIcon kind={entry.kind} />
                <span>{entry.name}</span>
                <span className={styles.usedWord}>{t('form.used')}</span>
              </span>
            ) : (
              <Source
                what={{ type: 'element', entry: entry as ElementEntry }}
                spot={spot}
                title={
                  entry.register
                    ? t('form.sharedFrom', { register: context.registers?.[entry.register]?.name ?? '' })
                    : t('form.byHand')
                }
              >
                <KindIcon kind={entry.kind} />
                <span>{entry.name}</span>
                {entry.register ? <span className={styles.usedWord}>{t('form.shared')}</span> : null}
              </Source>
            )}
          </li>
        ))}
      </ul>
      {elements.isSuccess && rows.length === 0 ? <p className={styles.hint}>{t('form.noElements')}</p> : null}
    </>
  );
}

interface SourceProps {
  readonly what: Addition;
  readonly spot: Spot | null;
  readonly title: string;
  readonly children: React.ReactNode;
}

/** Click adds behind what is selected; dragging puts it where it is dropped. */
function Source({ what, spot, title, children }: SourceProps) {
  const { actions, dragRef } = useBuilderActions();
  const { readOnly } = useStudio();
  return (
    <button
      type="button"
      className={styles.kind}
      title={title}
      disabled={readOnly}
      draggable={!readOnly}
      onDragStart={(event) => {
        dragRef.current = what;
        event.dataTransfer.effectAllowed = 'copy';
        event.dataTransfer.setData('text/plain', title);
      }}
      onDragEnd={() => {
        dragRef.current = null;
      }}
      onClick={() => actions.add(what, spot)}
    >
      {children}
    </button>
  );
}
