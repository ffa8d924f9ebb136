/** Where a case is now: the flow as a small picture, each step with its state as shape and colour. Read only. */
import { isAttachment, type Flow } from '@tongban/shared/document';
import { nodeFamily } from '@tongban/shared/nodes';
import type { CaseResult, StepView } from '@tongban/shared/kernel';
import { useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { HEAD, layFlow, type PlacedNode } from './picture.ts';
import styles from './FlowPicture.module.css';

type State = 'waiting' | 'open' | 'correcting' | 'done' | 'cancelled';
const STATE_WORDS = {
  waiting: 'stepWaiting',
  open: 'stepOpen',
  correcting: 'stepCorrecting',
  done: 'stepDone',
  cancelled: 'stepCancelled',
} as const;

/** The picture fits its place between these scales; narrower, it scrolls. */
const SMALLEST = 0.8;
const LARGEST = 1.1;

interface NodeState {
  readonly state: State;
  /** Of several departments: how many are done. */
  readonly done: number;
  readonly total: number;
}

interface FlowPictureProps {
  readonly flow: Flow;
  readonly steps: readonly StepView[];
  /** How the case ended; null while it runs. Lights the end that was reached. */
  readonly result: CaseResult | null;
}

export function FlowPicture({ flow, steps, result }: FlowPictureProps) {
  const { t } = useTranslation('cases');
  const arrow = useId();
  const picture = useMemo(() => layFlow(flow), [flow]);
  const states = useMemo(() => statesOf(steps), [steps]);
  const { frame } = picture;
  const now = steps.filter((step) => step.status === 'open' || step.status === 'correcting').map((step) => step.name);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = [...(box.current?.querySelectorAll<SVGElement>('[data-now]') ?? [])].at(-1);
    if (!box.current || !here) return;
    const { left, width } = here.getBoundingClientRect();
    const frame = box.current.getBoundingClientRect();
    box.current.scrollLeft += left + width / 2 - (frame.left + frame.width / 2);
  }, [picture, states]);
  const label = now.length > 0 ? t('pictureAt', { steps: [...new Set(now)].join('、') }) : t('picture');
  return (
    <div ref={box} className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
      <div
        className={styles.sheet}
        style={{ minWidth: Math.round(frame.width * SMALLEST), maxWidth: Math.round(frame.width * LARGEST) }}
      >
        <svg
          viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
          className={styles.picture}
          role="img"
          aria-label={label}
        >
          <defs>
            <marker id={arrow} viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" orient="auto">
              <path d="M0 0 6 3 0 6Z" className={styles.arrow} />
            </marker>
          </defs>
          {picture.lanes.map((lane, index) => (
            <rect
              key={lane.id}
              x={frame.x}
              y={lane.y}
              width={frame.width}
              height={lane.height}
              className={laneClass(index)}
            />
          ))}
          {picture.edges.map(({ edge, path, loop }) => (
            <path key={edge.id} d={path} className={loop ? styles.loop : styles.edge} markerEnd={`url(#${arrow})`} />
          ))}
          {picture.nodes.map((placed) => (
            <Node key={placed.node.id} placed={placed} state={states.get(placed.node.id)} result={result} />
          ))}
        </svg>
        <svg
          viewBox={`${frame.x} ${frame.y} ${HEAD} ${frame.height}`}
          className={styles.heads}
          style={{ width: `${(100 * HEAD) / frame.width}%` }}
          aria-hidden
        >
          {picture.lanes.map((lane, index) => (
            <g key={lane.id}>
              <rect x={frame.x} y={lane.y} width={HEAD} height={lane.height} className={laneClass(index)} />
              <LaneName name={lane.name} y={lane.y + lane.height / 2} />
            </g>
          ))}
        </svg>
      </div>
    </div>
  );
}

const laneClass = (index: number): string | undefined => (index % 2 === 0 ? styles.lane : styles.laneOdd);

function LaneName({ name, y }: { readonly name: string; readonly y: number }) {
  const lines = wrap(name, 7);
  const left = 10 - HEAD;
  return (
    <text className={styles.laneName} x={left} y={y - (lines.length - 1) * 8} dominantBaseline="central">
      {lines.map((line, index) => (
        <tspan key={line} x={left} dy={index === 0 ? 0 : 16}>
          {line}
        </tspan>
      ))}
      <title>{name}</title>
    </text>
  );
}

