/** A confidential little dispatch and people who look at it, for the tests of view. */
import { defaultCalendar } from '../calendar/index.ts';
import type { Prim } from '../definition/types.ts';
import type { Access } from '../document/index.ts';
import { view } from './view.ts';
import type { CaseView, Viewer } from './view-types.ts';
import type { Runnable } from './index-of.ts';
import { edge, elements, end, field, netOfPrims, outcome, task, work, type Play } from './testing.ts';

export const viewer = (department: string | null, more: Partial<Viewer> = {}): Viewer => ({
  person: 'someone',
  department,
  posts: [],
  roles: [],
  ...more,
});
export const look = (play: Play, who: Viewer): CaseView | null =>
  view(play.definition, play.state, who, { now: play.now, calendar: defaultCalendar() });
/** start → first → two departments beside each other → review → end. */
export const confidential = (
  accesses: Readonly<Record<string, Readonly<Record<string, Access>>>>,
  visibility: OpinionSeen,
): Runnable =>
  netOfPrims(
    [
      {
        type: 'activity',
        id: 'first',
        work: work('first', [outcome('ok', edge('first', 'all'))], { name: 'first', opinionVisibleTo: visibility }),
      },
      {
        type: 'many',
        id: 'all',
        work: work(null, [outcome('ok', edge('all', 'review')), outcome('no', edge('all', 'review'))], {
          name: 'all',
          opinionVisibleTo: visibility,
        }),
        elements: elements(2),
        choice: { mode: 'fixed' },
        completion: 'all@1',
        rerun: 'all',
        role: 'dispatch',
      } satisfies Prim,
      task('review', 'end', { opinionVisibleTo: visibility }),
      end(),
    ],
    ['start>first', 'first>all', 'all>review', 'review>end'],
    {
      lead: 'review',
      fields: Object.entries(accesses).map(([id, access]) => field(id, access)),
      returnTargets: { review: ['all', 'first'], all: ['first'], first: [] },
    },
  );
export type OpinionSeen = 'everyone' | 'handlers' | 'lead';
