/** 谁来做 of a dispatch: which departments work side by side, added many at once; all of them, or those ticked before. */
import { DeleteOutlined } from '@ant-design/icons';
import { sorted, type NodeOf, type Party } from '@tongban/shared/document';
import { Button, Radio, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDirectory } from '../directory.ts';
import { DraftText } from '../form/parts/DraftInput.tsx';
import { useStudio } from '../store/index.tsx';
import { partyText } from '../words.ts';
import { Part } from './Ask.tsx';
import { addBodies, changeBody, changeNode, removeBody } from './edits.ts';
import styles from './inspector.module.css';
import { PostPicker } from './PostPicker.tsx';

export function Bodies({ node }: { readonly node: NodeOf<'dispatch'> }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design, edit, readOnly } = useStudio();
  const directory = useDirectory();
  const bodies = sorted(node.bodies);
  const ticking = sorted(design.form.fields).filter((field) => field.kind === 'department');
  const setChoice = (choice: NodeOf<'dispatch'>['choice']): void =>
    edit(t('editChoice'), (now) => changeNode(now, node.id, 'dispatch', (dispatch) => ({ ...dispatch, choice })));
  return (
    <>
      <AddBodies node={node} />
      <div className={styles.bodies} role="group" aria-label={t('bodiesTitle')}>
        <span className={`${styles.partLabel} tabular`}>{t('bodyCount', { count: bodies.length })}</span>
        {bodies.map((body) => (
          <div key={body.id} className={styles.line} title={partyText(t, body.party, directory.typeName)}>
            <DraftText
              value={body.name}
              keepFilled
              size="small"
              label={t('bodyName')}
              onCommit={(name) => edit(t('editBody'), (now) => changeBody(now, node.id, body.id, { name }))}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('bodyRemove', { name: body.name })}
              onClick={() => edit(t('editBodyRemove'), (now) => removeBody(now, node.id, body.id))}
            />
          </div>
        ))}
      </div>
      <Part label={t('whoPost')}>
        {(id) => (
          <PostPicker
            value={node.post}
            labelledBy={id}
            onChange={(post) =>
              edit(t('editPost'), (now) => changeNode(now, node.id, 'dispatch', (dispatch) => ({ ...dispatch, post })))
            }
          />
        )}
      </Part>
      <Part
        label={t('whichBodies')}
        hint={node.choice.mode === 'ticked' && ticking.length === 0 ? t('tickedNoField') : undefined}
      >
        {(id) => (
          <>
            <Radio.Group
              aria-labelledby={id}
              value={node.choice.mode}
              disabled={readOnly}
              optionType="button"
              options={[
                { value: 'fixed', label: t('bodiesFixed') },
                {
                  value: 'ticked',
                  label: t('bodiesTicked'),
                  disabled: ticking.length === 0 && node.choice.mode === 'fixed',
                },
              ]}
              onChange={(event) => {
                const [first] = ticking;
                if (event.target.value === 'ticked' && first) setChoice({ mode: 'ticked', field: first.id });
                else if (event.target.value === 'fixed') setChoice({ mode: 'fixed' });
              }}
            />
            {node.choice.mode === 'ticked' ? (
              <Select
                value={node.choice.field}
                aria-label={t('tickedField')}
                disabled={readOnly}
                options={ticking.map((field) => ({ value: field.id, label: field.name }))}
                onChange={(field) => setChoice({ mode: 'ticked', field })}
              />
            ) : null}
          </>
        )}
      </Part>
      <Part label={t('rerun')}>
        {(id) => (
          <Radio.Group
            aria-labelledby={id}
            value={node.rerun}
            disabled={readOnly}
            className={styles.stack}
            options={[
              { value: 'all', label: t('rerunAll') },
              { value: 'changed', label: t('rerunChanged') },
            ]}
            onChange={(event) =>
              edit(t('editRerun'), (now) =>
                changeNode(now, node.id, 'dispatch', (dispatch) => ({
                  ...dispatch,
                  rerun: event.target.value === 'changed' ? 'changed' : 'all',
                })),
              )
            }
          />
        )}
      </Part>
    </>
  );
}

/** Several department types at once; those that are in already are not offered. */
function AddBodies({ node }: { readonly node: NodeOf<'dispatch'> }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { edit, newId, readOnly } = useStudio();
  const directory = useDirectory();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const inside = new Set(
    Object.values(node.bodies).flatMap((body) => (body.party.kind === 'department' ? [body.party.type] : [])),
  );
  const free = directory.types.filter((type) => !inside.has(type.id));
  if (readOnly) return null;
  const add = (types: readonly string[]): void => {
    const bodies = types.map((type) => {
      const party: Party = { kind: 'department', type, level: 'same' };
      return { id: newId('b'), name: directory.typeName(type), party };
    });
    edit(t('editBodyAdd', { count: bodies.length }), (now) => addBodies(now, node.id, bodies));
    setChosen([]);
  };
  return (
    <div className={styles.part}>
      <span className={styles.partLabel}>{t('bodiesAdd')}</span>
      <Select
        mode="multiple"
        value={[...chosen]}
        aria-label={t('bodiesAdd')}
        placeholder={t('bodiesPick')}
        optionFilterProp="label"
        maxTagCount={6}
        options={free.map((type) => ({ value: type.id, label: type.name }))}
        onChange={setChosen}
        notFoundContent={t('nothingFound')}
      />
      <div className={styles.line}>
        <Button size="small" type="primary" disabled={chosen.length === 0} onClick={() => add(chosen)}>
          {t('bodiesAddChosen', { count: chosen.length })}
        </Button>
        <Button size="small" disabled={free.length === 0} onClick={() => setChosen(free.map((type) => type.id))}>
          {t('bodiesChooseAll', { count: free.length })}
        </Button>
      </div>
    </div>
  );
}
