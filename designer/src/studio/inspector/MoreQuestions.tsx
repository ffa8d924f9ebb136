/** What is seldom asked: the phase, the row of a node that has no role of its own, who reads the opinion, a note. */
import { putNode, sorted, type FlowNode } from '@tongban/shared/document';
import { Button, Input, Select, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftText } from '../form/parts/DraftInput.tsx';
import { addPhase, assignLane, removePhase } from '../flow/lane-edits.ts';
import { useStudio } from '../store/index.tsx';
import { Ask, Part } from './Ask.tsx';
import { changeWork, isWork } from './edits.ts';
import styles from './inspector.module.css';
import { RolePicker } from './RolePicker.tsx';

const READERS = ['everyone', 'handlers', 'lead'] as const;

export function MoreQuestions({ node, lane = false }: { readonly node: FlowNode; readonly lane?: boolean }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { edit, readOnly } = useStudio();
  const put = (name: string, change: Partial<FlowNode>): void =>
    edit(name, (now) => {
      const current = now.flow.nodes[node.id];
      return current ? putNode(now, { ...current, ...change } as FlowNode) : now;
    });
  return (
    <Ask name="more" title={t('askMore')}>
      {lane ? (
        <Part label={t('standsIn')}>
          {() => (
            <RolePicker
              value={node.lane ?? null}
              label={t('standsIn')}
              placeholder={t('standsWhereReached')}
              disabled={readOnly}
              onLane={(id) => edit(t('editRole'), (now) => assignLane(now, [node.id], id))}
              onRole={() => undefined}
            />
          )}
        </Part>
      ) : null}
      <PhaseOf node={node} onPut={(phase) => put(t('editPhase'), { phase })} />
      {isWork(node) ? (
        <Part label={t('opinionVisible')}>
          {(id) => (
            <Select
              aria-labelledby={id}
              value={node.opinionVisibleTo}
              disabled={readOnly}
              options={READERS.map((value) => ({ value, label: t(`visible_${value}`) }))}
              onChange={(opinionVisibleTo) =>
                edit(t('editVisible'), (now) => changeWork(now, node.id, (work) => ({ ...work, opinionVisibleTo })))
              }
            />
          )}
        </Part>
      ) : null}
      <Part label={t('note')}>
        {(id) => (
          <DraftText
            value={node.note ?? ''}
            rows={2}
            labelledBy={id}
            placeholder={t('noteHint')}
            onCommit={(note) => put(t('editNote'), { note: note === '' ? undefined : note })}
          />
        )}
      </Part>
    </Ask>
  );
}

function PhaseOf({
  node,
  onPut,
}: {
  readonly node: FlowNode;
  readonly onPut: (phase: string | undefined) => void;
}): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design, edit, newId, readOnly } = useStudio();
  const [name, setName] = useState('');
  const phases = sorted(design.flow.phases);
  const add = (): void => {
    const id = newId('p');
    edit(t('editPhase'), (now) => {
      const next = addPhase(now, id, name.trim());
      const current = next.flow.nodes[node.id];
      return current ? putNode(next, { ...current, phase: id }) : next;
    });
    setName('');
  };
  return (
    <Part label={t('phase')}>
      {(id) => (
        <>
          {phases.length > 0 ? (
            <div className={styles.line}>
              <Select
                aria-labelledby={id}
                value={node.phase ?? ''}
                disabled={readOnly}
                style={{ flex: 1 }}
                options={[
                  { value: '', label: t('noPhase') },
                  ...phases.map((phase) => ({ value: phase.id, label: phase.name })),
                ]}
                onChange={(phase) => onPut(phase === '' ? undefined : phase)}
              />
              {node.phase !== undefined && !readOnly ? (
                <Button
                  size="small"
                  type="text"
                  onClick={() => edit(t('editPhase'), (now) => removePhase(now, node.phase ?? ''))}
                >
                  {t('phaseRemove')}
                </Button>
              ) : null}
            </div>
          ) : null}
          {readOnly ? null : (
            <Space.Compact>
              <Input
                size="small"
                value={name}
                maxLength={40}
                placeholder={t('phaseNew')}
                aria-label={t('phaseNew')}
                onChange={(event) => setName(event.target.value)}
                onKeyDown={(event) => {
                  event.stopPropagation();
                  if (event.key === 'Enter' && !event.nativeEvent.isComposing && name.trim() !== '') add();
                }}
              />
              <Button size="small" disabled={name.trim() === ''} onClick={add}>
                {t('add')}
              </Button>
            </Space.Compact>
          )}
        </>
      )}
    </Part>
  );
}
