/** The panel of each tab, loaded when it is first opened. */
import { lazy, type ComponentType } from 'react';
import type { StudioTab } from '../ui-state.tsx';

export const PANELS: Readonly<Record<StudioTab, ComponentType>> = {
  flow: lazy(() => import('../flow/FlowPanel.tsx').then((m) => ({ default: m.FlowPanel }))),
  form: lazy(() => import('../form/index.ts').then((m) => ({ default: m.FormPanel }))),
  materials: lazy(() => import('../materials/index.ts').then((m) => ({ default: m.MaterialsPanel }))),
  policies: lazy(() => import('../policies/index.ts').then((m) => ({ default: m.PoliciesPanel }))),
  compare: lazy(() => import('../compare/index.ts').then((m) => ({ default: m.ComparePanel }))),
  versions: lazy(() => import('../versions/index.ts').then((m) => ({ default: m.VersionsPanel }))),
};

export const PublishDialog = lazy(() => import('../publish/index.ts').then((m) => ({ default: m.PublishDialog })));

export const RehearsalBar = lazy(() => import('../rehearsal/index.ts').then((m) => ({ default: m.RehearsalBar })));
export const RehearsalPanel = lazy(() => import('../rehearsal/index.ts').then((m) => ({ default: m.RehearsalPanel })));
