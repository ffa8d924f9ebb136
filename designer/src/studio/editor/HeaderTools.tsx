/** The header while a scenario is open: where one is, whether it is saved, who else is here, what comes next. */
import { CloudSyncOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Avatar, Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/trpc.ts';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { moduleKey } from '../words.ts';
import { countOpen } from '../problems/count.ts';
import styles from './editor.module.css';

export function HeaderTools({ onPublish }: { readonly onPublish: () => void }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const studio = useStudio();
  const ui = useStudioUi();
  const { design, readOnly, others } = studio;
  const { errors, warnings } = countOpen(studio.compiled.diagnostics);
  return (
    <div className={styles.header}>
      <nav className={styles.crumbs} aria-label={t('whereAmI')}>
        <Link to="/studio" className={styles.crumb}>
          {t('common:studio')}
        </Link>
        <span aria-hidden className={styles.chevron}>
          ▸
        </span>
        <span className={styles.module}>{t(`common:${moduleKey(design.meta.module)}`)}</span>
        <span aria-hidden className={`${styles.chevron} ${styles.module}`}>
          ▸
        </span>
        <h1 className={styles.title} title={design.meta.title}>
          {design.meta.title || t('untitled')}
        </h1>
      </nav>
      <Saved />
      <span className={styles.stretch} />
      {others.length > 0 ? (
        <Avatar.Group max={{ count: 3 }} size={26}>
          {others.map((person) => (
            <Tooltip key={person.person} title={t('alsoHere', { name: person.name })}>
              <Avatar size={26} className={styles.person} aria-label={t('alsoHere', { name: person.name })}>
                {person.name.slice(0, 1)}
              </Avatar>
            </Tooltip>
          ))}
        </Avatar.Group>
      ) : null}
      {readOnly ? <span className={styles.readOnly}>{t('readOnly')}</span> : <UndoRedo />}
      <Button
        type="text"
        aria-pressed={ui.problemsOpen}
        className={errors > 0 ? styles.problemsBad : styles.problems}
        onClick={() => ui.setProblemsOpen(!ui.problemsOpen)}
      >
        {t('problems', { count: errors + warnings })}
      </Button>
      <Button aria-pressed={ui.rehearsing} onClick={() => ui.setRehearsing(!ui.rehearsing)}>
        {t(ui.rehearsing ? 'rehearseEnd' : 'rehearse')}
      </Button>
      {readOnly ? null : (
        <Button type="primary" className={styles.publish} onClick={onPublish}>
          {t('publish')}
        </Button>
      )}
    </div>
  );
}

function Saved(): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { id, saved } = useStudio();
  const designs = useQuery({ ...api.designs.list.queryOptions(), staleTime: 30_000 });
  const version = designs.data?.find((row) => row.id === id)?.latestVersion ?? null;
  return (
    <span className={styles.saved} role="status" data-saved={saved}>
      {saved === 'offline' ? <CloudSyncOutlined aria-hidden /> : null}
      {t(`saved_${saved}`)}
      <span className={styles.basis}> · {version === null ? t('draftNew') : t('draftOf', { version })}</span>
    </span>
  );
}

function UndoRedo(): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { undo, redo, canUndo, canRedo, undoName, redoName } = useStudio();
  return (
    <span className={styles.undo}>
      <Button
        type="text"
        icon={<UndoOutlined aria-hidden />}
        disabled={!canUndo}
        onClick={undo}
        aria-label={undoName ? t('undoNamed', { name: undoName }) : t('undo')}
        title={undoName ? t('undoNamed', { name: undoName }) : t('undo')}
      />
      <Button
        type="text"
        icon={<RedoOutlined aria-hidden />}
        disabled={!canRedo}
        onClick={redo}
        aria-label={redoName ? t('redoNamed', { name: redoName }) : t('redo')}
        title={redoName ? t('redoNamed', { name: redoName }) : t('redo')}
      />
    </span>
  );
}
