/**
 * One field on the page being built, drawn by the very component that the applicant meets, with a cover for selecting,
 * renaming, moving and adding. Keyboard: arrows go to the neighbour, Alt with an arrow moves the field, Alt+Shift into
 * another section, F2 renames, Insert adds behind, Delete deletes.
 */
import { EyeInvisibleOutlined, HolderOutlined, PlusOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import type { Diagnostic } from '@tongban/shared/compiler';
import { sameJson, type Access, type Field } from '@tongban/shared/document';
import type { Value } from '@tongban/shared/kernel';
import { Dropdown, Tooltip } from 'antd';
import { memo, useMemo, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldInput } from '../../ui/form/index.ts';
import { ProblemMark } from '../problems/ProblemMark.tsx';
import { fieldViewWith } from '../preview/sections.ts';
import { useBuilderActions } from './builder.ts';
import styles from './builder.module.css';
import { dropIndex, sideOf, type Side } from './drop.ts';
import { FieldTools } from './FieldTools.tsx';
import { useKindMenu } from './use-kind-menu.tsx';
import { DraftText } from './parts/DraftInput.tsx';

export interface FieldCardProps {
  readonly field: Field;
  readonly index: number;
  /** What the role that is looked through may do; null: the builder's own view, everything open. */
  readonly access: Access | null;
  /** What stands in the field in that role's view. */
  readonly sample: Value | undefined;
  readonly selected: boolean;
  readonly renaming: boolean;
  /** Reached by Tab: the selected field, or the first. */
  readonly tabStop: boolean;
  readonly problems: readonly Diagnostic[];
  readonly registerName: string;
  readonly readOnly: boolean;
}

const nothing = () => undefined;

export const FieldCard = memo(function FieldCard(props: FieldCardProps) {
  const { field, index, access, sample, selected, renaming, problems, readOnly } = props;
  const { t } = useTranslation('studio-form');
  const { actions, dragRef } = useBuilderActions();
  const [hovered, setHovered] = useState(false);
  const [side, setSide] = useState<Side | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const active = (selected || hovered) && !readOnly;
  const view = useMemo(() => {
    const brought = sample === undefined ? {} : { [field.id]: sample };
    const seen = { place: '', registerName: () => '', at: 0, brought };
    const drawn = fieldViewWith(field, access ?? (field.source.type === 'manual' ? 'write' : 'read'), seen);
    const required = drawn.required || (field.rules.required === true && field.source.type === 'manual');
    return { ...drawn, required: access === null ? required : drawn.required };
  }, [field, access, sample]);

  const onDragOver = (event: DragEvent<HTMLDivElement>) => {
    if (!dragRef.current || !card.current || readOnly) return;
    event.preventDefault();
    const row = card.current.parentElement?.clientWidth ?? 0;
    setSide(sideOf(card.current.getBoundingClientRect(), event.clientX, event.clientY, row));
  };
  const onDrop = (event: DragEvent<HTMLDivElement>) => {
    const dragged = dragRef.current;
    if (!dragged || side === null) return;
    event.preventDefault();
    event.stopPropagation();
    setSide(null);
    dragRef.current = null;
    const from = dragged.type === 'field' ? placeInSection(card.current, dragged.id) : null;
    actions.drop(dragged, { section: field.section, index: dropIndex(index, side, from) });
  };

  return (
    <div
      ref={card}
      className={`${styles.card} ${styles[field.width]} ${selected ? styles.selected : ''} ${access === 'hidden' ? styles.hidden : ''}`}
      data-field-card={field.id}
      data-drop={side ?? undefined}
      onMouseEnter={() => setHovered(true)}
      onMouseLeave={() => setHovered(false)}
      onDragOver={onDragOver}
      onDragLeave={() => setSide(null)}
      onDrop={onDrop}
    >
      <div inert className={styles.drawn}>
        <FieldInput quiet field={view} value={view.value} onChange={nothing} />
      </div>
      {field.source.type === 'manual' ? null : (
        <p className={styles.source}>
          {field.source.type === 'shared' ? t('form.sharedFrom', { register: props.registerName }) : t('form.computed')}
        </p>
      )}
      <button
        type="button"
        className={styles.cover}
        data-field-cover={field.id}
        tabIndex={props.tabStop ? 0 : -1}
        aria-pressed={selected}
        aria-label={t('form.fieldLabel', { name: field.name })}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown F2 Delete"
        onClick={() => actions.select({ kind: 'field', id: field.id })}
        onDoubleClick={() => !readOnly && actions.setRenaming(field.id)}
        onKeyDown={(event) => (readOnly ? undefined : onKey(event, field.id, index, field.section, actions))}
      />
      {renaming ? (
        <DraftText
          value={field.name}
          keepFilled
          autoFocus
          size="small"
          className={styles.rename}
          label={t('form.rename', { name: field.name })}
          onCommit={(name) => actions.rename(field.id, name)}
          onDone={() => {
            actions.setRenaming(null);
            focusCard(field.id);
          }}
        />
      ) : readOnly || field.kind === 'note' ? null : (
        <button
          type="button"
          tabIndex={-1}
          className={styles.labelButton}
          aria-label={t('form.rename', { name: field.name })}
          onClick={() => {
            actions.select({ kind: 'field', id: field.id });
            actions.setRenaming(field.id);
          }}
        >
          {field.name}
        </button>
      )}
      <span className={styles.marks}>
        {field.rules.visible ? (
          <Tooltip title={t('form.conditional')}>
            <QuestionCircleOutlined aria-label={t('form.conditional')} />
          </Tooltip>
        ) : null}
        {access === 'hidden' ? (
          <span>
            <EyeInvisibleOutlined aria-hidden /> {t('form.notSeen')}
          </span>
        ) : null}
        <ProblemMark problems={problems} onRepair={actions.repair} />
      </span>
      {active ? <Adder section={field.section} index={index} /> : null}
      {active ? (
        <span
          className={styles.handle}
          draggable
          title={t('form.drag')}
          onDragStart={(event) => {
            dragRef.current = { type: 'field', id: field.id };
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', field.name);
            if (card.current) event.dataTransfer.setDragImage(card.current, 12, 12);
          }}
          onDragEnd={() => (dragRef.current = null)}
        >
          <HolderOutlined aria-hidden />
        </span>
      ) : null}
      {selected && !readOnly ? <FieldTools field={field} /> : null}
    </div>
  );
}, sameCard);

function sameCard(a: FieldCardProps, b: FieldCardProps): boolean {
  return (
    a.index === b.index &&
    a.access === b.access &&
    sameJson(a.sample, b.sample) &&
    a.selected === b.selected &&
    a.renaming === b.renaming &&
    a.tabStop === b.tabStop &&
    a.readOnly === b.readOnly &&
    a.registerName === b.registerName &&
    sameJson(a.field, b.field) &&
    sameJson(a.problems, b.problems)
  );
}

/** "+" in front of a field. */
function Adder({ section, index }: { readonly section: string; readonly index: number }) {
  const { t } = useTranslation('studio-form');
  const menu = useKindMenu({ section, index });
  return (
    <Dropdown menu={menu} trigger={['click']}>
      <button type="button" className={styles.adder} aria-label={t('form.addBefore')} title={t('form.addBefore')}>
        <PlusOutlined aria-hidden />
      </button>
    </Dropdown>
  );
}

function onKey(
  event: KeyboardEvent<HTMLButtonElement>,
  id: string,
  index: number,
  section: string,
  actions: ReturnType<typeof useBuilderActions>['actions'],
): void {
  const up = event.key === 'ArrowUp' || event.key === 'ArrowLeft';
  const down = event.key === 'ArrowDown' || event.key === 'ArrowRight';
  if (up || down) {
    event.preventDefault();
    const direction = up ? -1 : 1;
    if (event.altKey && event.shiftKey) actions.across(id, direction);
    else if (event.altKey) actions.step(id, direction);
    else focusNeighbour(event.currentTarget, direction, actions);
    if (event.altKey) {
      event.stopPropagation();
      focusCard(id);
    }
  } else if (event.key === 'F2') {
    event.preventDefault();
    actions.select({ kind: 'field', id });
    actions.setRenaming(id);
  } else if (event.key === 'Delete') {
    event.preventDefault();
    event.stopPropagation();
    const heir = neighbour(event.currentTarget, 1) ?? neighbour(event.currentTarget, -1);
    actions.remove(id);
    heir?.focus();
  } else if (event.key === 'Insert') {
    event.preventDefault();
    actions.add({ type: 'kind', kind: 'text' }, { section, index: index + 1 });
  }
}

function neighbour(from: HTMLElement, direction: -1 | 1): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('[data-field-cover]')];
  return all[all.indexOf(from) + direction];
}

function focusNeighbour(
  from: HTMLElement,
  direction: -1 | 1,
  actions: ReturnType<typeof useBuilderActions>['actions'],
): void {
  const next = neighbour(from, direction);
  const id = next?.dataset.fieldCover;
  if (!next || id === undefined) return;
  actions.select({ kind: 'field', id });
  next.focus();
}

/** After the page has been drawn again: the moved or renamed field keeps the focus. */
export function focusCard(id: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-field-cover="${CSS.escape(id)}"]`)?.focus({ preventScroll: false }),
  );
}

/** Place of a field among the cards of this card's section; null when it stands in another. */
function placeInSection(card: HTMLElement | null, id: string): number | null {
  const cards = [...(card?.parentElement?.querySelectorAll<HTMLElement>('[data-field-card]') ?? [])];
  const place = cards.findIndex((one) => one.dataset.fieldCard === id);
  return place < 0 ? null : place;
}
