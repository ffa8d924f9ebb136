/** One sentence per kind of entry in a case's history. Who and when stand beside it. */
import type { TimelineType } from '../kernel/view/timeline.ts';
import type { Sayable } from './say.ts';

export const TIMELINE_WORDS: Readonly<Record<TimelineType, Sayable>> = {
  caseStarted: {
    zh: '{applicant} 提交申请[，办件编号 {number}]',
    en: '{applicant} submitted the application[, case number {number}]',
  },
  activityStarted: { zh: '“{step}”开始办理[，由{department}负责]', en: '“{step}” began[, handled by {department}]' },
  activityCompleted: { zh: '[{department}]办结“{step}”', en: '[{department} ]finished “{step}”' },
  activityDecided: { zh: '[{department}]办结“{step}”：{outcome}', en: '[{department} ]finished “{step}”: {outcome}' },
  activityCancelled: { zh: '“{step}”[（{department}）]被撤销', en: '“{step}”[ ({department})] was withdrawn' },
  opinionKept: {
    zh: '“{step}”[（{department}）]涉及内容没有变化，沿用上次意见',
    en: 'Nothing that “{step}”[ ({department})] concerns has changed; the earlier opinion stands',
  },
  correctionAsked: {
    zh: '[{department}]在“{step}”要求申请人补正',
    en: '[{department} ]asked the applicant for a correction at “{step}”',
  },
  correctionAnswered: {
    zh: '申请人完成补正，“{step}”[（{department}）]继续办理',
    en: 'The applicant answered the correction; “{step}”[ ({department})] goes on',
  },
  returned: {
    zh: '[{department}]从“{step}”退回到“{to}”',
    en: '[{department} ]sent the case back from “{step}” to “{to}”',
  },
  returnedWithReason: {
    zh: '[{department}]从“{step}”退回到“{to}”[，理由：{reason}]',
    en: '[{department} ]sent the case back from “{step}” to “{to}”[: {reason}]',
  },
  timerFired: { zh: '“{step}”到达时限[：{timer}]', en: '“{step}” reached its time limit[: {timer}]' },
  disputeRaised: {
    zh: '对“{field}”提出异议[：{comment}]',
    en: 'Said that “{field}” is wrong[: {comment}]',
  },
  caseApproved: { zh: '办件办结：予以通过', en: 'The case ended: approved' },
  caseRefused: { zh: '办件办结：不予通过', en: 'The case ended: refused' },
  caseFinished: { zh: '办件办结', en: 'The case ended' },
  caseRejected: { zh: '办件被退件[，理由：{reason}]', en: 'The case was rejected[: {reason}]' },
  caseTerminated: { zh: '办件被管理员终止[，理由：{reason}]', en: 'An administrator terminated the case[: {reason}]' },
  incidentRaised: {
    zh: '流程自动流转时出现异常，已停在当前位置，请联系管理员（{code}）',
    en: 'The case stopped at a fault of its flow; ask an administrator ({code})',
  },
};
