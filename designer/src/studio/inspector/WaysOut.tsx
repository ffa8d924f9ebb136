/** The ways out of a branch in one place: each with its condition as a sentence, one of them 否则. */
import type { NodeOf } from '@tongban/shared/document';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionEditor } from '../conditions/index.ts';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { makeDefault, setCondition, waysOut } from './edits.ts';
import styles from './inspector.module.css';

export function WaysOut({ node }: { readonly node: NodeOf<'exclusive'> }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design, edit, readOnly } = useStudio();
  const { select } = useStudioUi();
  const ways = waysOut(design, node.id);
  if (ways.length === 0) return <p className={styles.hint}>{t('waysNone')}</p>;
  if (ways.length === 1) return <p className={styles.hint}>{t('waysMerge')}</p>;
  return (
    <ol className={styles.ways}>
      {ways.map((edge) => (
        <li key={edge.id}>
          <div className={styles.line}>
            <button type="button" className={styles.wayTo} onClick={() => select([edge.id])}>
              {t('wayTo', { name: design.flow.nodes[edge.to]?.name || t('unnamed') })}
            </button>
            {edge.isDefault ? (
              <span className={styles.tag}>{t('otherwise')}</span>
            ) : (
              <Button
                size="small"
                type="text"
                disabled={readOnly}
                onClick={() => edit(t('editDefault'), (now) => makeDefault(now, edge.id))}
              >
                {t('makeDefault')}
              </Button>
            )}
          </div>
          {edge.isDefault ? (
            <span className={styles.hint}>{t('defaultMeans')}</span>
          ) : (
            <ConditionEditor
              value={edge.condition}
              design={design}
              disabled={readOnly}
              onChange={(condition) => edit(t('editCondition'), (now) => setCondition(now, edge.id, condition))}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
