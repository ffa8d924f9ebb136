/** Sentences on people's dealings with their tasks: why one was refused, and what the history says of them. */
import type { PEOPLE_REJECTIONS } from '../kernel/people-command-types.ts';
import type { PEOPLE_TIMELINE_TYPES } from '../kernel/view/people-timeline.ts';
import type { Sayable } from './say.ts';

export const PEOPLE_REJECTION_WORDS: Readonly<Record<(typeof PEOPLE_REJECTIONS)[number], Sayable>> = {
  assignedToOther: {
    zh: '这项任务已转给 {name} 办理，您的操作没有执行。如需您办理，请对方先放回。',
    en: 'This task was handed to {name}, so nothing was done. Ask them to release it if you should handle it.',
  },
  delegatedAway: {
    zh: '这项任务已委派给 {name}，交回之前不能办理。如需自己办理，请先收回委派。',
    en: 'You delegated this task to {name} and cannot act until it comes back. Call it back to do it yourself.',
  },
  ownerDecides: {
    zh: '这项任务是 {name} 委派给您的，由对方作决定。请填好内容后交回。',
    en: '{name} delegated this task to you and will decide. Prepare it, then give it back.',
  },
  addresseeUnfit: {
    zh: '{name} 不能办理这项任务：不在本单位、没有相应岗位，或不是同类部门。请另选办理人。',
    en: '{name} cannot take this task: not of this office, without the post, or of another kind. Choose someone else.',
  },
  sameAddressee: {
    zh: '任务已经在所选的人或岗位手上，没有变化。请另选办理人。',
    en: 'The task is with that person or post already, so nothing changed. Choose someone else.',
  },
};

export const PEOPLE_TIMELINE_WORDS: Readonly<Record<(typeof PEOPLE_TIMELINE_TYPES)[number], Sayable>> = {
  taskHandedOver: {
    zh: '“{step}”转办[给{to}][，理由：{reason}]',
    en: '“{step}” was handed over[ to {to}][: {reason}]',
  },
  taskDelegated: { zh: '“{step}”委派给{to}[：{reason}]', en: '“{step}” was delegated to {to}[: {reason}]' },
  taskHandedBack: { zh: '“{step}”交回{to}[：{reason}]', en: '“{step}” went back to {to}[: {reason}]' },
};
