/** The questions about one line: when it is taken. */
import { sorted, updateEdge, type Edge } from '@tongban/shared/document';
import { Button, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionEditor } from '../conditions/index.ts';
import { DraftText } from '../form/parts/DraftInput.tsx';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { Ask, Part } from './Ask.tsx';
import { isWork, makeDefault, setCondition, waysOut } from './edits.ts';
import styles from './inspector.module.css';

export function EdgeQuestions({ edge }: { readonly edge: Edge }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design, edit, readOnly } = useStudio();
  const { select } = useStudioUi();
  const from = design.flow.nodes[edge.from];
  const to = design.flow.nodes[edge.to];
  const name = (id: string): string => design.flow.nodes[id]?.name || t('unnamed');
  return (
    <>
      <div className={styles.ends}>
        <Button size="small" type="text" onClick={() => from && select([from.id])}>
          {name(edge.from)}
        </Button>
        <span aria-hidden>→</span>
        <Button size="small" type="text" onClick={() => to && select([to.id])}>
          {name(edge.to)}
        </Button>
      </div>
      <Ask name="when" title={t('askWhen')} open>
        {isWork(from) ? (
          <Part label={t('whenDecision')} hint={t('whenDecisionHint')}>
            {(id) => (
              <Select
                aria-labelledby={id}
                value={edge.decision ?? ''}
                disabled={readOnly}
                options={[
                  { value: '', label: t(waysOut(design, from.id).length > 1 ? 'anyOtherDecision' : 'anyDecision') },
                  ...sorted(from.decisions).map((decision) => ({ value: decision.id, label: decision.name })),
                ]}
                onChange={(decision) =>
                  edit(t('editWay'), (now) =>
                    updateEdge(now, edge.id, { decision: decision === '' ? undefined : decision }),
                  )
                }
              />
            )}
          </Part>
        ) : null}
        {from?.kind === 'exclusive' && waysOut(design, from.id).length > 1 ? <Branch edge={edge} /> : null}
        {!isWork(from) && !(from?.kind === 'exclusive' && waysOut(design, from.id).length > 1) ? (
          <p className={styles.hint}>{t('always')}</p>
        ) : null}
      </Ask>
      <Ask name="lineName" title={t('lineName')} answer={edge.name}>
        <Part label={t('lineNameLabel')} hint={t('lineNameHint')}>
          {(id) => (
            <DraftText
              value={edge.name ?? ''}
              labelledBy={id}
              onCommit={(text) =>
                edit(t('editRename'), (now) => updateEdge(now, edge.id, { name: text === '' ? undefined : text }))
              }
            />
          )}
        </Part>
      </Ask>
    </>
  );
}

function Branch({ edge }: { readonly edge: Edge }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design, edit, readOnly } = useStudio();
  return (
    <>
      <Radio.Group
        aria-label={t('askWhen')}
        value={edge.isDefault === true}
        disabled={readOnly}
        className={styles.stack}
        options={[
          { value: false, label: t('whenCondition') },
          { value: true, label: t('whenDefault') },
        ]}
        onChange={(event) =>
          edit(t('editDefault'), (now) =>
            event.target.value === true
              ? makeDefault(now, edge.id)
              : updateEdge(now, edge.id, { isDefault: undefined }),
          )
        }
      />
      {edge.isDefault ? null : (
        <ConditionEditor
          value={edge.condition}
          design={design}
          disabled={readOnly}
          onChange={(condition) => edit(t('editCondition'), (now) => setCondition(now, edge.id, condition))}
        />
      )}
    </>
  );
}
