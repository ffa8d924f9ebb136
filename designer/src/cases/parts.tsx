/** Parts of a case that page and desk share: the flow picture with its data, and the materials. */
import type { CaseView } from '@tongban/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { Skeleton, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../app/trpc.ts';
import { FlowPicture } from '../ui/flow/FlowPicture.tsx';
import styles from './cases.module.css';

export function CaseFlow({ view }: { readonly view: CaseView }) {
  const picture = useQuery(
    api.releases.definition.queryOptions({ release: view.release }, { staleTime: Infinity, retry: false }),
  );
  if (picture.isPending) return <Skeleton.Node active className={styles.pictureWait} />;
  // Without the right to read the definition the history below tells the same.
  if (picture.data === undefined) return null;
  return <FlowPicture flow={picture.data.flow} steps={view.steps} result={view.result} />;
}

export function Materials({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('cases');
  if (view.materials.length === 0) return null;
  return (
    <ul className={styles.materials}>
      {view.materials.map((material) => (
        <li key={material.id}>
          <span>{material.name}</span>
          {material.exempt ? (
            <Tag color="success" title={material.exemptReason ?? undefined}>
              {material.exemptReason === null ? t('exempt') : `${t('exempt')} · ${material.exemptReason}`}
            </Tag>
          ) : (
            <span className={styles.when}>{t('material')}</span>
          )}
          {material.remark === null ? null : <p className={styles.materialRemark}>{material.remark}</p>}
        </li>
      ))}
    </ul>
  );
}
