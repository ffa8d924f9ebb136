/** 环节表: the flow as the table officials plan in. Edited in place; on a phone and for screen readers it is read. */
import { PlusOutlined } from '@ant-design/icons';
import { removeNodeClosing, type FlowNode } from '@tongban/shared/document';
import { NODE_WORDS } from '@tongban/shared/nodes';
import { RESULT_WORDS } from '@tongban/shared/words';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsLanguage } from '../../i18n/index.ts';
import { NodeIcon } from '../canvas/icons.tsx';
import { useDirectory } from '../directory.ts';
import { addStepAtEnd, appendStep } from '../flow/edits.ts';
import { useEntryWords } from '../flow/entry-words.ts';
import { assignLane, assignRole } from '../flow/lane-edits.ts';
import { draw } from '../flow/palette.ts';
import { DraftText } from '../form/parts/DraftInput.tsx';
import { changeWork, isWork, renameNode } from '../inspector/edits.ts';
import { HowLong } from '../inspector/HowLong.tsx';
import { PostPicker } from '../inspector/PostPicker.tsx';
import { RolePicker } from '../inspector/RolePicker.tsx';
import { ProblemMark } from '../problems/ProblemMark.tsx';
import { useProblemsOf, useRepair } from '../problems/use-problems.ts';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { durationText } from '../words.ts';
import { setPredecessors, stepRows, type StepRow } from './model.ts';
import styles from './steps.module.css';

export function StepTable({ readOnly }: { readonly readOnly: boolean }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { design, edit, newId, compiled } = useStudio();
  const ui = useStudioUi();
  const words = useEntryWords();
  const problemsOf = useProblemsOf(compiled.diagnostics);
  const repair = useRepair();
  const rows = stepRows(design);
  const add = (): void => {
    const selected = rows.find((row) => ui.selection.includes(row.node.id));
    const last = selected ?? [...rows].reverse().find((row) => row.node.kind !== 'end');
    const id = newId('n');
    const edge = newId('e');
    const node = draw('task', { id, language: words.language });
    edit(t('editAdd', { kind: words.name('task') }), (now) =>
      last && last.node.kind !== 'end' && last.node.kind !== 'onTime'
        ? appendStep(now, node, last.node.id, edge)
        : addStepAtEnd(now, node, undefined),
    );
    ui.select([id]);
  };
  return (
    <div className={styles.wrap}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('viewSteps')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              {t('columnNumber')}
            </th>
            <th scope="col">{t('columnStep')}</th>
            <th scope="col">{t('columnOffice')}</th>
            <th scope="col">{t('columnPost')}</th>
            <th scope="col">{t('columnDeadline')}</th>
            <th scope="col">{t('columnBefore')}</th>
            <th scope="col">{t('columnResult')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr
              key={row.node.id}
              data-step={row.node.id}
              className={ui.selection.includes(row.node.id) ? styles.on : ''}
              onClick={() => ui.select([row.node.id])}
              onKeyDown={(event) => {
                if (event.key !== 'Delete' || readOnly || event.target !== event.currentTarget) return;
                edit(t('editRemove'), (now) => removeNodeClosing(now, row.node.id));
              }}
            >
              <td className={styles.number}>
                {i + 1}
                <ProblemMark problems={problemsOf.get(row.node.id) ?? []} onRepair={repair} />
              </td>
              {readOnly ? <ReadCells row={row} /> : <EditCells row={row} rows={rows} />}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className={styles.empty}>{t('stepsEmpty')}</p> : null}
      {readOnly ? null : (
        <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={add} className={styles.add}>
          {t('stepAdd')}
        </Button>
      )}
    </div>
  );
}

function useResult(): (row: StepRow) => string {
  const { i18n } = useTranslation('studio-flow');
  const language = wordsLanguage(i18n.language);
  return ({ node, results }) => (node.kind === 'end' ? RESULT_WORDS[node.result][language] : results.join(' / '));
}

