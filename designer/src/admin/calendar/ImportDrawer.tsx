/** Importing a year: pasted or chosen, looked at, then put into effect. */
import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureWords } from '../../app/words.ts';
import styles from './calendar.module.css';
import { ChangePreview } from './ChangePreview.tsx';
import { useChange } from './use-change.ts';

interface ImportDrawerProps {
  readonly onImported: (year: number) => void;
  readonly onClose: () => void;
}

export function ImportDrawer({ onImported, onClose }: ImportDrawerProps) {
  const { t } = useTranslation('calendar');
  const words = useFailureWords();
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const change = useChange((subject) => {
    if (typeof subject?.year === 'number') onImported(subject.year);
    onClose();
  });
  const type = (next: string) => {
    setText(next);
    setMissing(false);
    change.forget();
  };
  const look = () => {
    setMissing(text.trim() === '');
    if (text.trim() !== '') change.look({ kind: 'year', text });
  };
  return (
    <Drawer open size={880} title={t('importTitle')} onClose={onClose}>
      <div className={styles.form}>
        <p className={styles.hint}>{t('importHelp')}</p>
        <p className={styles.hint}>{t('importForm')}</p>
        <Input.TextArea
          rows={6}
          value={text}
          aria-label={t('importText')}
          className={styles.code}
          spellCheck={false}
          {...(missing ? { status: 'error' as const } : {})}
          onChange={(event) => type(event.target.value)}
        />
        {missing ? <p className={styles.missing}>{t('importNeeded')}</p> : null}
        {change.error ? <Alert type="error" showIcon title={words(change.error)} /> : null}
        <div className={styles.tools}>
          <input
            ref={picker}
            type="file"
            accept=".json,application/json"
            className="visually-hidden"
            tabIndex={-1}
            aria-label={t('chooseFile')}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file !== undefined) void file.text().then(type);
            }}
          />
          <Button icon={<UploadOutlined aria-hidden />} onClick={() => picker.current?.click()}>
            {t('chooseFile')}
          </Button>
          <Button type="primary" ghost={change.seen !== undefined} loading={change.looking} onClick={look}>
            {t('look')}
          </Button>
        </div>
        {change.seen === undefined ? null : <ChangePreview change={change} seen={change.seen} />}
      </div>
    </Drawer>
  );
}
