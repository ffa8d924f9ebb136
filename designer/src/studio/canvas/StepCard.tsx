/** What stands for a node: a card for work, a pill for beginning and end, a diamond for routing, a clock on an edge. */
import { PlusOutlined } from '@ant-design/icons';
import { isAttachment, type Attachment, type FlowNode } from '@tongban/shared/document';
import { nodeFamily } from '@tongban/shared/nodes';
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemMark } from '../problems/ProblemMark.tsx';
import { durationText } from '../words.ts';
import { Bodies } from './Bodies.tsx';
import styles from './canvas.module.css';
import { chipsOf, fitChips, fitName } from './chips.ts';
import { useCanvas } from './context.ts';
import { NodeIcon } from './icons.tsx';
import type { LabelSide } from '../../ui/flow/route.ts';

export type StepNode = Node<
  {
    readonly node: FlowNode;
    readonly side: LabelSide;
    /** A line leaves it already: its "+" stands beside that line and its words, not on them. */
    readonly leads: boolean;
  },
  'step'
>;

export const StepCard = memo(function StepCard({ id, data, selected }: NodeProps<StepNode>): ReactNode {
  const canvas = useCanvas();
  const { node } = data;
  const problems = canvas.problemsOf.get(id) ?? [];
  const worst = problems.some((problem) => problem.severity === 'error')
    ? styles.wrong
    : problems.some((problem) => problem.severity === 'warning')
      ? styles.soon
      : '';
  const state = [
    styles.step,
    styles[node.kind],
    selected || canvas.current === id ? styles.selected : '',
    canvas.lit ? (canvas.lit.has(id) ? styles.lit : styles.dim) : '',
    canvas.tokens.has(id) ? styles.token : '',
    worst,
  ].join(' ');
  return (
    <div className={state} role="group" aria-label={canvas.labelOf(id)} data-node={id} data-kind={node.kind}>
      {node.kind === 'start' || isAttachment(node) ? null : (
        <Handle type="target" position={Position.Left} className={styles.handle} isConnectable={!canvas.readOnly} />
      )}
      <Shape node={node} side={data.side} />
      {node.kind === 'end' ? null : (
        <Handle
          type="source"
          position={isAttachment(node) ? Position.Bottom : Position.Right}
          className={styles.handle}
          isConnectable={!canvas.readOnly}
        />
      )}
      <ProblemMark problems={problems} onRepair={canvas.repair} className={styles.mark} />
      <Append node={node} place={!data.leads ? '' : data.side === 'above' ? styles.appendBelow : styles.appendBeside} />
    </div>
  );
});

function Shape({ node, side }: { readonly node: FlowNode; readonly side: LabelSide }): ReactNode {
  if (node.kind === 'task' || node.kind === 'dispatch') return <Card node={node} />;
  if (isAttachment(node)) return <Clock node={node} />;
  return nodeFamily(node.kind) === 'gateway' ? <Diamond node={node} side={side} /> : <Pill node={node} />;
}

function Card({ node }: { readonly node: Extract<FlowNode, { kind: 'task' | 'dispatch' }> }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { far, design, directory, unfolded, toggleFold } = useCanvas();
  if (far) {
    return (
      <div className={styles.farCard}>
        <span className={styles.icon}>
          <NodeIcon node={node} />
        </span>
        <span className={styles.farName}>{fitName(node.name || t('unnamed'), 144, 3, 24)}</span>
      </div>
    );
  }
  const lane = node.lane === undefined ? undefined : design.flow.lanes[node.lane];
  const role = node.kind === 'dispatch' && !lane ? t('partySeveral') : lane?.name || t('noLane');
  const post = directory.postName(node.post);
  const { shown, hidden } = fitChips(chipsOf(node, t), node.kind === 'dispatch' ? 150 : 184);
  return (
    <>
      <div className={styles.card}>
        <div className={styles.top}>
          <span className={styles.icon}>
            <NodeIcon node={node} />
          </span>
          <span className={styles.name} title={node.name}>
            {fitName(node.name || t('unnamed'), 155, 2, 14)}
          </span>
        </div>
        <div className={lane || node.kind === 'dispatch' ? styles.role : styles.roleMissing}>
          {post ? `${role} · ${post}` : role}
        </div>
        <div className={styles.chips}>
          {shown.map((chip) => (
            <span key={chip.text} title={chip.title} className={chip.strong ? styles.chipStrong : styles.chip}>
              {chip.text}
            </span>
          ))}
          {hidden.length > 0 ? (
            <span className={styles.chip} title={hidden.map((chip) => chip.title).join('、')}>
              +{hidden.length}
            </span>
          ) : null}
          {node.kind === 'dispatch' ? (
            <button
              type="button"
              tabIndex={-1}
              className={`${styles.fold} nodrag`}
              aria-expanded={unfolded.has(node.id)}
              onClick={(event) => {
                event.stopPropagation();
                toggleFold(node.id);
              }}
            >
              {t(unfolded.has(node.id) ? 'fold' : 'unfold')}
            </button>
          ) : null}
        </div>
      </div>
      {node.kind === 'dispatch' && unfolded.has(node.id) ? <Bodies node={node} /> : null}
    </>
  );
}

function Pill({ node }: { readonly node: FlowNode }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { far } = useCanvas();
  return (
    <div className={styles.pill}>
      <span className={styles.icon}>
        <NodeIcon node={node} />
      </span>
      <span className={styles.pillName} title={node.name}>
        {fitName(node.name || t('unnamed'), far ? 116 : 92, 2, far ? 20 : 14)}
      </span>
    </div>
  );
}

function Diamond({ node, side }: { readonly node: FlowNode; readonly side: LabelSide }): ReactNode {
  const { far } = useCanvas();
  return (
    <>
      <svg className={styles.diamond} viewBox="0 0 44 44" aria-hidden>
        <path d="M22 1.5 42.5 22 22 42.5 1.5 22Z" />
      </svg>
      <span className={styles.diamondIcon}>
        <NodeIcon node={node} />
      </span>
      {far || node.name === '' ? null : (
        <span className={`${styles.under} ${styles[side]}`} title={node.name}>
          {fitName(node.name, 104, 2, 12)}
        </span>
      )}
    </>
  );
}

function Clock({ node }: { readonly node: Attachment }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { far } = useCanvas();
  const interrupts = node.kind === 'onError' || node.interrupting;
  const after = node.kind === 'onTime' ? node.after : undefined;
  return (
    <>
      <span className={interrupts ? styles.clock : styles.clockBeside} title={node.name}>
        <NodeIcon node={node} />
      </span>
      {far || !after ? null : <span className={styles.clockText}>{durationText(t, after)}</span>}
    </>
  );
}

function Append({ node, place }: { readonly node: FlowNode; readonly place: string | undefined }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { readOnly, openMenu } = useCanvas();
  if (readOnly || node.kind === 'end') return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.append} ${place} nodrag nopan`}
      aria-label={t('appendAfter', { name: node.name })}
      title={t('append')}
      onClick={(event) => {
        event.stopPropagation();
        const box = event.currentTarget.getBoundingClientRect();
        openMenu({ after: node.id }, { x: box.right + 8, y: box.top - 8 });
      }}
    >
      <PlusOutlined aria-hidden />
    </button>
  );
}