function useOffice(): (node: FlowNode) => string {
  const { t } = useTranslation('studio-flow');
  const { design } = useStudio();
  return (node) =>
    node.kind === 'dispatch'
      ? t('bodyCount', { count: Object.keys(node.bodies).length })
      : ((node.lane === undefined ? undefined : design.flow.lanes[node.lane]?.name) ?? '');
}

function StepName({ node }: { readonly node: FlowNode }): ReactNode {
  const { i18n } = useTranslation('studio-flow');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return (
    <span
      className={styles.icon}
      title={NODE_WORDS[node.kind][language].kind}
      role="img"
      aria-label={NODE_WORDS[node.kind][language].kind}
    >
      <NodeIcon node={node} />
    </span>
  );
}

function ReadCells({ row }: { readonly row: StepRow }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const directory = useDirectory();
  const office = useOffice();
  const result = useResult();
  const { node } = row;
  const deadline = node.kind === 'onTime' ? node.after : isWork(node) ? node.deadline : undefined;
  return (
    <>
      <th scope="row" className={styles.name}>
        <StepName node={node} />
        {node.name || t('unnamed')}
      </th>
      <td data-label={t('columnOffice')}>{office(node)}</td>
      <td data-label={t('columnPost')}>{'post' in node ? directory.postName(node.post) : ''}</td>
      <td data-label={t('columnDeadline')} className="tabular">
        {deadline ? durationText(t, deadline) : ''}
      </td>
      <td data-label={t('columnBefore')}>{row.before.map((before) => before.name).join('、')}</td>
      <td data-label={t('columnResult')}>{result(row)}</td>
    </>
  );
}

function EditCells({ row, rows }: { readonly row: StepRow; readonly rows: readonly StepRow[] }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { edit, newId } = useStudio();
  const office = useOffice();
  const result = useResult();
  const { node } = row;
  const others = rows.filter((other) => other.node.id !== node.id && other.node.kind !== 'end');
  return (
    <>
      <td className={styles.name}>
        <div className={styles.named}>
          <StepName node={node} />
          <DraftText
            variant="borderless"
            value={node.name}
            label={t('columnStep')}
            onCommit={(name) => edit(t('editRename'), (now) => renameNode(now, node.id, name))}
          />
        </div>
      </td>
      <td>
        {node.kind === 'task' || node.kind === 'start' ? (
          <RolePicker
            value={node.lane ?? null}
            several={false}
            label={t('columnOffice')}
            onLane={(lane) => edit(t('editRole'), (now) => assignLane(now, [node.id], lane))}
            onRole={(party, name) => {
              const id = newId('l');
              edit(t('editRole'), (now) => assignRole(now, [node.id], { party, name, newId: id }));
            }}
          />
        ) : (
          <span className={styles.quiet}>{office(node)}</span>
        )}
      </td>
      <td>
        {isWork(node) ? (
          <PostPicker
            value={node.post}
            label={t('columnPost')}
            onChange={(post) => edit(t('editPost'), (now) => changeWork(now, node.id, (work) => ({ ...work, post })))}
          />
        ) : null}
      </td>
      <td>{isWork(node) || node.kind === 'onTime' ? <HowLong node={node} /> : null}</td>
      <td>
        {node.kind === 'start' || node.kind === 'onTime' ? null : (
          <Select
            mode="multiple"
            value={row.before.map((before) => before.id)}
            aria-label={t('columnBefore')}
            style={{ width: '100%', minWidth: 140 }}
            popupMatchSelectWidth={false}
            optionFilterProp="label"
            options={others.map((other) => ({
              value: other.node.id,
              label: other.node.name || t('unnamed'),
              disabled: row.before.some((before) => before.id === other.node.id && before.through),
            }))}
            onChange={(wanted) =>
              edit(t('editConnect'), (now) => setPredecessors(now, node.id, wanted, () => newId('e')))
            }
          />
        )}
      </td>
      <td className={styles.quiet}>{result(row)}</td>
    </>
  );
}
