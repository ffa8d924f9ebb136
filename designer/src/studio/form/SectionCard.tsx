/** One section on the page being built: its heading renamed in place, its fields, and what is added at its end. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { Diagnostic } from '@tongban/shared/compiler';
import { fieldsOf, type Access, type Design, type Field, type Section } from '@tongban/shared/document';
import type { Value } from '@tongban/shared/kernel';
import { Button, Dropdown, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBuilderActions, type Selected } from './builder.ts';
import styles from './builder.module.css';
import { FieldCard } from './FieldCard.tsx';
import { DraftText } from './parts/DraftInput.tsx';
import { useKindMenu } from './use-kind-menu.tsx';
import { useNear } from './use-near.ts';

export interface SectionCardProps {
  readonly section: Section;
  readonly design: Design;
  readonly first: boolean;
  readonly last: boolean;
  readonly selected: Selected;
  readonly renaming: string | null;
  /** Field that Tab reaches when none is selected. */
  readonly tabStop: string | null;
  readonly deferred: boolean;
  readonly readOnly: boolean;
  readonly access: ((field: Field) => Access) | null;
  readonly samples: Readonly<Record<string, Value>>;
  readonly problems: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly registerName: (id: string) => string;
}

const NO_PROBLEMS: readonly Diagnostic[] = [];
const ROW_HEIGHT = 92;

export function SectionCard(props: SectionCardProps) {
  const { section, design, selected, renaming, readOnly, problems, registerName } = props;
  const { t } = useTranslation('studio-form');
  const { actions } = useBuilderActions();
  const fields = fieldsOf(design, section.id);
  const { ref, near } = useNear<HTMLElement>(props.deferred);
  const own = selected?.kind === 'section' && selected.id === section.id;
  const shown = near || fields.some((field) => selected?.kind === 'field' && selected.id === field.id);
  return (
    <section
      ref={ref}
      className={`${styles.section} ${own ? styles.sectionSelected : ''}`}
      aria-label={section.name}
      data-section-card={section.id}
    >
      <header className={styles.sectionHead}>
        {renaming === section.id ? (
          <DraftText
            value={section.name}
            keepFilled
            autoFocus
            className={styles.sectionRename}
            label={t('form.renameSection', { name: section.name })}
            onCommit={(name) => actions.changeSection(section.id, { name })}
            onDone={() => actions.setRenaming(null)}
          />
        ) : (
          <h3>
            <button
              type="button"
              className={`bare ${styles.sectionName}`}
              aria-label={t('form.renameSection', { name: section.name })}
              disabled={readOnly}
              onClick={() => {
                actions.select({ kind: 'section', id: section.id });
                actions.setRenaming(section.id);
              }}
            >
              {section.name}
            </button>
          </h3>
        )}
        <span className={styles.count}>{t('form.items', { count: fields.length })}</span>
        {readOnly ? null : <SectionTools {...props} />}
      </header>
      {section.help ? <p className={styles.sectionHelp}>{section.help}</p> : null}
      {shown ? (
        <div className={styles.grid}>
          {fields.map((field, index) => (
            <FieldCard
              key={field.id}
              field={field}
              index={index}
              access={props.access ? props.access(field) : null}
              sample={props.samples[field.id]}
              selected={selected?.kind === 'field' && selected.id === field.id}
              renaming={renaming === field.id}
              tabStop={props.tabStop === field.id}
              problems={problems.get(field.id) ?? NO_PROBLEMS}
              registerName={field.source.type === 'shared' ? registerName(field.source.register) : ''}
              readOnly={readOnly}
            />
          ))}
        </div>
      ) : (
        <div style={{ height: Math.ceil(fields.length / 2) * ROW_HEIGHT }} />
      )}
      {readOnly ? null : <SectionEnd section={section.id} count={fields.length} empty={fields.length === 0} />}
    </section>
  );
}

function SectionTools({ section, first, last }: SectionCardProps) {
  const { t } = useTranslation('studio-form');
  const { actions } = useBuilderActions();
  const tools = [
    {
      key: 'up',
      label: t('form.sectionUp'),
      icon: <ArrowUpOutlined />,
      off: first,
      run: () => actions.stepSection(section.id, -1),
    },
    {
      key: 'down',
      label: t('form.sectionDown'),
      icon: <ArrowDownOutlined />,
      off: last,
      run: () => actions.stepSection(section.id, 1),
    },
    {
      key: 'remove',
      label: t('form.sectionRemove'),
      icon: <DeleteOutlined />,
      off: false,
      run: () => actions.removeSection(section.id),
    },
  ];
  return (
    <span className={styles.sectionTools} role="toolbar" aria-label={t('form.tools', { name: section.name })}>
      {tools.map((tool) => (
        <Tooltip key={tool.key} title={tool.label}>
          <Button
            size="small"
            type="text"
            icon={tool.icon}
            aria-label={tool.label}
            disabled={tool.off}
            onClick={tool.run}
          />
        </Tooltip>
      ))}
    </span>
  );
}

/** "+" at the end, which is also where a field can be dropped behind the last one. */
function SectionEnd({
  section,
  count,
  empty,
}: {
  readonly section: string;
  readonly count: number;
  readonly empty: boolean;
}) {
  const { t } = useTranslation('studio-form');
  const { actions, drag } = useBuilderActions();
  const [over, setOver] = useState(false);
  const menu = useKindMenu({ section, index: count });
  return (
    <div
      className={`${styles.sectionEnd} ${over ? styles.sectionEndOver : ''}`}
      onDragOver={(event) => {
        if (!drag.current) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        const dragged = drag.current;
        if (!dragged) return;
        event.preventDefault();
        setOver(false);
        drag.current = null;
        actions.drop(dragged, { section, index: count });
      }}
    >
      {empty ? <span className={styles.emptySection}>{t('form.sectionEmpty')}</span> : null}
      <Dropdown menu={menu} trigger={['click']}>
        <Button size="small" type="text" icon={<PlusOutlined />}>
          {t('form.addHere')}
        </Button>
      </Dropdown>
    </div>
  );
}
