/** The canvas by keyboard: one place at a time, every command told to screen readers with its result. */
import { useCallback, useEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import { keyCommand, type KeyCommand } from './keys.ts';
import type { CanvasActions } from './use-actions.ts';
import type { CanvasView } from './use-viewport.ts';
import type { Drawing } from './use-drawing.ts';
import { neighbour, readingOrder } from './walk.ts';

/** Places are told in cells: one step of Alt with an arrow key. */
const CELL = 24;

export type CanvasDialog = 'append' | 'connect' | 'lines' | 'keys' | null;

export interface CanvasKeyboard {
  /** The node the keyboard stands on; null before the first key. */
  readonly current: string | null;
  readonly message: string;
  readonly dialog: CanvasDialog;
  readonly setDialog: (dialog: CanvasDialog) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly focusCanvas: () => void;
}

export function useKeyboard(
  drawing: Drawing,
  actions: CanvasActions,
  view: CanvasView,
  labelOf: (id: string) => string,
): CanvasKeyboard {
  const { t } = useTranslation('studio-flow');
  const { design, readOnly } = useStudio();
  const { selection, select, focusInspector } = useStudioUi();
  const { arrangement } = drawing;
  const [message, setMessage] = useState('');
  const [dialog, setDialog] = useState<CanvasDialog>(null);
  const moved = useRef<string | null>(null);
  const current = selection.find((id) => design.flow.nodes[id]) ?? null;

  const walkTo = useCallback(
    (id: string | null, edge: string) => {
      if (id === null) {
        setMessage(edge);
        return;
      }
      select([id]);
      view.show(id);
      setMessage(labelOf(id));
    },
    [select, view, labelOf],
  );
  // A move is told with the place that came of it, once the drawing has it.
  const box = current === null ? undefined : arrangement.boxes[current];
  const lane = design.flow.lanes[arrangement.laneOf.get(current ?? '') ?? '']?.name ?? t('noLane');
  const place = box ? t('placeNow', { lane, n: Math.round(box.x / CELL) + 1 }) : '';
  useEffect(() => {
    if (moved.current === null || moved.current === place || place === '') return;
    moved.current = null;
    setMessage(t('movedTo', { place }));
  }, [place, t]);

  const run = useCallback(
    (command: KeyCommand): boolean => {
      const order = readingOrder(arrangement);
      switch (command.type) {
        case 'walk':
          walkTo(
            current === null ? (order[0] ?? null) : neighbour(arrangement, current, command.direction),
            t('edgeOfDrawing'),
          );
          return true;
        case 'tab': {
          const at = current === null ? (command.back ? order.length : -1) : order.indexOf(current);
          const next = order[at + (command.back ? -1 : 1)];
          if (next === undefined) return false;
          walkTo(next, '');
          return true;
        }
        case 'first':
          walkTo(order[0] ?? null, t('edgeOfDrawing'));
          return true;
        case 'last':
          walkTo(order.at(-1) ?? null, t('edgeOfDrawing'));
          return true;
        case 'nudge':
          if (current === null || readOnly) return true;
          moved.current = place;
          if (!actions.nudge(current, command.direction)) setMessage(t('edgeOfDrawing'));
          return true;
        case 'open':
          if (selection.length > 0) focusInspector();
          return true;
        case 'append':
        case 'connect':
          if (current !== null && !readOnly) setDialog(command.type);
          return true;
        case 'lines':
          if (current !== null) setDialog('lines');
          return true;
        case 'unfold':
          if (current !== null && design.flow.nodes[current]?.kind === 'dispatch') actions.toggleFold(current);
          return true;
        case 'remove': {
          const back = current === null ? null : neighbour(arrangement, current, 'left');
          actions.remove(selection);
          setMessage(t('removed'));
          if (back !== null && !selection.includes(back)) select([back]);
          return true;
        }
        case 'clear':
          select([]);
          return true;
        case 'help':
          setDialog('keys');
          return true;
        case 'zoomIn':
          view.zoomBy(1.2);
          return true;
        case 'zoomOut':
          view.zoomBy(1 / 1.2);
          return true;
        case 'zoomFit':
          view.fit();
          return true;
      }
    },
    [arrangement, current, walkTo, t, readOnly, place, actions, selection, focusInspector, design, view, select],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const target = event.target as HTMLElement;
      if (event.defaultPrevented || target.closest('input, textarea, [role="menu"], [role="dialog"]')) return;
      if ((event.key === 'Enter' || event.key === ' ') && target.closest('button')) return;
      const command = keyCommand({
        key: event.key,
        alt: event.altKey,
        shift: event.shiftKey,
        command: event.ctrlKey || event.metaKey,
      });
      if (command && run(command)) event.preventDefault();
    },
    [run],
  );
  const onFocus = useCallback(
    (event: FocusEvent<HTMLElement>) => {
      if (event.target === event.currentTarget && current !== null) setMessage(labelOf(current));
    },
    [current, labelOf],
  );
  const focusCanvas = view.focus;
  return useMemo(
    () => ({ current, message, dialog, setDialog, onKeyDown, onFocus, focusCanvas }),
    [current, message, dialog, onKeyDown, onFocus, focusCanvas],
  );
}
