/** Files of a field: checked here against type, size and number before they travel, and again by the server. */
import { PaperClipOutlined, UploadOutlined, DeleteOutlined } from '@ant-design/icons';
import { checkFile, FILE_COUNT } from '@tongban/shared/fields';
import type { FileRef, Value } from '@tongban/shared/kernel';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureWords } from '../../app/words.ts';
import { bytes } from '../format.ts';
import type { InputProps } from './input-props.ts';
import { useProblemWords } from './problem-words.ts';
import styles from './form.module.css';
import { useFormTools } from './tools.ts';

export function filesOf(value: Value | undefined): readonly FileRef[] {
  return Array.isArray(value) ? value.filter((one): one is FileRef => typeof one === 'object' && one !== null) : [];
}

export function FileList({ files, onRemove }: FileListProps) {
  const { t } = useTranslation('form');
  const { openFile } = useFormTools();
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>
          {openFile === undefined ? (
            <span className={styles.file}>
              <PaperClipOutlined aria-hidden /> {file.name}
            </span>
          ) : (
            <button type="button" className={`bare ${styles.file} ${styles.fileLink}`} onClick={() => openFile(file)}>
              <PaperClipOutlined aria-hidden /> {file.name}
            </button>
          )}
          <span className={styles.fileSize}>{bytes(file.bytes)}</span>
          {onRemove === undefined ? null : (
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('removeFile', { name: file.name })}
              onClick={() => onRemove(file)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
interface FileListProps {
  readonly files: readonly FileRef[];
  readonly onRemove?: (file: FileRef) => void;
}

export function FileInput({ id, field, value, commit, describedBy }: InputProps) {
  const { t } = useTranslation('form');
  const { upload } = useFormTools();
  const words = useProblemWords();
  const failureWords = useFailureWords();
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const { field: spec } = field;
  const files = filesOf(value);
  const max = spec.maxCount ?? FILE_COUNT;

  const take = async (picked: readonly File[]) => {
    if (upload === undefined) return;
    setRefused(null);
    setBusy(true);
    const kept: FileRef[] = [...files];
    for (const file of picked) {
      const [problem] = checkFile(spec, { name: file.name, bytes: file.size });
      if (problem !== undefined) {
        setRefused(words(problem));
        continue;
      }
      if (kept.length >= max) {
        setRefused(words({ code: 'tooManyFiles', params: { max, count: kept.length + 1 } }));
        break;
      }
      try {
        kept.push(await upload(spec.id, file));
      } catch (error) {
        setRefused(failureWords(error));
      }
    }
    setBusy(false);
    if (kept.length !== files.length) commit(kept);
  };

  return (
    <div>
      <FileList files={files} onRemove={(file) => commit(files.filter((one) => one.id !== file.id))} />
      {files.length < max ? (
        <>
          <input
            ref={picker}
            id={id}
            type="file"
            className="visually-hidden"
            multiple={max > 1}
            {...(spec.accept === null ? {} : { accept: spec.accept.map((one) => `.${one}`).join(',') })}
            aria-describedby={describedBy}
            disabled={busy || upload === undefined}
            onChange={(event) => {
              const picked = [...(event.target.files ?? [])];
              event.target.value = '';
              void take(picked);
            }}
          />
          <Button
            icon={<UploadOutlined aria-hidden />}
            loading={busy}
            disabled={upload === undefined}
            onClick={() => picker.current?.click()}
            tabIndex={-1}
          >
            {t('upload')}
          </Button>
          {spec.accept === null ? null : <span className={styles.fileSize}> {spec.accept.join('、')}</span>}
        </>
      ) : null}
      {refused === null ? null : (
        <p className={styles.problem} role="alert">
          {refused}
        </p>
      )}
    </div>
  );
}
