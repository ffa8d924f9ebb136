/** What 改并联 shows: who needs what from whom, and what a change does to the days. */
import {
  applyParallel,
  dependencies,
  forceParallel,
  propose,
  type Dependency,
  type ParallelProposal,
} from '@tongban/shared/compiler';
import type { Design } from '@tongban/shared/document';
import { isWork } from '../inspector/edits.ts';

export interface Need {
  /** Step that needs, and step that provides. */
  readonly to: string;
  readonly from: string;
  /** Names of the data; empty when only the decision counts. */
  readonly fields: readonly string[];
  readonly decision: boolean;
}

/** Data first. Of plain waiting for a decision only the nearest is told: who waits for B waits for what B waits for. */
export function needsOf(design: Design, found: readonly Dependency[]): Need[] {
  const nearest = found.filter(
    (need) =>
      need.fields.length > 0 ||
      !found.some(
        (other) => other.to === need.to && found.some(({ from, to }) => from === need.from && to === other.from),
      ),
  );
  return [...nearest]
    .sort((a, b) => Number(b.fields.length > 0) - Number(a.fields.length > 0))
    .map(({ from, to, fields, decision }) => ({
      from,
      to,
      decision,
      fields: fields.map((id) => design.form.fields[id]?.name ?? '').filter((name) => name !== ''),
    }));
}

/** Office of a step as people call it: its lane's name, or the step's own name. */
export function officeOf(design: Design, id: string): string {
  const node = design.flow.nodes[id];
  const lane = node?.lane === undefined ? undefined : design.flow.lanes[node.lane];
  return lane?.name || node?.name || '';
}

/** The proposal, cut to the steps that are wished for; the days follow. */
export function chosenProposal(
  design: Design,
  proposal: ParallelProposal,
  left: ReadonlySet<string>,
): { groups: string[][]; days: number } {
  const groups = proposal.groups
    .map((group) => group.filter((id) => !left.has(id)))
    .filter((group) => group.length > 1);
  const days =
    left.size === 0 ? proposal.after.criticalDays : propose(applyParallel(design, groups)).before.criticalDays;
  return { groups, days };
}

export interface ByHand {
  readonly steps: readonly string[];
  /** Can they be put side by side at all: are they parts of one series? */
  readonly possible: boolean;
  /** What one of them needs from another: each is a reason why it is unsafe. */
  readonly missing: readonly Need[];
  readonly days: number;
}

/** What would come of running hand-picked steps side by side; null for fewer than two steps that people work at. */
export function byHand(design: Design, selection: readonly string[]): ByHand | null {
  const steps = selection.filter((id) => isWork(design.flow.nodes[id]));
  if (steps.length < 2) return null;
  const forced = forceParallel(design, steps);
  const missing = dependencies(design).filter(({ from, to }) => steps.includes(from) && steps.includes(to));
  return {
    steps,
    possible: forced !== design,
    missing: needsOf(design, missing),
    days: propose(forced).before.criticalDays,
  };
}
