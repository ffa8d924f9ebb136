/** One sentence per kind of entry in a case's history. Who and when stand beside it. */
import type { TimelineType } from '../kernel/view/timeline.ts';
import { PEOPLE_TIMELINE_WORDS } from './people.ts';
import { resultInSentence } from './results.ts';
import type { Sayable } from './say.ts';

const ended = (result: 'approved' | 'refused'): Sayable => {
  const { zh, en } = resultInSentence(result);
  return { zh: `办件办结：${zh}`, en: `The case ended: ${en}` };
};

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
  caseApproved: ended('approved'),
  caseRefused: ended('refused'),
  caseFinished: { zh: '办件办结', en: 'The case ended' },
  caseRejected: { zh: '办件被退件[，理由：{reason}]', en: 'The case was rejected[: {reason}]' },
  caseTerminated: { zh: '办件被管理员终止[，理由：{reason}]', en: 'An administrator terminated the case[: {reason}]' },
  caseWithdrawn: { zh: '申请人撤回办件[，理由：{reason}]', en: 'The applicant withdrew the case[: {reason}]' },
  caseFailed: { zh: '办件因故障终止（{reason}）', en: 'The case failed ({reason})' },
  activityByDefault: {
    zh: '[{department}]“{step}”超时未办，按规定视为“{outcome}”[（依据：{basis}）]',
    en: '“{step}”[ ({department})] was not decided in time and counts as “{outcome}”[ (basis: {basis})]',
  },
  eventCaught: { zh: '“{step}”收到“{event}”', en: '“{step}” received “{event}”' },
  errorThrown: { zh: '流程中出现“{code}”', en: '“{code}” occurred in the flow' },
  escalated: { zh: '已上报：{code}', en: 'Escalated: {code}' },
  jobFailed: {
    zh: '“{step}”自动办理没有成功[（{code}）]',
    en: 'The automatic step “{step}” did not succeed[ ({code})]',
  },
  childEnded: { zh: '“{step}”的关联办件已有结果', en: 'The case that “{step}” asked for has come to a result' },
  undoBegun: { zh: '开始撤回已办结的“{step}”', en: 'Undoing of the finished “{step}” began' },
  reminded: { zh: '已提醒[{department}]办理“{step}”', en: '[{department} ]was reminded of “{step}”' },
  incidentRaised: {
    zh: '流程自动流转时出现异常，已停在当前位置，请联系管理员（{code}）',
    en: 'The case stopped at a fault of its flow; ask an administrator ({code})',
  },
  ...PEOPLE_TIMELINE_WORDS,
};
