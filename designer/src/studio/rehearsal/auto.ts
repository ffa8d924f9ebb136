/** 自动走完: goes on the usual way — sample values, the first decision of each step — one step at a time. */
import type { Design } from '@tongban/shared/document';
import type { FieldView, SectionView } from '@tongban/shared/kernel';
import { useEffect, useEffectEvent, useState } from 'react';
import { typedSamples } from '../preview/samples.ts';
import type { SampleSetting } from '../preview/sample-values.ts';
import { manualPatch, type Outcome, type Session, type Values } from './session.ts';
import { stepped } from './store.ts';

/** Long enough to see the token move. */
const STEP_MS = 350;
/** A flow that loops by its first decisions would go on for ever. */
const MOST_STEPS = 200;

/** The next step, or null when nobody is asked any more. */
export function goOn(session: Session, setting: SampleSetting, design: Design, opinion: string): Outcome | null {
  const [turn] = session.turns();
  if (!turn) return null;
  const fill = (sections: readonly SectionView[]): Values => {
    const open: FieldView[] = sections.flatMap((section) => section.fields).filter((field) => field.access !== 'read');
    return typedSamples(open, {}, setting, design);
  };
  if (turn.kind === 'start') return session.start(fill(session.startSections()));
  if (turn.kind === 'correction') return session.resubmit(fill(session.correction(turn.key)?.sections ?? []));
  const work = session.work(turn.key);
  const [outcome] = work?.outcomes ?? [];
  if (!work || !outcome) return null;
  return session.act(turn.key, {
    type: 'complete',
    activity: turn.key,
    outcome: outcome.id,
    opinion,
    patch: manualPatch(fill(work.sections)),
  });
}

/** Runs `goOn` until the case ends, a step is refused or somebody stops it. */
export function useAutomaticWalk(step: () => Outcome | null): {
  readonly walking: boolean;
  readonly toggle: () => void;
} {
  const [walking, setWalking] = useState(false);
  const next = useEffectEvent((): boolean => {
    const result = step();
    stepped();
    return result?.ok === true;
  });
  useEffect(() => {
    if (!walking) return;
    let left = MOST_STEPS;
    const timer = setInterval(() => {
      left--;
      if (!next() || left === 0) setWalking(false);
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [walking]);
  return { walking, toggle: () => setWalking((now) => !now) };
}
