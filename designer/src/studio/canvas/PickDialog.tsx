/** Choosing one of a list by typing and arrow keys: the next step's kind, a target to connect, a line to open. */
import { Input, Modal, type InputRef } from 'antd';
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDialogFocus } from '../../ui/use-dialog-focus.ts';
import styles from './canvas.module.css';

export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly hint?: string | undefined;
  readonly icon?: ReactNode;
}

interface PickDialogProps {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}

export function PickDialog({ title, choices, onPick, onClose }: PickDialogProps): ReactNode {
  const { t } = useTranslation('studio-flow');
  const listId = useId();
  const { ref, afterOpenChange } = useDialogFocus<InputRef>();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return choices.filter((choice) => `${choice.name} ${choice.hint ?? ''}`.toLowerCase().includes(wanted));
  }, [choices, search]);
  const active = Math.min(at, found.length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0));
    else if (event.key === 'Enter') {
      const chosen = found[active];
      if (chosen) onPick(chosen.id);
    } else return;
    event.preventDefault();
  };
  return (
    <Modal open title={title} footer={null} onCancel={onClose} width={460} afterOpenChange={afterOpenChange}>
      <Input
        ref={ref}
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found[active] ? `${listId}-${found[active].id}` : undefined}
        aria-label={t('search')}
        placeholder={t('search')}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={title} className={styles.picks}>
        {found.map((choice, i) => (
          <li
            key={choice.id}
            id={`${listId}-${choice.id}`}
            role="option"
            aria-selected={i === active}
            className={i === active ? styles.pickOn : styles.pick}
            onMouseMove={() => setAt(i)}
            onClick={() => onPick(choice.id)}
          >
            {choice.icon === undefined ? null : <span className={styles.icon}>{choice.icon}</span>}
            <span>
              {choice.name}
              {choice.hint ? <span className={styles.pickHint}>{choice.hint}</span> : null}
            </span>
          </li>
        ))}
        {found.length === 0 ? <li className={styles.pickNone}>{t('nothingFound')}</li> : null}
      </ul>
    </Modal>
  );
}
