/** What is selected, asked about in the user's words: 做什么 · 谁来做 · 多久 · 看到什么 · 异常处理. */
import { CloseOutlined, DeleteOutlined } from '@ant-design/icons';
import { removeElements, removeNodeClosing } from '@tongban/shared/document';
import { NODE_WORDS } from '@tongban/shared/nodes';
import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemSentences } from '../problems/ProblemMark.tsx';
import { useProblemsOf, useRepair } from '../problems/use-problems.ts';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { EdgeQuestions } from './EdgeQuestions.tsx';
import styles from './inspector.module.css';
import { LaneQuestions } from './LaneQuestions.tsx';
import { NodeQuestions } from './NodeQuestions.tsx';
import { SeveralQuestions } from './SeveralQuestions.tsx';

export function Inspector(): ReactNode {
  const { t, i18n } = useTranslation('studio-flow');
  const { design, compiled, edit, readOnly } = useStudio();
  const ui = useStudioUi();
  const root = useRef<HTMLDivElement>(null);
  const problemsOf = useProblemsOf(compiled.diagnostics);
  const repair = useRepair();

  useEffect(() => {
    if (ui.inspectorCalls === 0) return;
    root.current?.querySelector<HTMLElement>('input:not([disabled]), textarea, [role="combobox"]')?.focus();
  }, [ui.inspectorCalls]);

  const known = ui.selection.filter((id) => design.flow.nodes[id] ?? design.flow.edges[id]);
  const [id] = known;
  const node = id === undefined ? undefined : design.flow.nodes[id];
  const edge = id === undefined ? undefined : design.flow.edges[id];
  const lane = ui.lane === null ? undefined : design.flow.lanes[ui.lane];
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const close = (): void => {
    ui.select([]);
    ui.selectLane(null);
  };
  const remove = (): void => {
    edit(t('editRemove'), (now) =>
      node && known.length === 1 ? removeNodeClosing(now, node.id) : removeElements(now, known),
    );
    ui.select([]);
  };
  const shown = known.length > 1 ? 'several' : node ? 'node' : edge ? 'edge' : lane ? 'lane' : null;
  if (shown === null) return null;
  const title =
    shown === 'several'
      ? t('severalSelected', { count: known.length })
      : shown === 'lane'
        ? t('roleTitle')
        : node
          ? NODE_WORDS[node.kind][language].kind
          : t('lineTitle');
  const problems = problemsOf.get(shown === 'lane' ? (lane?.id ?? '') : (id ?? '')) ?? [];
  return (
    <div
      ref={root}
      className={styles.inspector}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        document.querySelector<HTMLElement>('[data-testid="canvas"]')?.focus();
      }}
    >
      <header className={styles.head}>
        <span className={styles.kind}>{title}</span>
        {readOnly || shown === 'lane' ? null : (
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined aria-hidden />}
            title={t('remove')}
            aria-label={t('remove')}
            onClick={remove}
          />
        )}
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t('common:close')}
          onClick={close}
        />
      </header>
      {problems.length > 0 && shown !== 'several' ? (
        <div className={styles.problems}>
          <ProblemSentences problems={problems} onRepair={repair} />
        </div>
      ) : null}
      <fieldset className={styles.questions} disabled={readOnly} key={shown === 'lane' ? ui.lane : id}>
        {shown === 'several' ? <SeveralQuestions ids={known} /> : null}
        {shown === 'node' && node ? <NodeQuestions node={node} /> : null}
        {shown === 'edge' && edge ? <EdgeQuestions edge={edge} /> : null}
        {shown === 'lane' && lane ? <LaneQuestions lane={lane} /> : null}
      </fieldset>
    </div>
  );
}
