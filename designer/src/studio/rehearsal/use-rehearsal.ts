/** For the canvas and the rest of the studio: where the rehearsal stands, what of the flow was tried, playing a trace. */
import type { TraceStep } from '@tongban/shared/compiler';
import { useCallback, useEffect, useMemo } from 'react';
import { useStudio } from '../store/index.tsx';
import { useStudioUi, type CanvasToken } from '../ui-state.tsx';
import { coverageOf, coveragePercent, type Coverage } from './coverage.ts';
import { openDesign, playTrace, useRehearsalState, type RehearsalState } from './store.ts';

export interface RehearsalOnCanvas {
  readonly active: boolean;
  /** By node: a token is here now, or the step was finished. */
  readonly tokens: Readonly<Record<string, 'here' | 'done'>>;
  readonly positions: readonly CanvasToken[];
  readonly coverage: Coverage;
  readonly percent: number;
}

export function useRehearsal(): RehearsalOnCanvas {
  const state = useRehearsalState();
  const { id, design } = useStudio();
  useEffect(() => openDesign(id), [id]);
  return useMemo(() => {
    const coverage = coverageOf(design.flow, state.walked);
    const tokens: Record<string, 'here' | 'done'> = {};
    for (const node of state.session?.done() ?? []) tokens[node] = 'done';
    const positions = positionsOf(state);
    for (const { at, kind } of positions) if (kind === 'node') tokens[at] = 'here';
    const active = state.session !== null || state.playing !== null;
    return { active, tokens, positions, coverage, percent: coveragePercent(coverage) };
  }, [state, design.flow]);
}

export function positionsOf({ session, playing }: RehearsalState): readonly CanvasToken[] {
  if (playing) return playing.trace[playing.at - 1]?.tokens ?? [];
  if (!session) return [];
  if (session.state() === null) return session.turns().map((turn) => ({ at: turn.node, kind: 'node' as const }));
  return session.positions();
}

/** Opens the rehearsal on a problem's trace. */
export function usePlayTrace(): (trace: readonly TraceStep[]) => void {
  const { setRehearsing, setTab } = useStudioUi();
  return useCallback(
    (trace: readonly TraceStep[]) => {
      playTrace(trace);
      setTab('flow');
      setRehearsing(true);
    },
    [setRehearsing, setTab],
  );
}
