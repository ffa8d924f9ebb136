/** Takes in a scenario that was exported as a file. What is wrong with it is said in words; nothing half is made. */
import { InboxOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Modal, Upload } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '../../app/trpc.ts';
import { useFailureWords } from '../../app/words.ts';
import styles from './list.module.css';

const LIMIT_BYTES = 8 * 1024 * 1024;

export function ImportDesign({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const words = useFailureWords();
  const navigate = useNavigate();
  const [name, setName] = useState<string | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const take = useMutation(
    api.designs.importJson.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: api.designs.list.queryKey() });
        await navigate({ to: '/studio/$design', params: { design: id } });
      },
    }),
  );
  const read = async (file: File): Promise<void> => {
    setName(file.name);
    setTooLarge(file.size > LIMIT_BYTES);
    if (file.size > LIMIT_BYTES) return;
    take.mutate({ text: await file.text() });
  };
  return (
    <Modal open title={t('importTitle')} footer={null} onCancel={onClose} destroyOnHidden>
      <Upload.Dragger
        accept=".json,application/json"
        showUploadList={false}
        disabled={take.isPending}
        beforeUpload={(file) => {
          void read(file);
          return false;
        }}
      >
        <p className={styles.dropIcon}>
          <InboxOutlined aria-hidden />
        </p>
        <p>{take.isPending ? t('importing', { name }) : t('importHint')}</p>
      </Upload.Dragger>
      {tooLarge ? <Alert className={styles.alert} type="error" showIcon title={t('importTooLarge', { name })} /> : null}
      {take.error ? (
        <Alert
          className={styles.alert}
          type="error"
          showIcon
          title={t('importFailed', { name })}
          description={words(take.error)}
        />
      ) : null}
    </Modal>
  );
}
