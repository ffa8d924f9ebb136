import type zh from '../zh/supervise.ts';

const en: Record<keyof typeof zh, string> = {
  title: 'Supervision',
  asOf: 'As of {{at}}',
  overview: 'Overview',
  open: 'Open',
  green: 'In time',
  amber: 'Due soon',
  red: 'Urgent',
  paused: 'Correcting',
  overdue: 'Overdue',
  ended: 'Ended',
  departments: 'Open tasks by office',
  department: 'Office',
  done: 'Done',
  scenarios: 'Before · designed · measured (working days)',
  scenario: 'Service',
  baseline: 'Before',
  designed: 'Designed',
  measured: 'Measured',
  running: 'Open',
  provisional:
    'There is no holiday data for {{years}} yet. Due dates there are provisional, counted Monday to Friday. An administrator imports the data.',
  casesOf: '{{what}} · {{where}}',
  emptyTitle: 'No cases yet',
  emptyBody: 'Progress by office appears here once applications are submitted.',
  noCases: 'There are no such cases.',
  allDepartments: 'All',
  figure: '{{name}}: {{count}}, show the cases',
};
export default en;
