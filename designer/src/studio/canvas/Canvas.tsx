/**
 * The canvas: the flow drawn in lanes, edited by hand and by keyboard. React Flow pans, zooms, drags and culls; where
 * things stand and how lines run is ours (arrange, route), so both hands and keys see the same drawing.
 */
import { ReactFlow, SelectionMode, useStore, type AriaLabelConfig } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useEffect, useMemo, useRef, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDirectory } from '../directory.ts';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { BlankPage } from './BlankPage.tsx';
import { CanvasContext, type CanvasModel } from './context.ts';
import styles from './canvas.module.css';
import { CanvasDialogs } from './CanvasDialogs.tsx';
import { LaneBands, LaneHeads } from './LaneLayer.tsx';
import { LineEdge } from './LineEdge.tsx';
import { StepCard } from './StepCard.tsx';
import { TokenLayer } from './TokenLayer.tsx';
import { useActions } from './use-actions.ts';
import { useElements } from './use-elements.ts';
import { useKeyboard } from './use-keyboard.ts';
import { useViewportOf, ZOOM } from './use-viewport.ts';
import { litElements, useDrawing } from './use-drawing.ts';
import { useProblemsOf } from '../problems/use-problems.ts';
import { DRAG_TYPE, ENTRIES } from '../flow/palette.ts';

const nodeTypes = { step: StepCard };
const edgeTypes = { line: LineEdge };

/** Stands inside a ReactFlowProvider, which the status bar shares. */
export function Canvas(): ReactNode {
  const { t } = useTranslation('studio-flow');
  const studio = useStudio();
  const ui = useStudioUi();
  const directory = useDirectory();
  const { design, compiled, readOnly } = studio;
  const actions = useActions(directory);
  const drawing = useDrawing(design, actions.unfolded);
  const { arrangement, routes } = drawing;
  const frame = useRef<HTMLDivElement>(null);
  const view = useViewportOf(arrangement, frame);
  const problemsOf = useProblemsOf(compiled.diagnostics);
  const elements = useElements(drawing, problemsOf, directory);
  const { labelOf } = elements;
  const keyboard = useKeyboard(drawing, actions, view, labelOf);
  const { current } = keyboard;
  const lit = useMemo(
    () => (ui.criticalPath ? litElements(design, compiled) : null),
    [ui.criticalPath, design, compiled],
  );
  const tokens = useMemo(() => new Set((ui.tokens ?? []).map((token) => token.at)), [ui.tokens]);
  const model = useMemo<CanvasModel>(
    () => ({
      design,
      directory,
      readOnly,
      problemsOf,
      labelOf,
      lit,
      tokens,
      unfolded: actions.unfolded,
      toggleFold: actions.toggleFold,
      openMenu: actions.openMenu,
      repair: actions.repair,
      current,
      far: view.far,
    }),
    [design, directory, readOnly, problemsOf, labelOf, lit, tokens, actions, current, view.far],
  );
  // Questions that open beside the canvas must not cover what they are about.
  const width = useStore((state) => state.width);
  const { show } = view;
  useEffect(() => {
    if (current !== null && width > 0) show(current);
  }, [width, current, show]);
  const aria = useMemo<Partial<AriaLabelConfig>>(
    () => ({
      'node.a11yDescription.default': t('ariaNode'),
      'node.a11yDescription.keyboardDisabled': t('ariaNode'),
      'node.a11yDescription.ariaLiveMessage': () => '',
      'edge.a11yDescription.default': t('ariaEdge'),
      'controls.ariaLabel': t('ariaControls'),
      'controls.zoomIn.ariaLabel': t('zoomIn'),
      'controls.zoomOut.ariaLabel': t('zoomOut'),
      'controls.fitView.ariaLabel': t('zoomFit'),
      'handle.ariaLabel': t('ariaHandle'),
    }),
    [t],
  );
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    const entry = ENTRIES.find((name) => name === event.dataTransfer.getData(DRAG_TYPE));
    if (entry && !readOnly) actions.drop(entry, { x: event.clientX, y: event.clientY });
  };
  return (
    <CanvasContext value={model}>
      <div
        ref={frame}
        className={`${styles.canvas} ${view.far ? styles.far : ''} ${ui.criticalPath ? styles.lighting : ''}`}
        role="application"
        aria-label={t('canvasLabel', { title: design.meta.title })}
        aria-describedby="canvas-keys"
        tabIndex={0}
        data-testid="canvas"
        onKeyDown={keyboard.onKeyDown}
        onFocus={keyboard.onFocus}
        onDrop={onDrop}
        onDragOver={(event) => {
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
        }}
      >
        <span id="canvas-keys" className="visually-hidden">
          {t('canvasHelp')}
        </span>
        <ReactFlow
          nodes={elements.nodes}
          edges={elements.edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={elements.onNodesChange}
          onEdgesChange={elements.onEdgesChange}
          onNodeDragStop={elements.onNodeDragStop}
          onSelectionDragStop={(event, nodes) => elements.onNodeDragStop(event, nodes[0], nodes)}
          onConnect={({ source, target }) => actions.connect(source, target)}
          onConnectEnd={(event, state) => {
            if (state.isValid || state.toNode || !state.fromNode || state.fromHandle?.type !== 'source') return;
            const point = 'changedTouches' in event ? event.changedTouches[0] : event;
            if (point) actions.openMenu({ after: state.fromNode.id }, { x: point.clientX, y: point.clientY });
          }}
          isValidConnection={({ source, target }) => actions.canConnect(source, target)}
          onInit={view.onInit}
          defaultViewport={view.initial}
          minZoom={ZOOM.min}
          maxZoom={ZOOM.max}
          translateExtent={view.extent}
          nodesDraggable={!readOnly}
          nodesConnectable={!readOnly}
          nodesFocusable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionMode={SelectionMode.Partial}
          multiSelectionKeyCode={['Control', 'Meta', 'Shift']}
          panOnScroll
          zoomOnDoubleClick={false}
          elevateNodesOnSelect={false}
          onlyRenderVisibleElements
          nodeDragThreshold={3}
          connectionRadius={28}
          ariaLabelConfig={aria}
        >
          <LaneBands arrangement={arrangement} />
          {ui.tokens ? <TokenLayer tokens={ui.tokens} arrangement={arrangement} routes={routes} /> : null}
        </ReactFlow>
        <LaneHeads arrangement={arrangement} selected={ui.lane} onSelect={ui.selectLane} />
        {Object.keys(design.flow.nodes).length === 0 ? <BlankPage /> : null}
        <div className="visually-hidden" role="status" aria-live="polite" data-testid="canvas-live">
          {keyboard.message}
        </div>
      </div>
      <CanvasDialogs actions={actions} keyboard={keyboard} />
    </CanvasContext>
  );
}
