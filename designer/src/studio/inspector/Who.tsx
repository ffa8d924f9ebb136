/** 谁来做: the office's role and the post; one person, or several of one office (会签). */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { sorted, type NodeOf } from '@tongban/shared/document';
import { Button, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDirectory } from '../directory.ts';
import { DraftText } from '../form/parts/DraftInput.tsx';
import { assignLane, assignRole } from '../flow/lane-edits.ts';
import { useStudio } from '../store/index.tsx';
import { Part } from './Ask.tsx';
import { changeNode, putSigner, removeSigner } from './edits.ts';
import styles from './inspector.module.css';
import { PostPicker } from './PostPicker.tsx';
import { RolePicker } from './RolePicker.tsx';

export function Who({ node }: { readonly node: NodeOf<'task'> | NodeOf<'start'> }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { edit, newId, readOnly } = useStudio();
  return (
    <>
      <Part label={t(node.kind === 'start' ? 'whoApplies' : 'whoOffice')}>
        {() => (
          <RolePicker
            value={node.lane ?? null}
            several={false}
            disabled={readOnly}
            label={t(node.kind === 'start' ? 'whoApplies' : 'whoOffice')}
            onLane={(lane) => edit(t('editRole'), (now) => assignLane(now, [node.id], lane))}
            onRole={(party, name) => {
              const id = newId('l');
              edit(t('editRole'), (now) => assignRole(now, [node.id], { party, name, newId: id }));
            }}
          />
        )}
      </Part>
      {node.kind === 'task' ? <People node={node} /> : null}
    </>
  );
}

function People({ node }: { readonly node: NodeOf<'task'> }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { edit, readOnly } = useStudio();
  const { posts } = useDirectory();
  const mode = (next: 'single' | 'all'): void =>
    edit(t('editMode'), (now) => {
      const changed = changeNode(now, node.id, 'task', (task) => ({ ...task, mode: next }));
      if (next === 'single' || Object.keys(node.signers).length > 0) return changed;
      return posts
        .slice(0, 2)
        .reduce(
          (design, post, i) => putSigner(design, node.id, { id: `signer${i + 1}`, name: post.name, post: post.id }),
          changed,
        );
    });
  return (
    <>
      <Part label={t('whoMode')}>
        {(id) => (
          <Radio.Group
            aria-labelledby={id}
            value={node.mode}
            disabled={readOnly}
            optionType="button"
            options={[
              { value: 'single', label: t('modeSingle') },
              { value: 'all', label: t('modeAll') },
            ]}
            onChange={(event) => mode(event.target.value === 'all' ? 'all' : 'single')}
          />
        )}
      </Part>
      {node.mode === 'single' ? (
        <Part label={t('whoPost')}>
          {(id) => (
            <PostPicker
              value={node.post}
              labelledBy={id}
              onChange={(post) =>
                edit(t('editPost'), (now) => changeNode(now, node.id, 'task', (task) => ({ ...task, post })))
              }
            />
          )}
        </Part>
      ) : (
        <Signers node={node} />
      )}
    </>
  );
}

function Signers({ node }: { readonly node: NodeOf<'task'> }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { edit, newId, readOnly } = useStudio();
  const { posts } = useDirectory();
  const signers = sorted(node.signers);
  const free = posts.find((post) => !signers.some((signer) => signer.post === post.id)) ?? posts[0];
  return (
    <div className={styles.part} role="group" aria-label={t('signers')}>
      <span className={styles.partLabel}>{t('signers')}</span>
      {signers.map((signer) => (
        <div key={signer.id} className={styles.line}>
          <DraftText
            value={signer.name}
            keepFilled
            label={t('signerName')}
            onCommit={(name) => edit(t('editSigners'), (now) => putSigner(now, node.id, { ...signer, name }))}
          />
          <Select
            value={signer.post}
            disabled={readOnly}
            aria-label={t('whoPost')}
            popupMatchSelectWidth={false}
            style={{ minWidth: 110 }}
            options={posts.map((post) => ({ value: post.id, label: post.name }))}
            onChange={(post) => edit(t('editSigners'), (now) => putSigner(now, node.id, { ...signer, post }))}
          />
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('signerRemove', { name: signer.name })}
            onClick={() => edit(t('editSigners'), (now) => removeSigner(now, node.id, signer.id))}
          />
        </div>
      ))}
      {readOnly ? null : (
        <Button
          size="small"
          type="dashed"
          icon={<PlusOutlined aria-hidden />}
          disabled={!free}
          onClick={() => {
            const id = newId('s');
            if (free) {
              edit(t('editSigners'), (now) => putSigner(now, node.id, { id, name: free.name, post: free.id }));
            }
          }}
        >
          {t('signerAdd')}
        </Button>
      )}
      <span className={styles.hint}>{t('signersHint')}</span>
    </div>
  );
}
