/** What can be done on the canvas, each as one named edit, with the ids and words it needs. */
import type { Diagnostic } from '@tongban/shared/compiler';
import { removeElements, removeNodeClosing, type Design } from '@tongban/shared/document';
import { useReactFlow } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectoryNames } from '../directory.ts';
import { addStep, appendStep, canConnect, drawLine, insertStep, nudgeStep } from '../flow/edits.ts';
import { useEntryWords } from '../flow/entry-words.ts';
import { draw, KIND_OF, type EntryId } from '../flow/palette.ts';
import { useRepair } from '../problems/use-problems.ts';
import { useStudio } from '../store/index.tsx';
import { useStudioUi } from '../ui-state.tsx';
import type { MenuTarget } from './context.ts';
import { CARD, DIAMOND, PILL, type Size } from '../../ui/flow/geometry.ts';

export interface OpenMenu {
  readonly target: MenuTarget;
  readonly at: { readonly x: number; readonly y: number };
}

export interface CanvasActions {
  readonly unfolded: ReadonlySet<string>;
  readonly toggleFold: (id: string) => void;
  readonly menu: OpenMenu | null;
  readonly openMenu: (target: MenuTarget, at: { x: number; y: number }) => void;
  readonly closeMenu: () => void;
  /** Adds a step where the menu was opened. Returns its id. */
  readonly add: (entry: EntryId, target: MenuTarget) => string;
  readonly drop: (entry: EntryId, screen: { x: number; y: number }) => void;
  readonly connect: (from: string, to: string) => void;
  readonly canConnect: (from: string, to: string) => boolean;
  readonly remove: (ids: readonly string[]) => void;
  /** False when there is nowhere to go. */
  readonly nudge: (id: string, direction: 'left' | 'right' | 'up' | 'down') => boolean;
  readonly repair: (diagnostic: Diagnostic) => void;
}

export function useActions(directory: DirectoryNames): CanvasActions {
  const { t } = useTranslation('studio-flow');
  const flow = useReactFlow();
  const { design, edit, newId, readOnly } = useStudio();
  const { select, selectLane, askName } = useStudioUi();
  const words = useEntryWords();
  const repair = useRepair();
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());

  const make = useCallback(
    (entry: EntryId, attachedTo?: string) =>
      draw(entry, {
        id: newId('n'),
        language: words.language,
        ...(attachedTo === undefined ? {} : { attachedTo }),
        ...(entry === 'countersign'
          ? {
              name: t('countersign'),
              signers: directory.posts.slice(0, 2).map((post) => ({ name: post.name, post: post.id })),
            }
          : {}),
      }),
    [newId, words.language, directory.posts, t],
  );
  const toggleFold = useCallback(
    (id: string) =>
      setUnfolded((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  const openMenu = useCallback((target: MenuTarget, at: { x: number; y: number }) => setMenu({ target, at }), []);
  const closeMenu = useCallback(() => setMenu(null), []);
  const name = useCallback((entry: EntryId) => t('editAdd', { kind: words.name(entry) }), [t, words]);

  const add = useCallback(
    (entry: EntryId, target: MenuTarget): string => {
      const after = 'after' in target ? target.after : undefined;
      const node = make(entry, KIND_OF[entry] === 'onTime' ? after : undefined);
      const edge = newId('e');
      const change = (now: Design): Design =>
        'into' in target ? insertStep(now, node, target.into, edge) : appendStep(now, node, target.after, edge);
      edit(name(entry), change);
      select([node.id]);
      askName(node.id);
      return node.id;
    },
    [make, newId, edit, name, select, askName],
  );
  const drop = useCallback(
    (entry: EntryId, screen: { x: number; y: number }) => {
      const point = flow.screenToFlowPosition(screen);
      const kind = KIND_OF[entry];
      const size: Size =
        kind === 'exclusive' || kind === 'parallel' ? DIAMOND : kind === 'start' || kind === 'end' ? PILL : CARD;
      const host = kind === 'onTime' ? hostAt(design, flow, screen) : undefined;
      if (kind === 'onTime' && host === undefined) return;
      const node = make(entry, host);
      edit(name(entry), (now) =>
        host === undefined
          ? addStep(now, node, { x: point.x - size.width / 2, y: point.y - size.height / 2 })
          : appendStep(now, node, host, newId('e')),
      );
      select([node.id]);
      askName(node.id);
    },
    [flow, design, make, edit, name, select, askName, newId],
  );
  const connect = useCallback(
    (from: string, to: string) => {
      const id = newId('e');
      edit(t('editConnect'), (now) => drawLine(now, { id, from, to }));
      select([id]);
    },
    [edit, newId, select, t],
  );
  const remove = useCallback(
    (ids: readonly string[]) => {
      if (readOnly || ids.length === 0) return;
      const [only] = ids;
      const single = ids.length === 1 && only !== undefined && design.flow.nodes[only] !== undefined;
      edit(t('editRemove'), (now) => (single ? removeNodeClosing(now, only) : removeElements(now, ids)));
      select([]);
      selectLane(null);
    },
    [readOnly, design, edit, select, selectLane, t],
  );
  const nudge = useCallback(
    (id: string, direction: 'left' | 'right' | 'up' | 'down') => {
      if (nudgeStep(design, id, direction) === design) return false;
      edit(t('editMove'), (now) => nudgeStep(now, id, direction));
      return true;
    },
    [design, edit, t],
  );
  const mayConnect = useCallback(
    (from: string, to: string) => !readOnly && canConnect(design, from, to),
    [design, readOnly],
  );

  return useMemo(
    () => ({
      unfolded,
      toggleFold,
      menu,
      openMenu,
      closeMenu,
      add,
      drop,
      connect,
      canConnect: mayConnect,
      remove,
      nudge,
      repair,
    }),
    [unfolded, toggleFold, menu, openMenu, closeMenu, add, drop, connect, mayConnect, remove, nudge, repair],
  );
}

/** The working step under a point of the screen. */
function hostAt(
  design: Design,
  flow: ReturnType<typeof useReactFlow>,
  screen: { x: number; y: number },
): string | undefined {
  const point = flow.screenToFlowPosition(screen);
  const hits = flow.getIntersectingNodes({ x: point.x - 20, y: point.y - 20, width: 40, height: 40 });
  return hits.find((hit) => ['task', 'dispatch'].includes(design.flow.nodes[hit.id]?.kind ?? ''))?.id;
}
