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
  consultOpen: {
    zh: '正在等待 {name} 答复征求意见，答复之前不能办结。如不再等待，请先撤回征求意见。',
    en: 'This step waits for the opinion of {name} and cannot end before it. Call the question off to go on without.',
  },
  consultClosed: {
    zh: '这份征求意见已经答复、撤回或随办件结束，不能再操作。请刷新查看。',
    en: 'This question was answered or called off, or ended with the case. Refresh to see.',
  },
  questionRequired: {
    zh: '请写明要征求意见的问题。',
    en: 'Say what you ask an opinion on.',
  },
  answerRequired: {
    zh: '请填写答复意见后再提交。',
    en: 'Write your opinion, then submit again.',
  },
  urgedAlready: {
    zh: '刚刚催办过（共 {count} 次），请稍后再催。',
    en: 'This was urged not long ago ({count} in all). Wait a while before urging again.',
  },
  nextBegun: {
    zh: '后续环节已经开始办理，不能拿回。如需修改，请联系后续环节退回。',
    en: 'The next step has begun, so this cannot be taken back. Ask whoever works on it to send it back.',
  },
  awaitsOthers: {
    zh: '需先由 {name} 签署，再轮到您办理。请等待对方完成。',
    en: '{name} signs first. It is your turn when they have.',
  },
  alreadySigned: {
    zh: '[{name} ]已经签署或办结，不能再移除。',
    en: 'This part was signed[ by {name}] already and cannot be taken out.',
  },
  tooFewSigners: {
    zh: '移除后只剩 {left} 方，少于办结所需的 {needed} 方，操作没有执行。',
    en: 'Only {left} would be left where {needed} are needed, so nothing was done.',
  },
  promiseInvalid: {
    zh: '材料“{name}”不能这样容缺：须为可容缺的材料，写明承诺，日期在允许的期限内。',
    en: 'The material "{name}" cannot be promised like this: only where allowed, with a text and a day within the limit.',
  },
  noPromiseOpen: {
    zh: '这份材料没有待补齐的承诺，提交没有生效。请刷新查看。',
    en: 'No promise of this material is open, so nothing was submitted. Refresh to see.',
  },
  materialMissing: {
    zh: '材料“{name}”还没有提交，不能核验。',
    en: 'The material "{name}" has not been handed in, so it cannot be checked off.',
  },
  caseSuspended: {
    zh: '办件已中止，期间不能办理，各项时限停止计算。请待恢复后再办理。',
    en: 'This case is suspended: nobody works on it and no clock runs. Go on when it is resumed.',
  },
  notSuspended: {
    zh: '办件没有中止，不需要恢复。请刷新查看最新情况。',
    en: 'This case is not suspended, so there is nothing to resume. Refresh to see the latest state.',
  },
  basisRequired: {
    zh: '请写明依据（法律、法规或文件条款）。没有依据，这一步不能生效。',
    en: 'Give the legal basis. Without one this cannot take effect.',
  },
  tooLateToWithdraw: {
    zh: '[“{step}”]已经作出决定，不能再撤回。如有需要，请联系受理部门。',
    en: 'The decision[ of “{step}”] has been made, so the application cannot be withdrawn. Ask the office that took it.',
  },
};

export const PEOPLE_TIMELINE_WORDS: Readonly<Record<(typeof PEOPLE_TIMELINE_TYPES)[number], Sayable>> = {
  taskHandedOver: {
    zh: '“{step}”转办[给{to}][，理由：{reason}]',
    en: '“{step}” was handed over[ to {to}][: {reason}]',
  },
  taskDelegated: { zh: '“{step}”委派给{to}[：{reason}]', en: '“{step}” was delegated to {to}[: {reason}]' },
  consultAsked: {
    zh: '“{step}”向{to}征求意见[：{reason}]',
    en: '“{step}” asked {to} for an opinion[: {reason}]',
  },
  consultAnswered: {
    zh: '{to}答复“{step}”的征求意见[：{reason}]',
    en: '{to} answered the question of “{step}”[: {reason}]',
  },
  consultCancelled: {
    zh: '“{step}”撤回向{to}的征求意见[：{reason}]',
    en: '“{step}” called off its question to {to}[: {reason}]',
  },
  copied: { zh: '“{step}”抄送{to}[：{reason}]', en: '“{step}” was copied to {to}[: {reason}]' },
  signerAdded: { zh: '“{step}”加签{to}[：{reason}]', en: '{to} was added to sign “{step}”[: {reason}]' },
  signerRemoved: { zh: '“{step}”减签{to}[：{reason}]', en: '{to} no longer signs “{step}”[: {reason}]' },
  redispatched: { zh: '“{step}”调整办理部门[：{reason}]', en: 'The departments of “{step}” were changed[: {reason}]' },
  materialPromised: {
    zh: '材料“{material}”容缺受理，承诺{until}前补齐[：{reason}]',
    en: 'The material "{material}" is promised by {until}[: {reason}]',
  },
  materialSupplemented: { zh: '材料“{material}”已补齐', en: 'The promised material "{material}" was handed in' },
  materialVerified: { zh: '材料“{material}”已核验', en: 'The material "{material}" was checked' },
  promiseLapsed: {
    zh: '材料“{material}”未按承诺补齐，办件中止',
    en: 'The material "{material}" did not come as promised; the case stands',
  },
  cureLapsed: {
    zh: '材料“{material}”在补齐期限内仍未补齐，可以退件',
    en: 'The material "{material}" was not made good in time; the case may be rejected',
  },
  tookBack: { zh: '拿回“{step}”重新办理', en: 'Took “{step}” back' },
  caseSuspended: {
    zh: '办件中止[，理由：{reason}][，依据：{basis}]',
    en: 'The case was suspended[: {reason}][, on the basis of {basis}]',
  },
  caseResumed: { zh: '办件恢复办理[，理由：{reason}]', en: 'The case was resumed[: {reason}]' },
  urged: { zh: '催办“{step}”[（{department}）][：{reason}]', en: '“{step}”[ ({department})] was urged[: {reason}]' },
  taskHandedBack: { zh: '“{step}”交回{to}[：{reason}]', en: '“{step}” went back to {to}[: {reason}]' },
};
