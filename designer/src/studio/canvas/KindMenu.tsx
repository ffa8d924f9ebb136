/** The menu of what can follow, opened by a "+" at its place on the screen. */
import { Dropdown, type MenuProps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FOLLOWING, type EntryId } from '../flow/palette.ts';
import { useEntryWords } from '../flow/entry-words.ts';
import styles from './canvas.module.css';
import { EntryIcon } from './icons.tsx';

interface KindMenuProps {
  readonly at: { readonly x: number; readonly y: number };
  /** Can the step be connected to one that is there already? */
  readonly connectable: boolean;
  readonly withClock: boolean;
  readonly onPick: (entry: EntryId) => void;
  readonly onConnect: () => void;
  readonly onClose: () => void;
}

export function KindMenu({ at, connectable, withClock, onPick, onConnect, onClose }: KindMenuProps): ReactNode {
  const { t } = useTranslation('studio-flow');
  const words = useEntryWords();
  const entries: readonly EntryId[] = withClock ? [...FOLLOWING, 'onTime'] : FOLLOWING;
  const items: MenuProps['items'] = [
    ...entries.map((entry) => ({
      key: entry,
      label: (
        <span className={styles.kind}>
          <EntryIcon entry={entry} />
          {words.name(entry)}
        </span>
      ),
    })),
    ...(connectable ? [{ type: 'divider' as const }, { key: 'connect', label: t('connectExisting') }] : []),
  ];
  return (
    <Dropdown
      open
      autoFocus
      trigger={['click']}
      placement="bottomLeft"
      menu={{
        items,
        onClick: ({ key }) => {
          const entry = entries.find((name) => name === key);
          onClose();
          if (entry) onPick(entry);
          else onConnect();
        },
      }}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <span style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
    </Dropdown>
  );
}
