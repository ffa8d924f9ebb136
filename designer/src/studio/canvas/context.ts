/** What every card and line of the canvas needs beside its own element. */
import type { Diagnostic } from '@tongban/shared/compiler';
import type { Design } from '@tongban/shared/document';
import { createContext, use } from 'react';
import type { DirectoryNames } from '../directory.ts';

/** Where a new step goes: after a node, or into a line. */
export type MenuTarget = { readonly after: string } | { readonly into: string };

export interface CanvasModel {
  readonly design: Design;
  readonly directory: DirectoryNames;
  readonly readOnly: boolean;
  readonly problemsOf: ReadonlyMap<string, readonly Diagnostic[]>;
  /** What a screen reader says of a node. */
  readonly labelOf: (id: string) => string;
  /** Nodes and edges of the critical path; null: it is not lit. */
  readonly lit: ReadonlySet<string> | null;
  readonly tokens: ReadonlySet<string>;
  readonly unfolded: ReadonlySet<string>;
  readonly toggleFold: (id: string) => void;
  /** Opens the menu of kinds at a place on the screen. */
  readonly openMenu: (target: MenuTarget, at: { x: number; y: number }) => void;
  readonly repair: (diagnostic: Diagnostic) => void;
  /** The node that the keyboard stands on. */
  readonly current: string | null;
  /** Seen from afar: cards show icon and name only. */
  readonly far: boolean;
}

export const CanvasContext = createContext<CanvasModel | null>(null);

export function useCanvas(): CanvasModel {
  const model = use(CanvasContext);
  if (!model) throw new Error('useCanvas: expected a CanvasContext around the canvas');
  return model;
}
