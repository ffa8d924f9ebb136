/** One section on the page being built: its heading renamed in place, its fields, and what is added at its end. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { Diagnostic } from '@tongban/shared/compiler';
import { sameJson, type Access, type Field, type Section } from '@tongban/shared/document';
import type { Value } from '@tongban/shared/kernel';
import { Button, Dropdown, Tooltip } from 'antd';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBuilderActions } from './builder.ts';
import styles from './builder.module.css';
import { FieldCard } from './FieldCard.tsx';
import { DraftText } from './parts/DraftInput.tsx';
import { useKindMenu } from './use-kind-menu.tsx';
import { useNear } from './use-near.ts';

export interface SectionCardProps {
  readonly section: Section;
  readonly fields: readonly Field[];
  readonly first: boolean;
  readonly last: boolean;
  readonly selected: boolean;
  /** Of this section's fields: the selected one, the one being renamed (or the section itself), where Tab stops. */
  readonly selectedField: string | null;
  readonly renaming: string | null;
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

export const SectionCard = memo(function SectionCard(props: SectionCardProps) {
  const { section, fields, selected, selectedField, renaming, readOnly, problems, registerName } = props;
  const { t } = useTranslation('studio-form');
  const { actions } = useBuilderActions();
  const { ref, near } = useNear<HTMLElement>(props.deferred);
  const shown = near || selectedField !== null;
  return (
    <section
      ref={ref}
      className={`${styles.section} ${selected ? styles.sectionSelected : ''}`}
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
              selected={selectedField === field.id}
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
}, sameSection);

function sameSection(a: SectionCardProps, b: SectionCardProps): boolean {
  return (
    a.first === b.first &&
    a.last === b.last &&
    a.selected === b.selected &&
    a.selectedField === b.selectedField &&
    a.renaming === b.renaming &&
    a.tabStop === b.tabStop &&
    a.deferred === b.deferred &&
    a.readOnly === b.readOnly &&
    a.access === b.access &&
    a.samples === b.samples &&
    a.registerName === b.registerName &&
    sameJson(a.section, b.section) &&
    sameJson(a.fields, b.fields) &&
    a.fields.every((field) => sameJson(a.problems.get(field.id) ?? [], b.problems.get(field.id) ?? []))
  );
}

function SectionTools({ section, first, last }: SectionCardProps) {
  const { t } = useTranslation('studio-form');
  const { actions } = useBuilderActions();
  const tools = [
    {
      key: 'up',
      label: t('form.sectionUp'),
      icon: <ArrowUpOutlined aria-hidden />,
      off: first,
      run: () => actions.stepSection(section.id, -1),
    },
    {
      key: 'down',
      label: t('form.sectionDown'),
      icon: <ArrowDownOutlined aria-hidden />,
      off: last,
      run: () => actions.stepSection(section.id, 1),
    },
    {
      key: 'remove',
      label: t('form.sectionRemove'),
      icon: <DeleteOutlined aria-hidden />,
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
  const { actions, dragRef } = useBuilderActions();
  const [over, setOver] = useState(false);
  const menu = useKindMenu({ section, index: count });
  return (
    <div
      className={`${styles.sectionEnd} ${over ? styles.sectionEndOver : ''}`}
      onDragOver={(event) => {
        if (!dragRef.current) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        const dragged = dragRef.current;
        if (!dragged) return;
        event.preventDefault();
        setOver(false);
        dragRef.current = null;
        actions.drop(dragged, { section, index: count });
      }}
    >
      {empty ? <span className={styles.emptySection}>{t('form.sectionEmpty')}</span> : null}
      <Dropdown menu={menu} trigger={['click']}>
        <Button size="small" type="text" icon={<PlusOutlined aria-hidden />}>
          {t('form.addHere')}
        </Button>
      </Dropdown>
    </div>
  );
}
