/** Several elements at once: give them one role, or look at whether they may run side by side. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assignLane, assignRole } from '../flow/lane-edits.ts';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { Ask } from './Ask.tsx';
import { isWork } from './edits.ts';
import styles from './inspector.module.css';
import { RolePicker } from './RolePicker.tsx';

export function SeveralQuestions({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design, edit, newId, readOnly } = useStudio();
  const ui = useStudioUi();
  const nodes = ids.flatMap((id) => design.flow.nodes[id] ?? []);
  const work = nodes.filter(isWork);
  const lanes = new Set(nodes.map((node) => node.lane));
  const [lane] = lanes;
  return (
    <>
      <Ask name="what" title={t('askWhat')} open>
        <ul className={styles.names}>
          {nodes.map((node) => (
            <li key={node.id}>
              <button type="button" className={styles.wayTo} onClick={() => ui.select([node.id])}>
                {node.name || t('unnamed')}
              </button>
            </li>
          ))}
        </ul>
      </Ask>
      {nodes.length > 0 ? (
        <Ask name="who" title={t('askWho')} open>
          <RolePicker
            value={lanes.size === 1 ? (lane ?? null) : null}
            placeholder={t('rolesDiffer')}
            label={t('whoOffice')}
            disabled={readOnly}
            onLane={(id) =>
              edit(t('editRole'), (now) =>
                assignLane(
                  now,
                  nodes.map((node) => node.id),
                  id,
                ),
              )
            }
            onRole={(party, name) => {
              const id = newId('l');
              edit(t('editRole'), (now) =>
                assignRole(
                  now,
                  nodes.map((node) => node.id),
                  { party, name, newId: id },
                ),
              );
            }}
          />
        </Ask>
      ) : null}
      {work.length > 1 ? (
        <Ask name="beside" title={t('parallel')} open>
          <p className={styles.hint}>{t('severalParallelHint')}</p>
          <Button onClick={() => ui.setSide('parallel')}>{t('severalParallel')}</Button>
        </Ask>
      ) : null}
    </>
  );
}
