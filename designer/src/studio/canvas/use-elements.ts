/**
 * The design as React Flow's nodes and edges. Positions come from the arrangement; while something is dragged, from the
 * hand. Selection lives in the editor's state, so that inspector, table and canvas speak of the same thing.
 */
import type { Diagnostic } from '@tongban/shared/compiler';
import { isAttachment, sorted, type Edge, type FlowNode } from '@tongban/shared/document';
import { NODE_WORDS, nodeFamily } from '@tongban/shared/nodes';
import { Position, type EdgeChange, type NodeChange, type NodeHandle } from '@xyflow/react';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectoryNames } from '../directory.ts';
import { moveSteps } from '../flow/edits.ts';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { chipsOf } from './chips.ts';
import type { Box } from '../../ui/flow/geometry.ts';
import { placeLabels } from './labels.ts';
import type { Line } from './LineEdge.tsx';
import type { StepNode } from './StepCard.tsx';
import { labelSides } from '../../ui/flow/route.ts';
import type { Drawing } from './use-drawing.ts';
import { readingOrder } from './walk.ts';

type Spots = Readonly<Record<string, { readonly x: number; readonly y: number }>>;
const NONE: Spots = {};

export interface CanvasElements {
  readonly nodes: StepNode[];
  readonly edges: Line[];
  readonly onNodesChange: (changes: NodeChange<StepNode>[]) => void;
  readonly onEdgesChange: (changes: EdgeChange<Line>[]) => void;
  readonly onNodeDragStop: (event: unknown, node: StepNode | undefined, nodes: StepNode[]) => void;
  /** What a screen reader says of a node. */
  readonly labelOf: (id: string) => string;
}

export function useElements(
  drawing: Drawing,
  problemsOf: ReadonlyMap<string, readonly Diagnostic[]>,
  directory: DirectoryNames,
): CanvasElements {
  const { t, i18n } = useTranslation('studio-flow');
  const { design, edit, readOnly } = useStudio();
  const { selection, select } = useStudioUi();
  const { arrangement, routes, edgeText } = drawing;
  const [dragged, setDragged] = useState<Spots>(NONE);
  const selected = useRef<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => new Set(selection), [selection]);
  useLayoutEffect(() => {
    selected.current = chosen;
  }, [chosen]);

  const order = useMemo(() => readingOrder(arrangement), [arrangement]);
  const labelOf = useCallback(
    (id: string): string => {
      const node = design.flow.nodes[id];
      if (!node) return '';
      const language = i18n.language === 'en' ? 'en' : 'zh-CN';
      const lane = design.flow.lanes[arrangement.laneOf.get(id) ?? '']?.name ?? t('noLane');
      const post = 'post' in node ? directory.postName(node.post) : '';
      const problems = problemsOf.get(id)?.length ?? 0;
      return [
        `${NODE_WORDS[node.kind][language].kind} ${node.name || t('unnamed')}`,
        post ? `${lane} · ${post}` : lane,
        ...chipsOf(node, t).map((chip) => (chip.title === t('chipDeadline') ? chip.text : chip.title)),
        ...(problems > 0 ? [t('problemsHere', { count: problems })] : []),
        t('nthOf', { n: order.indexOf(id) + 1, total: order.length }),
      ].join('，');
    },
    [design, arrangement, order, problemsOf, directory, t, i18n.language],
  );

  const side = useMemo(() => labelSides(design.flow, routes), [design.flow, routes]);
  const nodes = useMemo(
    () =>
      order.flatMap((id): StepNode[] => {
        const node = design.flow.nodes[id];
        const box = arrangement.boxes[id];
        if (!node || !box) return [];
        return [
          {
            id,
            type: 'step',
            position: spotOf(node, box, dragged, arrangement.boxes),
            width: box.width,
            height: box.height,
            measured: { width: box.width, height: box.height },
            handles: handlesOf(node, box),
            data: {
              node,
              side: isGateway(node) ? side(id, box) : 'below',
              leads: arrangement.index.outgoing.has(id),
            },
            selected: chosen.has(id),
            draggable: !readOnly && !isAttachment(node),
            domAttributes: { 'aria-roledescription': t('ariaNode') },
            zIndex: isAttachment(node) ? 3 : chosen.has(id) ? 2 : 1,
          },
        ];
      }),
    [order, design.flow.nodes, arrangement, side, dragged, chosen, readOnly, t],
  );
  const texts = useMemo(
    () => new Map(sorted(design.flow.edges).map((edge) => [edge.id, edgeText(edge)])),
    [design.flow.edges, edgeText],
  );
  const lineLabel = useMemo(() => lineLabels(design.flow.nodes, t), [design.flow.nodes, t]);
  const labels = useMemo(() => placeLabels(texts, routes), [texts, routes]);
  const edges = useMemo(
    () =>
      Object.values(design.flow.edges).flatMap((edge): Line[] => {
        if (!arrangement.boxes[edge.from] || !arrangement.boxes[edge.to]) return [];
        const moving = dragged[edge.from] !== undefined || dragged[edge.to] !== undefined;
        const text = texts.get(edge.id) ?? '';
        return [
          {
            id: edge.id,
            source: edge.from,
            target: edge.to,
            type: 'line',
            selected: chosen.has(edge.id),
            ariaLabel: lineLabel(edge, text),
            domAttributes: { 'aria-roledescription': t('ariaEdge') },
            data: {
              route: moving ? null : (routes[edge.id] ?? null),
              label: labels.get(edge.id) ?? null,
              text,
              title: text,
            },
          },
        ];
      }),
    [design.flow.edges, arrangement, routes, texts, labels, lineLabel, dragged, chosen, t],
  );

  const applySelection = useCallback(
    (changes: readonly { readonly id: string; readonly selected: boolean }[]) => {
      if (changes.length === 0) return;
      const next = new Set(selected.current);
      for (const change of changes) {
        if (change.selected) next.add(change.id);
        else next.delete(change.id);
      }
      selected.current = next;
      select([...next]);
    },
    [select],
  );
  const onNodesChange = useCallback(
    (changes: NodeChange<StepNode>[]) => {
      const moved = changes.flatMap((change) =>
        change.type === 'position' && change.position && change.dragging ? [[change.id, change.position] as const] : [],
      );
      if (moved.length > 0) setDragged((before) => ({ ...before, ...Object.fromEntries(moved) }));
      applySelection(changes.filter((change) => change.type === 'select'));
    },
    [applySelection],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange<Line>[]) => applySelection(changes.filter((change) => change.type === 'select')),
    [applySelection],
  );
  const onNodeDragStop = useCallback(
    (_event: unknown, _node: StepNode | undefined, moved: StepNode[]) => {
      const drops = Object.fromEntries(moved.map((node) => [node.id, node.position]));
      const far = moved.some(({ id, position }) => {
        const box = arrangement.boxes[id];
        return !box || Math.abs(box.x - position.x) > 4 || Math.abs(box.y - position.y) > 4;
      });
      setDragged(NONE);
      if (far) edit(t('editMove'), (now) => moveSteps(now, drops));
    },
    [arrangement, edit, t],
  );
  return { nodes, edges, onNodesChange, onEdgesChange, onNodeDragStop, labelOf };
}

