/** What part of the drawing is seen, and how large. It opens at a size that can be read, at the start when not all fits. */
import { useReactFlow, useStore, type CoordinateExtent, type Viewport } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Arrangement } from '../../ui/flow/arrange.ts';
import { HEAD_WIDTH, PHASE_HEAD } from '../../ui/flow/geometry.ts';

export const ZOOM = { min: 0.2, max: 2, readable: 0.85, far: 0.5 } as const;
const MARGIN = 24;

export interface CanvasView {
  readonly initial: Viewport;
  readonly extent: CoordinateExtent;
  readonly far: boolean;
  readonly onInit: () => void;
  /** Brings a node into sight when it is not. */
  readonly show: (id: string) => void;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
  /** Gives the keyboard to the canvas. */
  readonly focus: () => void;
}

/** The view that shows all of it, but never smaller than can be read. */
export function openingView(arrangement: Arrangement, width: number, height: number, smallest: number): Viewport {
  const head = arrangement.phases.length > 0 ? PHASE_HEAD : 0;
  const room = { x: width - HEAD_WIDTH - 2 * MARGIN, y: height - head - 2 * MARGIN };
  const boxes = Object.values(arrangement.boxes);
  const left = Math.min(0, ...boxes.map((box) => box.x));
  const right = Math.max(left + 400, ...boxes.map((box) => box.x + box.width));
  const zoom = Math.min(1, room.x / (right - left), room.y / (arrangement.height - arrangement.top));
  const used = Math.max(zoom, smallest);
  return { x: HEAD_WIDTH + MARGIN - left * used, y: head + MARGIN / 2 - arrangement.top * used, zoom: used };
}

export function useViewportOf(arrangement: Arrangement, frame: RefObject<HTMLDivElement | null>): CanvasView {
  const flow = useReactFlow();
  const far = useStore((state) => state.transform[2] < ZOOM.far);
  const [initial] = useState<Viewport>(() => ({ x: HEAD_WIDTH + MARGIN, y: 40, zoom: ZOOM.readable }));
  const latest = useRef(arrangement);
  useEffect(() => {
    latest.current = arrangement;
  });

  const open = useCallback(
    (smallest: number, duration: number) => {
      const box = frame.current?.getBoundingClientRect();
      if (!box || box.width === 0) return;
      void flow.setViewport(openingView(latest.current, box.width, box.height, smallest), { duration });
    },
    [flow, frame],
  );
  const show = useCallback(
    (id: string) => {
      const box = latest.current.boxes[id];
      const seen = frame.current?.getBoundingClientRect();
      if (!box || !seen) return;
      const { x, y, zoom } = flow.getViewport();
      const left = box.x * zoom + x;
      const top = box.y * zoom + y;
      const [right, bottom] = [left + box.width * zoom, top + box.height * zoom];
      const dx =
        left < HEAD_WIDTH + 16 ? HEAD_WIDTH + 40 - left : right > seen.width - 16 ? seen.width - 60 - right : 0;
      const dy =
        top < PHASE_HEAD + 8 ? PHASE_HEAD + 40 - top : bottom > seen.height - 16 ? seen.height - 40 - bottom : 0;
      if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom }, { duration: 160 });
    },
    [flow, frame],
  );
  const zoomBy = useCallback(
    (factor: number) => void flow.zoomTo(Math.min(ZOOM.max, Math.max(ZOOM.min, flow.getZoom() * factor))),
    [flow],
  );
  const onInit = useCallback(() => open(ZOOM.readable, 0), [open]);
  const fit = useCallback(() => open(ZOOM.min, 200), [open]);
  const focus = useCallback(() => frame.current?.focus({ preventScroll: true }), [frame]);
  const { width, height, top } = arrangement;
  return useMemo(
    () => ({
      initial,
      extent: [
        [-900, top - 500],
        [width + 1400, height + 900],
      ],
      far,
      onInit,
      show,
      zoomBy,
      fit,
      focus,
    }),
    [initial, far, onInit, show, zoomBy, fit, focus, width, height, top],
  );
}
