/** Search in the catalog of items. Only published items can be taken; what is used already says so. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Modal, type InputRef } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/trpc.ts';
import { useDialogFocus } from '../../ui/use-dialog-focus.ts';
import { Mark } from '../form/parts/Question.tsx';
import styles from './materials.module.css';
import { useClear } from '../../ui/use-clear.tsx';

interface ItemPickerProps {
  readonly used: ReadonlySet<string>;
  readonly onPick: (item: { readonly id: string; readonly version: number }) => void;
  readonly onClose: () => void;
}

export function ItemPicker({ used, onPick, onClose }: ItemPickerProps) {
  const { t } = useTranslation(['studio-form', 'common']);
  const clear = useClear();
  const { ref, afterOpenChange } = useDialogFocus<InputRef>();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  const found = useInfiniteQuery({
    queryKey: ['catalog-items', wanted],
    queryFn: ({ pageParam }) =>
      client.catalog.items.query({
        ...(wanted === '' ? {} : { search: wanted }),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Modal open title={t('items.add')} footer={null} onCancel={onClose} width={680} afterOpenChange={afterOpenChange}>
      <Input.Search
        ref={ref}
        autoFocus
        allowClear={clear}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        placeholder={t('items.search')}
        aria-label={t('items.search')}
      />
      <ul className={styles.picker} aria-label={t('items.found')} aria-busy={found.isFetching}>
        {rows.map((row) => (
          <li key={row.id}>
            <div>
              <div>{row.name}</div>
              <div className={`${styles.small} tabular`}>
                {row.code} · {t('items.version', { version: row.version })}
              </div>
            </div>
            {used.has(row.id) ? (
              <Mark tone="quiet">{t('items.added')}</Mark>
            ) : row.published ? (
              <Button size="small" onClick={() => onPick(row)} aria-label={`${t('items.add')} ${row.name}`}>
                {t('items.take')}
              </Button>
            ) : (
              <Mark tone="soon">{t('items.unpublished')}</Mark>
            )}
          </li>
        ))}
      </ul>
      <div role="status" className={styles.small}>
        {found.isPending ? t('items.searching') : found.isError ? t('items.failed') : null}
        {found.isSuccess && rows.length === 0 ? t('items.none') : null}
      </div>
      {found.hasNextPage ? (
        <Button type="link" onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {t('common:more')}
        </Button>
      ) : null}
    </Modal>
  );
}
