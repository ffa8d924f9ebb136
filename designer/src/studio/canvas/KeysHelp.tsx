/** The table of keys. */
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './canvas.module.css';
import { KEY_TABLE } from './keys.ts';

export function KeysHelp({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('studio-flow');
  return (
    <Modal open title={t('keysTitle')} footer={null} onCancel={onClose} width={520}>
      <table className={styles.keys}>
        <tbody>
          {KEY_TABLE.map((row) => (
            <tr key={row.words}>
              <th scope="row">
                {row.caps.map((cap) => (
                  <kbd key={cap}>{cap}</kbd>
                ))}
              </th>
              <td>{t(row.words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