const isGateway = (node: FlowNode): boolean => nodeFamily(node.kind) === 'gateway';

/** An attachment goes where its step is dragged. */
function spotOf(
  node: FlowNode,
  box: Box,
  dragged: Spots,
  boxes: Readonly<Record<string, Box>>,
): { x: number; y: number } {
  const own = dragged[node.id];
  if (own) return { x: own.x, y: own.y };
  if (isAttachment(node)) {
    const host = boxes[node.attachedTo];
    const at = dragged[node.attachedTo];
    if (host && at) return { x: box.x + at.x - host.x, y: box.y + at.y - host.y };
  }
  return { x: box.x, y: box.y };
}

/** Ends of lines, told beforehand so that nothing waits for a measurement. */
function handlesOf(node: FlowNode, box: Box): NodeHandle[] {
  const middle = Math.min(box.height, 104) / 2;
  const left: NodeHandle = { type: 'target', position: Position.Left, x: -6, y: middle - 6, width: 12, height: 12 };
  const right: NodeHandle = isAttachment(node)
    ? { type: 'source', position: Position.Bottom, x: box.width / 2 - 6, y: box.height - 6, width: 12, height: 12 }
    : { type: 'source', position: Position.Right, x: box.width - 6, y: middle - 6, width: 12, height: 12 };
  if (node.kind === 'start' || isAttachment(node)) return [right];
  return node.kind === 'end' ? [left] : [left, right];
}

/** The sentence is translated once, not once per line. */
function lineLabels(
  nodes: Readonly<Record<string, FlowNode>>,
  t: (key: string, params: Record<string, string>) => string,
): (edge: Edge, text: string) => string {
  const [before = '', between = '', after = ''] = t('lineLabel', { from: '\0', to: '\0' }).split('\0');
  return ({ from, to }, text) => {
    const line = `${before}${nodes[from]?.name ?? ''}${between}${nodes[to]?.name ?? ''}${after}`;
    return text ? `${line}：${text}` : line;
  };
}
