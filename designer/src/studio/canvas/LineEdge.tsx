/** A line: routed at right angles, dashed when it leads back, its decision or condition on it, a "+" to insert. */
import { PlusOutlined } from '@ant-design/icons';
import type { Diagnostic } from '@tongban/shared/compiler';
import { BaseEdge, EdgeLabelRenderer, getSmoothStepPath, type Edge, type EdgeProps } from '@xyflow/react';
import { memo, useState, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemMark } from '../problems/ProblemMark.tsx';
import styles from './canvas.module.css';
import { textWidth } from './chips.ts';
import { useCanvas } from './context.ts';
import { plusOf, roomOf, type LabelPlace } from './labels.ts';
import { pathOf, type Dot } from '../../ui/flow/path.ts';
import type { Route } from '../../ui/flow/route.ts';

export type LineData = {
  /** null while one of its ends is being dragged. */
  readonly route: Route | null;
  /** null: nothing to say, or said on a line right beside. */
  readonly label: LabelPlace | null;
  readonly text: string;
  readonly title: string;
};
export type Line = Edge<LineData, 'line'>;

export const LineEdge = memo(function LineEdge(props: EdgeProps<Line>): ReactNode {
  const { id, data, selected } = props;
  const [hover, setHover] = useState(false);
  const canvas = useCanvas();
  const problems = canvas.problemsOf.get(id) ?? [];
  const route = data?.route ?? null;
  if (!data || !route) return <BaseEdge path={getSmoothStepPath(props)[0]} className={styles.line} />;
  const state = [
    styles.line,
    route.back ? styles.back : '',
    selected ? styles.lineSelected : '',
    canvas.lit ? (canvas.lit.has(id) ? styles.lineLit : styles.dim) : '',
    canvas.tokens.has(id) ? styles.lineToken : '',
    problems.some((problem) => problem.severity === 'error') ? styles.lineWrong : '',
  ].join(' ');
  return (
    <g className={state} data-edge={id} onMouseEnter={() => setHover(true)} onMouseLeave={() => setHover(false)}>
      <BaseEdge path={pathOf(route.points)} interactionWidth={18} />
      <path d={arrowOf(route.points)} className={styles.arrow} />
      <EdgeLabelRenderer>
        {data.label && !canvas.far ? (
          <Label place={data.label} text={data.text} title={data.title} wrong={problems} />
        ) : null}
        {canvas.readOnly || canvas.far ? null : (
          <Insert id={id} at={plusOf(route, data.label, data.text)} shown={hover || selected === true} />
        )}
        {problems.length > 0 ? (
          <span className={styles.lineMark} style={at(markOf(data.label, data.text, route.plus))}>
            <ProblemMark problems={problems} onRepair={canvas.repair} />
          </span>
        ) : null}
      </EdgeLabelRenderer>
    </g>
  );
});

function Label({
  place,
  text,
  title,
  wrong,
}: {
  readonly place: LabelPlace;
  readonly text: string;
  readonly title: string;
  readonly wrong: readonly Diagnostic[];
}): ReactNode {
  return (
    <span
      className={wrong.some((problem) => problem.severity === 'error') ? styles.labelWrong : styles.label}
      style={{ ...at(place), maxWidth: roomOf(place) }}
      title={title}
    >
      {text}
    </span>
  );
}

/** Beside the words, or where the "+" is when there are none. */
function markOf(label: LabelPlace | null, text: string, plus: Dot): Dot {
  return label ? { x: label.x + Math.min(textWidth(text) + 10, label.width) / 2 + 4, y: label.y - 12 } : plus;
}

function Insert({ id, at: dot, shown }: { readonly id: string; readonly at: Dot; readonly shown: boolean }): ReactNode {
  const { t } = useTranslation('studio-flow');
  const { openMenu } = useCanvas();
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.insert} ${shown ? styles.insertShown : ''} nodrag nopan`}
      style={at(dot)}
      title={t('insertHere')}
      aria-label={t('insertHere')}
      onClick={(event) => {
        event.stopPropagation();
        const box = event.currentTarget.getBoundingClientRect();
        openMenu({ into: id }, { x: box.right + 8, y: box.top - 8 });
      }}
    >
      <PlusOutlined aria-hidden />
    </button>
  );
}

function at(dot: Dot): CSSProperties {
  return { transform: `translate(-50%, -50%) translate(${dot.x}px, ${dot.y}px)` };
}

function arrowOf(points: readonly Dot[]): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return '';
  const dx = Math.sign(tip.x - before.x);
  const dy = Math.sign(tip.y - before.y);
  const back = { x: tip.x - dx * 8, y: tip.y - dy * 8 };
  return `M ${back.x + dy * 4} ${back.y + dx * 4} L ${tip.x} ${tip.y} L ${back.x - dy * 4} ${back.y - dx * 4}`;
}
