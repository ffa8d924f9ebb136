/** What can be drawn: drag it to its place, or click to add it after what is selected. Roles are added here too. */
import { UsergroupAddOutlined } from '@ant-design/icons';
import { Popover, Tooltip } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryIcon } from '../canvas/icons.tsx';
import { useDirectory } from '../directory.ts';
import { RolePicker } from '../inspector/RolePicker.tsx';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { useEntryWords } from './entry-words.ts';
import { addStepAtEnd, appendStep, beginWith } from './edits.ts';
import styles from './flow.module.css';
import { assignRole, laneOfParty } from './lane-edits.ts';
import { DRAG_TYPE, GROUPS, draw, type EntryId } from './palette.ts';

export function Palette(): ReactNode {
  const { t } = useTranslation('studio-flow');
  const words = useEntryWords();
  const { design, edit, newId } = useStudio();
  const ui = useStudioUi();
  const directory = useDirectory();
  const [addingRole, setAddingRole] = useState(false);
  const rolePicker = useRef<HTMLDivElement>(null);

  const selected = ui.selection.find((id) => design.flow.nodes[id]);
  const kind = selected === undefined ? undefined : design.flow.nodes[selected]?.kind;
  const usable = (entry: EntryId): boolean =>
    entry === 'onTime'
      ? kind === 'task' || kind === 'dispatch'
      : entry !== 'start' || !Object.values(design.flow.nodes).some((node) => node.kind === 'start');

  const add = (entry: EntryId): void => {
    const id = newId('n');
    const edge = newId('e');
    const node = draw(entry, {
      id,
      language: words.language,
      attachedTo: entry === 'onTime' ? selected : undefined,
      ...(entry === 'countersign' && {
        name: t('countersign'),
        signers: directory.posts.slice(0, 2).map((post) => ({ name: post.name, post: post.id })),
      }),
    });
    const lane = newId('l');
    edit(t('editAdd', { kind: words.name(entry) }), (now) =>
      entry === 'start'
        ? beginWith(now, node, { id: lane, name: t('partyApplicant') })
        : selected !== undefined && kind !== 'end'
          ? appendStep(now, node, selected, edge)
          : addStepAtEnd(now, node, ui.lane ?? undefined),
    );
    ui.select([id]);
    ui.askName(id);
  };
  return (
    <div className={styles.palette} role="toolbar" aria-orientation="vertical" aria-label={t('palette')}>
      {GROUPS.map((group) => (
        <div key={group.key} className={styles.group}>
          <span className={styles.groupName}>{t(group.key)}</span>
          {group.entries.map((entry) => (
            <Tooltip
              key={entry}
              placement="right"
              title={entry === 'onTime' && !usable(entry) ? t('onTimeNeedsStep') : words.hint(entry)}
            >
              <button
                type="button"
                className={styles.entry}
                draggable={entry === 'onTime' || usable(entry)}
                aria-disabled={!usable(entry)}
                onDragStart={(event) => {
                  event.dataTransfer.setData(DRAG_TYPE, entry);
                  event.dataTransfer.effectAllowed = 'copy';
                }}
                onClick={() => {
                  if (usable(entry)) add(entry);
                }}
              >
                <span className={styles.entryIcon}>
                  <EntryIcon entry={entry} />
                </span>
                <span className={styles.entryName}>{words.name(entry)}</span>
              </button>
            </Tooltip>
          ))}
        </div>
      ))}
      <div className={styles.group}>
        <span className={styles.groupName}>{t('groupRoles')}</span>
        <Popover
          trigger="click"
          placement="rightBottom"
          destroyOnHidden
          open={addingRole}
          onOpenChange={setAddingRole}
          // A popover takes the focus only once it is drawn at its place.
          afterOpenChange={(open) => {
            if (open) rolePicker.current?.querySelector('input')?.focus();
          }}
          content={
            <div ref={rolePicker} className={styles.rolePicker}>
              <RolePicker
                value={null}
                lanes={false}
                defaultOpen
                label={t('addRole')}
                onLane={ui.selectLane}
                onRole={(party, name) => {
                  const id = newId('l');
                  edit(t('editAddRole', { name }), (now) => assignRole(now, [], { party, name, newId: id }));
                  ui.selectLane(laneOfParty(design, party)?.id ?? id);
                  setAddingRole(false);
                }}
              />
            </div>
          }
        >
          <button type="button" className={styles.entry} title={t('addRole')}>
            <span className={styles.entryIcon}>
              <UsergroupAddOutlined aria-hidden />
            </span>
            <span className={styles.entryName}>{t('addRole')}</span>
          </button>
        </Popover>
      </div>
    </div>
  );
}
