/**
 * What the editor shows now: tab, selection, side panel, tokens on the canvas. It belongs to one window, is never
 * saved and never undone; what is drawn belongs to the store.
 */
import type { ElementRef } from '@tongban/shared/compiler';
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';

export const TABS = ['flow', 'form', 'materials', 'policies', 'compare', 'versions'] as const;
export type StudioTab = (typeof TABS)[number];
export type FlowView = 'canvas' | 'steps' | 'code';
/** What stands right of the canvas; null: the inspector, when something is selected. */
export type SidePanel = 'parallel' | null;

/** A token of the rehearsal or of a counterexample, on a node or an edge. */
export interface CanvasToken {
  readonly at: string;
  readonly kind: 'node' | 'edge';
}

export interface StudioUi {
  readonly tab: StudioTab;
  setTab(tab: StudioTab): void;
  readonly view: FlowView;
  setView(view: FlowView): void;
  readonly side: SidePanel;
  setSide(side: SidePanel): void;
  /** Ids of nodes and edges, in the order of selection. */
  readonly selection: readonly string[];
  select(ids: readonly string[]): void;
  /** Lane whose questions are shown; selecting an element lets go of it. */
  readonly lane: string | null;
  selectLane(lane: string | null): void;
  /** A step that was just drawn and waits for its name; `at` counts. */
  readonly naming: { readonly id: string; readonly at: number } | null;
  askName(id: string): void;
  /** Counts up when the keyboard wants to go into the inspector. */
  readonly inspectorCalls: number;
  focusInspector(): void;
  /** Field, section or material that another tab should show; set by reveal. */
  readonly focus: ElementRef | null;
  /** Jumps to an element wherever it is drawn. `at` counts so that the same element can be revealed again. */
  reveal(element: ElementRef): void;
  readonly revealed: { readonly element: ElementRef; readonly at: number } | null;
  /** null: nothing plays. */
  readonly tokens: readonly CanvasToken[] | null;
  setTokens(tokens: readonly CanvasToken[] | null): void;
  readonly criticalPath: boolean;
  setCriticalPath(on: boolean): void;
  readonly problemsOpen: boolean;
  setProblemsOpen(open: boolean): void;
  readonly rehearsing: boolean;
  setRehearsing(on: boolean): void;
}

const Context = createContext<StudioUi | null>(null);

const TAB_OF: Record<ElementRef['kind'], StudioTab> = {
  node: 'flow',
  edge: 'flow',
  table: 'flow',
  lane: 'flow',
  field: 'form',
  section: 'form',
  material: 'materials',
  item: 'materials',
  design: 'policies',
};

export function StudioUiProvider({
  tab,
  onTab,
  children,
}: {
  tab: StudioTab;
  onTab: (tab: StudioTab) => void;
  children: ReactNode;
}): ReactNode {
  const [view, setView] = useState<FlowView>('canvas');
  const [side, setSide] = useState<SidePanel>(null);
  const [selection, setSelection] = useState<readonly string[]>([]);
  const [lane, setLane] = useState<string | null>(null);
  const [naming, setNaming] = useState<StudioUi['naming']>(null);
  const [inspectorCalls, setInspectorCalls] = useState(0);
  const [revealed, setRevealed] = useState<StudioUi['revealed']>(null);
  const [tokens, setTokens] = useState<readonly CanvasToken[] | null>(null);
  const [criticalPath, setCriticalPath] = useState(false);
  const [problemsOpen, setProblemsOpen] = useState(false);
  const [rehearsing, setRehearsing] = useState(false);

  const select = useCallback((ids: readonly string[]) => {
    setSelection((before) => (before.length === ids.length && before.every((id, i) => id === ids[i]) ? before : ids));
    if (ids.length > 0) setLane(null);
    // What is left keeps its name: coming back to it later does not ask again.
    setNaming((last) => (last && !ids.includes(last.id) ? null : last));
  }, []);
  const selectLane = useCallback((id: string | null) => {
    setLane(id);
    if (id !== null) {
      setSelection([]);
      setNaming(null);
    }
  }, []);
  const askName = useCallback((id: string) => setNaming((last) => ({ id, at: (last?.at ?? 0) + 1 })), []);
  const focusInspector = useCallback(() => setInspectorCalls((calls) => calls + 1), []);
  const reveal = useCallback(
    (element: ElementRef) => {
      onTab(TAB_OF[element.kind]);
      if (element.kind === 'lane') selectLane(element.id);
      if (element.kind === 'node' || element.kind === 'edge') {
        select([element.id]);
        setSide(null);
        setView((current) => (current === 'code' ? 'canvas' : current));
      }
      setRevealed((last) => ({ element, at: (last?.at ?? 0) + 1 }));
    },
    [onTab, select, selectLane],
  );

  const value = useMemo<StudioUi>(
    () => ({
      tab,
      setTab: onTab,
      view,
      setView,
      side,
      setSide,
      selection,
      select,
      lane,
      selectLane,
      naming,
      askName,
      inspectorCalls,
      focusInspector,
      focus: revealed?.element ?? null,
      reveal,
      revealed,
      tokens,
      setTokens,
      criticalPath,
      setCriticalPath,
      problemsOpen,
      setProblemsOpen,
      rehearsing,
      setRehearsing,
    }),
    [
      tab,
      onTab,
      view,
      side,
      selection,
      select,
      lane,
      selectLane,
      naming,
      askName,
      inspectorCalls,
      focusInspector,
      reveal,
      revealed,
      tokens,
      criticalPath,
      problemsOpen,
      rehearsing,
    ],
  );
  return <Context value={value}>{children}</Context>;
}

/** The window's state; throws outside the editor. */
export function useStudioUi(): StudioUi {
  const value = use(Context);
  if (!value) throw new Error('useStudioUi: expected a StudioUiProvider around the editor');
  return value;
}
