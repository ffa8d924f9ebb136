/** What differs between two versions, or between a version and the draft, in sentences. */
import { useQuery } from '@tanstack/react-query';
import type { ReleaseRow } from '@tongban/runtime/api';
import { compile, difference } from '@tongban/shared/compiler';
import type { Design } from '@tongban/shared/document';
import { Select, Spin } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/trpc.ts';
import { useFailureWords } from '../../app/words.ts';
import { Sentences } from '../publish/Changes.tsx';
import { useStudio } from '../store/index.tsx';
import styles from './versions.module.css';

const DRAFT = 'draft';

export function CompareVersions({ versions }: { readonly versions: readonly ReleaseRow[] }) {
  const { t } = useTranslation('studio-form');
  const words = useFailureWords();
  const { design, context } = useStudio();
  const draft = useDeferredValue(design);
  const [fromId, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState(DRAFT);
  const from = fromId ?? versions[0]?.release ?? '';
  const before = useDocument(from);
  const after = useDocument(to === DRAFT ? null : to);
  const a = before.data;
  const b = to === DRAFT ? draft : after.data;
  const result = useMemo(() => {
    if (!a || !b) return null;
    const days = (one: Design) => Math.round(compile(one, context).time.criticalDays * 100) / 100;
    return { sentences: difference(a, b), before: days(a), after: days(b) };
  }, [a, b, context]);
  const error = before.error ?? after.error;
  const options = versions.map((version) => ({
    value: version.release,
    label: t('versions.number', { version: version.version }),
  }));
  return (
    <section className={styles.compare} aria-label={t('versions.compare')}>
      <header>
        <h3>{t('versions.compare')}</h3>
        <span className={styles.selects}>
          <Select
            aria-label={t('versions.from')}
            value={from}
            onChange={setFrom}
            options={options}
            popupMatchSelectWidth={false}
          />
          <span>→</span>
          <Select
            aria-label={t('versions.to')}
            value={to}
            onChange={setTo}
            options={[{ value: DRAFT, label: t('versions.draft') }, ...options]}
            popupMatchSelectWidth={false}
          />
        </span>
      </header>
      {error ? (
        <p role="alert">{words(error)}</p>
      ) : result ? (
        <>
          <p className="tabular">{t('versions.days', { before: result.before, after: result.after })}</p>
          <Sentences sentences={result.sentences} empty={t('versions.same')} />
        </>
      ) : (
        <Spin size="small" />
      )}
    </section>
  );
}

/** A published document never changes: read once. null: none wanted. */
function useDocument(release: string | null) {
  return useQuery({
    queryKey: ['release-document', release],
    enabled: release !== null && release !== '',
    staleTime: Infinity,
    queryFn: () => client.releases.document.query({ release: release ?? '' }),
  });
}
