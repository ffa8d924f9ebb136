/**
 * A small definition for the tests of hosts and for the bench: start → three tasks side by side → one task → end.
 * Written as an executable by hand, so that a host is tested without the compiler.
 */
import { EXECUTABLE_FORMAT, type Definition, type NetEdge, type Prim, type WorkSpec } from '@tongban/shared/definition';
import type { Actor, Command } from '@tongban/shared/kernel';

export const SIDE_BY_SIDE = ['a', 'b', 'c'] as const;
const EDGES: readonly (readonly [string, string, string])[] = [
  ['e0', 'start', 'split'],
  ...SIDE_BY_SIDE.map((id) => [`in-${id}`, 'split', id] as const),
  ...SIDE_BY_SIDE.map((id) => [`out-${id}`, id, 'merge'] as const),
  ['e1', 'merge', 'last'],
  ['e2', 'last', 'end'],
  ...[...SIDE_BY_SIDE, 'last'].map((id) => [`late-${id}`, id, 'end'] as const),
];

export interface SampleOptions {
  /** A reminder on each task when its time is over. Default: yes. */
  readonly timers?: boolean;
}

function work(id: string, lane: string, days: number, timers: boolean): WorkSpec {
  const edge = id === 'last' ? 'e2' : `out-${id}`;
  const late = { id: 'late', name: '超时提醒', after: { amount: days, unit: 'workday' as const } };
  return {
    lane,
    post: null,
    name: id === 'last' ? '核定' : `审核${id}`,
    instruction: null,
    deadline: { amount: days, unit: 'workday' },
    outcomes: [{ id: 'done', name: '办结', tone: 'positive', opinionRequired: false, edge }],
    opinionVisibleTo: 'everyone',
    powers: { correct: true, return: true, reject: true },
    timers: timers ? [{ ...late, interrupting: false, edge: `late-${id}` }] : [],
  };
}

/** `identity` tells versions apart; the rest is the same for all. */
export function sampleDefinition(identity = 'sample-1', options: SampleOptions = {}): Definition {
  const timers = options.timers ?? true;
  const prims: Prim[] = [
    { type: 'start', id: 'start', name: '申请', lane: 'applicant', out: 'e0' },
    { type: 'fork', id: 'split', name: '', out: SIDE_BY_SIDE.map((id) => `in-${id}`) },
    ...SIDE_BY_SIDE.map((id): Prim => ({ type: 'activity', id, work: work(id, `lane-${id}`, 2, timers) })),
    { type: 'join', id: 'merge', name: '', in: SIDE_BY_SIDE.map((id) => `out-${id}`), out: 'e1' },
    { type: 'activity', id: 'last', work: work('last', 'lane-a', 3, timers) },
    { type: 'end', id: 'end', name: '办结', result: 'approved' },
  ];
  const edges: NetEdge[] = EDGES.filter(([id]) => timers || !id.startsWith('late-')).map(([id, from, to]) => ({
    id,
    from,
    to,
  }));
  return {
    identity,
    artefact: `${identity}-artefact`,
    compiler: 'by hand',
    assumptions: [],
    executable: {
      format: EXECUTABLE_FORMAT,
      code: 'sample',
      title: '并联样例',
      module: 'approval',
      paperTitle: null,
      start: 'start',
      prims: Object.fromEntries(prims.map((prim) => [prim.id, prim])),
      edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])),
      lanes: [
        { id: 'applicant', name: '申请单位', party: { kind: 'applicant' } },
        ...SIDE_BY_SIDE.map((id) => ({
          id: `lane-${id}`,
          name: `${id}局`,
          party: { kind: 'department' as const, type: id, level: 'same' as const },
        })),
      ],
      lead: 'lane-a',
      sections: [],
      fields: [],
      materials: [],
      applicant: 'office',
      subject: { kind: 'person', keyField: null, nameField: null },
      policies: {
        promise: { amount: 5, unit: 'workday' },
        statutory: null,
        correctionPausesCase: true,
        amberBelow: 0.5,
        redBelow: 0.2,
      },
      returnTargets: { a: [], b: [], c: [], last: [] },
    },
  };
}

const person = (id: string, department: string): Actor => ({
  person: id,
  name: `${id}员`,
  department,
  departmentName: `${department}局`,
  posts: [],
  admin: false,
});
export const applicant = person('app', 'unit');
/** Clerk of the office that handles `node`. */
export function clerkOf(node: string): Actor {
  const office = node === 'last' ? 'a' : node;
  return person(`clerk-${office}`, `dep-${office}`);
}

export function startCommand(caseId: string, release = 'r1', version = 1): Command {
  return {
    type: 'start',
    caseId,
    release,
    version,
    number: '',
    region: '330000',
    bindings: Object.fromEntries(
      SIDE_BY_SIDE.map((id) => [`lane-${id}`, { department: `dep-${id}`, name: `${id}局` }]),
    ),
    patch: {},
    trial: false,
  };
}

export function completeCommand(activity: string, opinion = '同意'): Command {
  return { type: 'complete', activity, outcome: 'done', opinion, patch: {} };
}