interface NodeProps {
  readonly placed: PlacedNode;
  readonly state: NodeState | undefined;
  readonly result: CaseResult | null;
}
function Node({ placed, state, result }: NodeProps) {
  const { t } = useTranslation('cases');
  const { node, x, y, width, height } = placed;
  const cx = x + width / 2;
  const cy = y + height / 2;
  if (node.kind === 'start') return <circle cx={cx} cy={cy} r={11} className={`${styles.box} ${styles.done}`} />;
  if (node.kind === 'end') {
    return (
      <g data-now={node.result === result || undefined}>
        <circle cx={cx} cy={cy} r={11} className={`${styles.box} ${styles.waiting}`} />
        <circle cx={cx} cy={cy} r={6} className={node.result === result ? styles.endReached : styles.endWaiting} />
        <title>{node.name}</title>
      </g>
    );
  }
  if (nodeFamily(node.kind) === 'gateway') {
    return (
      <g>
        <path
          d={`M${cx} ${y}L${x + width} ${cy}L${cx} ${y + height}L${x} ${cy}Z`}
          className={`${styles.box} ${styles.waiting}`}
        />
        {node.kind === 'parallel' ? (
          <path d={`M${cx} ${cy - 5}v10M${cx - 5} ${cy}h10`} className={styles.cross} />
        ) : null}
        <title>{node.name}</title>
      </g>
    );
  }
  if (isAttachment(node)) {
    return (
      <g>
        <circle cx={cx} cy={cy} r={width / 2 - 1} className={`${styles.box} ${styles.waiting}`} />
        <path d={`M${cx} ${cy - 4}v4l3 2`} className={styles.cross} />
        <title>{node.name}</title>
      </g>
    );
  }
  if (node.kind !== 'task' && node.kind !== 'dispatch') {
    return (
      <g>
        <circle cx={cx} cy={cy} r={11} className={`${styles.box} ${styles.waiting}`} />
        <title>{node.name}</title>
      </g>
    );
  }
  const shown = state?.state ?? 'waiting';
  const lines = wrap(node.name, 8).slice(0, 2);
  const count = state !== undefined && state.total > 1 ? ` ${state.done}/${state.total}` : '';
  return (
    <g data-now={shown === 'open' || shown === 'correcting' || undefined}>
      <rect x={x} y={y} width={width} height={height} rx={6} className={`${styles.box} ${styles[shown]}`} />
      <text className={styles.name} x={x + 26} y={cy - (lines.length - 1) * 8} dominantBaseline="central">
        {lines.map((line, index) => (
          <tspan key={line} x={x + 26} dy={index === 0 ? 0 : 16}>
            {line}
            {index === lines.length - 1 ? count : ''}
          </tspan>
        ))}
      </text>
      <g transform={`translate(${x + 8} ${cy - 6})`} className={styles.mark}>
        <path d={MARKS[shown]} className={styles[`${shown}Mark`]} />
      </g>
      <title>{`${node.name} · ${t(STATE_WORDS[shown])}${count}`}</title>
    </g>
  );
}

/** 12×12: ring, play, pause, tick, cross. */
const MARKS: Readonly<Record<State, string>> = {
  waiting: 'M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9Z',
  open: 'M3 1.5 10.5 6 3 10.5Z',
  correcting: 'M2 1.5h3v9H2Zm5 0h3v9H7Z',
  done: 'M1 6.5 4.5 10 11 2.5 9.7 1.4 4.4 7.4 2.2 5.3Z',
  cancelled: 'M2 3 3 2l3 3 3-3 1 1-3 3 3 3-1 1-3-3-3 3-1-1 3-3Z',
};

/** The state of each node in its latest round. */
function statesOf(steps: readonly StepView[]): ReadonlyMap<string, NodeState> {
  const states = new Map<string, NodeState>();
  const byNode = new Map<string, StepView[]>();
  for (const step of steps) byNode.set(step.node, [...(byNode.get(step.node) ?? []), step]);
  for (const [node, all] of byNode) {
    const round = Math.max(...all.map((step) => step.round));
    const last = all.filter((step) => step.round === round);
    const parts = last.some((step) => step.element !== null)
      ? last.filter((step) => step.element !== null)
      : last.slice(-1);
    const done = parts.filter((step) => step.status === 'done' || step.status === 'kept').length;
    const state: State = parts.some((step) => step.status === 'correcting')
      ? 'correcting'
      : parts.some((step) => step.status === 'open')
        ? 'open'
        : done > 0
          ? 'done'
          : 'cancelled';
    states.set(node, { state, done, total: parts.length });
  }
  return states;
}

/** Cut into lines of about so many Chinese characters; a Latin letter counts half. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const letter of text) {
    const size = letter.charCodeAt(0) > 0x2e7f ? 1 : 0.55;
    if (length + size > width && line !== '') {
      lines.push(line);
      line = '';
      length = 0;
    }
    line += letter;
    length += size;
  }
  if (line !== '') lines.push(line);
  return lines.length > 2 ? [lines[0] ?? '', `${(lines[1] ?? '').slice(0, -1)}…`] : lines;
}
