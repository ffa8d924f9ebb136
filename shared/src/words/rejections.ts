/**
 * Sentences for what the kernel refuses: what happened, what it means, what to do. One entry per code; problems of
 * single fields have theirs in problems.ts.
 */
import type { RejectionCode } from '../kernel/types.ts';
import { PEOPLE_REJECTION_WORDS } from './people.ts';
import type { Sayable } from './say.ts';

export const REJECTION_WORDS: Readonly<Record<RejectionCode, Sayable>> = {
  notFound: {
    zh: '没有找到这项办件或任务。可能地址有误，或您没有查看权限。请从待办列表重新进入。',
    en: 'This case or task was not found. The address may be wrong, or you may not see it. Open it from your list.',
  },
  notYours: {
    zh: '这项任务不在您手上，操作没有执行。请先签收，或请经办人处理。',
    en: 'This task is not in your hands, so nothing was done. Claim it first, or ask whoever holds it.',
  },
  otherDepartment: {
    zh: '这项任务由其他部门[（{department}）]办理，您所在部门不能操作。如确需您办理，请联系牵头部门。',
    en: 'Another department[ ({department})] handles this task; yours cannot act on it. Ask the lead office if it should.',
  },
  notYourPost: {
    zh: '这项任务需要相应岗位的人员办理，您目前没有这个岗位，操作没有执行。请转由该岗位人员办理，或请管理员配置岗位。',
    en: 'This task needs a post that you do not hold, so nothing was done. Pass it on, or ask an administrator.',
  },
  gone: {
    zh: '这项任务已因退回或流程变化而撤销，提交没有生效。请刷新后办理新的任务。',
    en: 'This task was withdrawn by a return or a change of course, so nothing was submitted. Refresh and use the new one.',
  },
  alreadyDone: {
    zh: '这项任务已经办结[（办理人：{by}）]，不能重复办理。请刷新查看结果。',
    en: 'This task is already done[ (by {by})] and cannot be done twice. Refresh to see how it came out.',
  },
  claimedByOther: {
    zh: '这项任务已由 {name} 签收，您的操作没有执行。如需您办理，请对方先放回。',
    en: '{name} has claimed this task, so nothing was done. Ask them to release it if you should handle it.',
  },
  nobodyWaits: {
    zh: '办件目前没有等待“{name}”，这条消息没有被接收。请核对办件和消息名称。',
    en: 'The case is not waiting for “{name}” now, so the message was not taken. Check the case and the name.',
  },
  caseEnded: {
    zh: '这个办件已经办结，不能再操作。您可以查看办理过程和结果。',
    en: 'This case has ended and takes no more actions. You can still read its history and result.',
  },
  unknownOutcome: {
    zh: '这个办理结果不在本环节的选项中，提交没有生效。请刷新后重新选择。',
    en: 'This step does not offer that decision, so nothing was submitted. Refresh and choose again.',
  },
  opinionRequired: {
    zh: '选择[“{outcome}”]这一结果时必须写明意见。请填写意见后再提交。',
    en: 'This decision[ ({outcome})] needs an opinion in words. Write it, then submit again.',
  },
  fieldNotWritable: {
    zh: '有内容是本环节不能修改的，提交没有生效。请只修改可填写的内容后再提交。',
    en: 'Something was changed that this step may not write, so nothing was submitted. Change only open fields.',
  },
  fieldInvalid: {
    zh: '有内容填写不正确，提交没有生效。请按标出的提示修改后再提交。',
    en: 'Some entries are not right, so nothing was submitted. Correct those marked, then submit again.',
  },
  fieldRequired: {
    zh: '还有必填内容没有填写，提交没有生效。请补齐标出的内容后再提交。',
    en: 'Some required entries are missing, so nothing was submitted. Fill in those marked, then submit again.',
  },
  fieldUnknown: {
    zh: '提交的内容中有表单里没有的项目，提交没有生效。请刷新页面后重新填写。',
    en: 'Something was sent that this form does not have, so nothing was submitted. Refresh and fill it in again.',
  },
  bindingMissing: {
    zh: '流程中有环节还没有对应到办理部门，暂时不能发起。请联系管理员完成部门对应。',
    en: 'A step has no department to handle it here, so the case cannot begin. Ask an administrator to assign one.',
  },
  reasonRequired: {
    zh: '请写明理由。没有理由，这一步不能生效。',
    en: 'Give a reason. Without one this cannot take effect.',
  },
  returnNotAllowed: {
    zh: '不能退回到所选的环节：它不在本环节之前的必经之路上，或还没有办理过。请在列出的环节中选择。',
    en: 'The case cannot go back to that step: it does not lie on every way here, or was never done. Choose from the list.',
  },
  powerMissing: {
    zh: '本环节没有设置这项权限，操作没有执行。如有需要，请联系流程设计人员。',
    en: 'This step was not given that power, so nothing was done. Ask the designers of the flow if it should have it.',
  },
  correctionOpen: {
    zh: '正在等待申请人补正，期间本环节暂停办理。请待申请人重新提交后再办理。',
    en: 'The applicant has been asked for a correction, and this step stands meanwhile. Go on when it is resubmitted.',
  },
  noCorrectionOpen: {
    zh: '目前没有需要补正的内容，提交没有生效。可能已由本单位其他人员提交，请刷新查看。',
    en: 'No correction is open, so nothing was submitted. A colleague may have answered it: refresh to see.',
  },
  remarksRequired: {
    zh: '请至少对一项内容或材料写明需要补正什么，并一次性全部告知。',
    en: 'Say what to correct for at least one field or material, and say everything at once.',
  },
  notApplicant: {
    zh: '只有申请人（或申请单位的人员）可以这样操作，操作没有执行。请由申请方办理。',
    en: 'Only the applicant, or someone of the applying office, may do this. Nothing was done.',
  },
  timerGone: {
    zh: '这个定时已经失效：对应的环节已经结束或撤销。无需处理。',
    en: 'This timer is gone: its step has ended or was withdrawn. Nothing needs to be done.',
  },
  timerEarly: {
    zh: '还没有到时间，或该环节正在暂停计时。到时会自动执行。',
    en: 'It is not time yet, or the step’s clock stands. It will happen by itself when due.',
  },
  sameSigner: {
    zh: '会签中同一人只能签一次，您已签过或已签收其中一项。请由其他人员签署。',
    en: 'Nobody signs twice in a joint signature, and you already hold or signed a part. Someone else must sign.',
  },
  nothingTicked: {
    zh: '没有勾选任何部门，无法分发[“{node}”]。请至少勾选一个部门后再提交。',
    en: 'No department was ticked, so nothing can be dispatched[ at “{node}”]. Tick at least one, then submit again.',
  },
  notAllowed: {
    zh: '当前状态下不能这样操作，操作没有执行。请刷新查看办件的最新情况。',
    en: 'This cannot be done as things stand, and nothing was done. Refresh to see the latest state.',
  },
  ...PEOPLE_REJECTION_WORDS,
};
