/** Differences between two versions as sentences that a clerk reads. Codes of compiler/difference. */
import type { Sentence } from '../compiler/types.ts';
import { NODE_WORDS } from './nodes.ts';
import { resultInSentence } from './results.ts';
import { fill, type WordLanguage, type Words } from './sentence.ts';

/** Throws on an unknown code: sentences come from the same compiler. */
export function differenceSentence({ code, params }: Sentence, language: WordLanguage): string {
  const words = DIFFERENCE_WORDS[code];
  if (!words) throw new Error(`Expected words for the difference "${code}", but there are none`);
  const chosen: Record<string, string | number> = { ...params };
  for (const [key, table] of Object.entries(CHOICES)) {
    const value = params[key];
    const word = value === undefined ? undefined : table[String(value)];
    if (word) chosen[key] = word[language];
  }
  for (const key of LISTS) {
    const value = params[key];
    if (typeof value === 'string' && language === 'en') chosen[key] = value.split('、').join(', ');
  }
  return fill(words, chosen, language);
}

/** Parameters that hold several names. */
const LISTS = ['steps', 'fields', 'names'] as const;

const UNITS: Readonly<Record<string, Words>> = {
  workday: { zh: '个工作日', en: 'working days' },
  workhour: { zh: '个工作小时', en: 'working hours' },
  workminute: { zh: '个工作分钟', en: 'working minutes' },
};

/** Parameters that are a choice of words. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  beforeUnit: UNITS,
  afterUnit: UNITS,
  power: {
    correct: { zh: '补正', en: 'ask the applicant to correct' },
    return: { zh: '退回上一环节', en: 'return to an earlier step' },
    reject: { zh: '退件', en: 'reject the case' },
    handOver: { zh: '转办', en: 'hand the task over' },
    delegate: { zh: '委派', en: 'have it prepared by others' },
    addSigner: { zh: '加签', en: 'add signers' },
    consult: { zh: '征求意见', en: 'ask for opinions' },
    copyTo: { zh: '抄送', en: 'copy it to others' },
    urge: { zh: '被催办', en: 'be urged' },
    suspend: { zh: '中止办件', en: 'suspend the case' },
  },
  to: {
    everyone: { zh: '所有人', en: 'everyone' },
    handlers: { zh: '后续经办人', en: 'later handlers' },
    lead: { zh: '牵头部门', en: 'the lead department' },
  },
  result: {
    approved: resultInSentence('approved'),
    refused: resultInSentence('refused'),
    finished: resultInSentence('finished'),
  },
  mode: {
    single: { zh: '一人办理', en: 'one person' },
    any: { zh: '或签', en: 'signed by any one' },
    all: { zh: '会签', en: 'joint signing' },
    sequence: { zh: '顺序会签', en: 'signing in turn' },
    vote: { zh: '票签', en: 'a vote' },
    graded: { zh: '分级审批', en: 'graded review' },
  },
  rerun: {
    all: { zh: '全部重新办理', en: 'everyone again' },
    changed: { zh: '只重办内容有变化的部门', en: 'only departments whose content changed' },
  },
  level: {
    hidden: { zh: '不可见', en: 'hidden' },
    read: { zh: '可查看', en: 'shown' },
  },
  node: Object.fromEntries(
    Object.entries(NODE_WORDS).map(([kind, words]) => [
      kind,
      { zh: words['zh-CN'].kind, en: words.en.kind.toLowerCase() },
    ]),
  ),
  kind: {
    task: { zh: '办理', en: 'a task' },
    dispatch: { zh: '并联办理', en: 'a dispatch' },
  },
};

export const DIFFERENCE_WORDS: Readonly<Record<string, Words>> = {
  'version.first': {
    zh: '首次发布：{steps} 个环节，表单 {fields} 项（其中共享 {shared} 项），全程 {days} 个工作日。',
    en: 'First version: {steps} steps, {fields} fields of which {shared} are shared, {days} working days in all.',
  },
  'part.step': {
    zh: '“{step}”由{office}办理，时限 {after} {afterUnit}。',
    en: '"{step}" is handled by {office} within {after} {afterUnit}.',
  },
  'part.stepOpen': { zh: '“{step}”由{office}办理。', en: '"{step}" is handled by {office}.' },
  'total.days': { zh: '全程 {before} → {after} 个工作日。', en: '{before} → {after} working days in all.' },
  'total.fields': { zh: '表单由 {before} 项变为 {after} 项。', en: 'The form goes from {before} to {after} fields.' },
  'total.manual': { zh: '手填由 {before} 项变为 {after} 项。', en: 'Typed by hand: {before} → {after} fields.' },
  'step.parallel': { zh: '{steps}改为并联办理。', en: '{steps} now work side by side.' },
  'step.series': { zh: '{steps}不再并联办理。', en: '{steps} no longer work side by side.' },
  'step.follows': { zh: '“{step}”改在“{steps}”之后办理。', en: '"{step}" now follows "{steps}".' },
  'step.added': { zh: '新增环节“{step}”（{office}）。', en: 'New step "{step}" ({office}).' },
  'step.removed': { zh: '取消环节“{step}”（{office}）。', en: 'Step "{step}" ({office}) is gone.' },
  'step.renamed': { zh: '环节“{before}”改名为“{after}”。', en: 'Step "{before}" is now called "{after}".' },
  'step.kind': { zh: '“{step}”改为{kind}。', en: '"{step}" is now {kind}.' },
  'step.office': { zh: '“{step}”由{before}改为{after}办理。', en: '"{step}" moves from {before} to {after}.' },
  'step.deadline': {
    zh: '“{step}”时限由 {before} {beforeUnit}改为 {after} {afterUnit}。',
    en: '"{step}": {before} {beforeUnit} → {after} {afterUnit}.',
  },
  'step.deadlineSet': { zh: '“{step}”定下时限 {after} {afterUnit}。', en: '"{step}" gets {after} {afterUnit}.' },
  'step.deadlineRemoved': {
    zh: '“{step}”不再规定时限（原为 {before} {beforeUnit}）。',
    en: '"{step}" has no deadline any more (was {before} {beforeUnit}).',
  },
  'step.opinionVisible': { zh: '“{step}”的意见改为{to}可见。', en: 'Opinions of "{step}" are now read by {to}.' },
  'step.post': { zh: '“{step}”的办理岗位有调整。', en: 'Another post handles "{step}".' },
  'step.instruction': { zh: '“{step}”的办理说明有修改。', en: 'The instruction of "{step}" has changed.' },
  'step.fixed': { zh: '“{step}”改为固定部门办理。', en: '"{step}" now goes to a fixed list of departments.' },
  'step.ticked': { zh: '“{step}”改为按勾选的部门办理。', en: '"{step}" now goes to the departments that are ticked.' },
  'step.rerun': { zh: '“{step}”再次办理时改为{rerun}。', en: 'When "{step}" comes again: {rerun}.' },
  'step.mode': { zh: '“{step}”改为{mode}。', en: '"{step}" is now {mode}.' },
  'step.threshold': { zh: '“{step}”的通过比例有调整。', en: 'The share that must agree at "{step}" has changed.' },
  'step.reminders': { zh: '“{step}”到期前提醒 {count} 次。', en: '"{step}" has {count} reminders before it is due.' },
  'step.noReminders': { zh: '“{step}”到期前不再提醒。', en: '"{step}" has no reminders any more.' },
  'overdue.default': {
    zh: '“{step}”超时按“{decision}”办结，依据：{basis}。',
    en: 'When overdue, "{step}" ends with "{decision}", by {basis}.',
  },
  'overdue.escalate': { zh: '“{step}”超时上报。', en: 'When overdue, "{step}" is escalated.' },
  'overdue.none': { zh: '“{step}”超时不再自动处理。', en: 'Nothing happens by itself when "{step}" is overdue.' },
  'join.all': { zh: '“{step}”等所有部门办完。', en: '"{step}" waits for every department.' },
  'join.atLeast': {
    zh: '“{step}”有 {count} 个部门同意即往下走。',
    en: '"{step}" goes on when {count} departments agree.',
  },
  'join.firstRejection': {
    zh: '“{step}”有一个部门不同意即结束。',
    en: '"{step}" ends at the first refusal.',
  },
  'join.arrive': {
    zh: '“{step}”的结果随到随看，不互相影响。',
    en: 'Results of "{step}" are shown as they come and do not decide for each other.',
  },
  'node.added': { zh: '新增{node}“{name}”。', en: 'New {node}: "{name}".' },
  'node.removed': { zh: '取消{node}“{name}”。', en: 'Gone: {node} "{name}".' },
  'node.changed': { zh: '{node}“{name}”有调整。', en: 'Changed: {node} "{name}".' },
  'node.into': { zh: '“{step}”移入子流程“{part}”。', en: '"{step}" now stands in the part "{part}".' },
  'node.outOf': { zh: '“{step}”移出子流程“{part}”。', en: '"{step}" no longer stands in the part "{part}".' },
  'node.undoes': { zh: '“{step}”成为“{undone}”的撤销环节。', en: '"{step}" now undoes "{undone}".' },
  'node.undoesNot': { zh: '“{step}”不再是“{undone}”的撤销环节。', en: '"{step}" no longer undoes "{undone}".' },
  'table.added': { zh: '新增规则表“{name}”。', en: 'New decision table "{name}".' },
  'table.removed': { zh: '取消规则表“{name}”。', en: 'Decision table "{name}" is gone.' },
  'table.changed': { zh: '规则表“{name}”有修改。', en: 'Decision table "{name}" has changed.' },
  'end.result': { zh: '办结“{name}”的结果改为{result}。', en: 'The end "{name}" now means {result}.' },
  'part.added': { zh: '“{step}”新增参加部门{name}。', en: '{name} now takes part in "{step}".' },
  'part.removed': { zh: '{name}不再参加“{step}”。', en: '{name} no longer takes part in "{step}".' },
  'part.renamed': { zh: '“{step}”的{before}改名为{after}。', en: '{before} in "{step}" is now called {after}.' },
  'signer.changed': { zh: '“{step}”中“{name}”的岗位、票数或条件有调整。', en: '"{name}" signs "{step}" differently.' },
  'signer.added': { zh: '“{step}”新增会签“{name}”。', en: '"{name}" now signs "{step}".' },
  'signer.removed': { zh: '“{step}”取消会签“{name}”。', en: '"{name}" no longer signs "{step}".' },
  'decision.added': { zh: '“{step}”新增办理结果“{decision}”。', en: '"{step}" gets the decision "{decision}".' },
  'decision.removed': { zh: '“{step}”取消办理结果“{decision}”。', en: '"{step}" loses the decision "{decision}".' },
  'decision.renamed': {
    zh: '“{step}”的办理结果“{before}”改为“{after}”。',
    en: 'The decision "{before}" of "{step}" is now "{after}".',
  },
  'decision.opinionRequired': {
    zh: '“{step}”选“{decision}”时必须写意见。',
    en: '"{decision}" at "{step}" now needs an opinion.',
  },
  'decision.opinionFree': {
    zh: '“{step}”选“{decision}”时不必再写意见。',
    en: '"{decision}" at "{step}" no longer needs an opinion.',
  },
  'decision.way': {
    zh: '“{step}”选“{decision}”后改到“{arrives}”。',
    en: 'After "{decision}" at "{step}" it now goes to "{arrives}".',
  },
  'power.added': { zh: '“{step}”可以{power}。', en: '"{step}" may now {power}.' },
  'power.removed': { zh: '“{step}”不能再{power}。', en: '"{step}" may no longer {power}.' },
  'timer.added': { zh: '“{step}”新增到时处理“{name}”。', en: '"{step}" gets the on-time way "{name}".' },
  'timer.removed': { zh: '“{step}”取消到时处理“{name}”。', en: '"{step}" loses the on-time way "{name}".' },
  'timer.changed': {
    zh: '“{step}”的到时处理“{name}”有调整。',
    en: 'The on-time way "{name}" of "{step}" has changed.',
  },
  'branch.added': { zh: '新增条件分支“{name}”。', en: 'New branch "{name}".' },
  'branch.changed': {
    zh: '条件分支“{name}”的条件或去向有调整。',
    en: 'The conditions or ways of "{name}" have changed.',
  },
  'lane.renamed': { zh: '“{before}”改称“{after}”。', en: '"{before}" is now called "{after}".' },
  'lane.party': { zh: '“{name}”对应的单位有调整。', en: 'Another office stands for "{name}".' },
  'field.added.manual': { zh: '表单新增手填项“{field}”。', en: 'New field to fill in: "{field}".' },
  'field.added.shared': { zh: '表单新增共享项“{field}”。', en: 'New shared field: "{field}".' },
  'field.added.computed': { zh: '表单新增自动计算项“{field}”。', en: 'New computed field: "{field}".' },
  'field.removed': { zh: '表单取消“{field}”。', en: 'The field "{field}" is gone.' },
  'field.renamed': { zh: '表单项“{before}”改名为“{after}”。', en: 'The field "{before}" is now called "{after}".' },
  'field.now.manual': { zh: '“{field}”改为手填。', en: '"{field}" is now typed by hand.' },
  'field.now.shared': { zh: '“{field}”改为共享获取，不用再填。', en: '"{field}" is now shared and need not be typed.' },
  'field.now.computed': { zh: '“{field}”改为自动计算。', en: '"{field}" is now computed.' },
  'field.source.manual': { zh: '“{field}”的填写方式有调整。', en: 'How "{field}" is filled in has changed.' },
  'field.source.shared': { zh: '“{field}”的共享来源有调整。', en: '"{field}" comes from another register.' },
  'field.source.computed': { zh: '“{field}”的计算公式有调整。', en: 'The formula of "{field}" has changed.' },
  'field.kind': { zh: '“{field}”的类型有调整。', en: '"{field}" is of another kind.' },
  'field.required': { zh: '“{field}”改为必填。', en: '"{field}" is now required.' },
  'field.optional': { zh: '“{field}”改为选填。', en: '"{field}" is now optional.' },
  'field.options': { zh: '“{field}”的选项有调整。', en: 'The options of "{field}" have changed.' },
  'field.rules': { zh: '“{field}”的填写规则有调整。', en: 'The rules of "{field}" have changed.' },
  'field.limits': { zh: '“{field}”的限制有调整。', en: 'The limits of "{field}" have changed.' },
  'access.hidden': { zh: '“{step}”不再看到 {count} 项：{fields}。', en: '"{step}" no longer sees {count}: {fields}.' },
  'access.read': { zh: '“{step}”可查看 {count} 项：{fields}。', en: '"{step}" reads {count}: {fields}.' },
  'access.write': { zh: '“{step}”可填写 {count} 项：{fields}。', en: '"{step}" may fill in {count}: {fields}.' },
  'access.required': { zh: '“{step}”必须填写 {count} 项：{fields}。', en: '"{step}" must fill in {count}: {fields}.' },
  'access.own': {
    zh: '“{step}”各填各的 {count} 项：{fields}。',
    en: '"{step}": each gives its own {count}: {fields}.',
  },
  'access.default': {
    zh: '没有另外说明的表单项，各环节改为{level}。',
    en: 'Fields not said otherwise are now {level} for every step.',
  },
  'section.added': { zh: '表单新增分组“{name}”。', en: 'New section "{name}".' },
  'section.removed': { zh: '表单取消分组“{name}”。', en: 'The section "{name}" is gone.' },
  'section.renamed': { zh: '分组“{before}”改名为“{after}”。', en: 'The section "{before}" is now called "{after}".' },
  'materials.fewer': { zh: '材料减少 {count} 份：{names}。', en: '{count} materials fewer: {names}.' },
  'materials.more': { zh: '材料增加 {count} 份：{names}。', en: '{count} materials more: {names}.' },
  'material.exempt': { zh: '材料“{name}”免交。', en: 'The material "{name}" need not be submitted.' },
  'material.renamed': { zh: '材料“{before}”改名为“{after}”。', en: 'The material "{before}" is now called "{after}".' },
  'policy.promise': {
    zh: '承诺时限由 {before} {beforeUnit}改为 {after} {afterUnit}。',
    en: 'Promised time: {before} {beforeUnit} → {after} {afterUnit}.',
  },
  'policy.promiseSet': { zh: '承诺 {after} {afterUnit}办结。', en: '{after} {afterUnit} are promised.' },
  'policy.promiseRemoved': { zh: '不再承诺办结时限。', en: 'No time is promised any more.' },
  'policy.statutory': {
    zh: '法定时限由 {before} {beforeUnit}改为 {after} {afterUnit}。',
    en: 'Statutory time: {before} {beforeUnit} → {after} {afterUnit}.',
  },
  'policy.statutorySet': { zh: '法定时限为 {after} {afterUnit}。', en: 'The statutory time is {after} {afterUnit}.' },
  'policy.statutoryRemoved': { zh: '不再列出法定时限。', en: 'No statutory time is given any more.' },
  'material.deferrable': {
    zh: '材料“{name}”可以容缺，承诺后补齐。',
    en: 'The material "{name}" may be handed in later, with a promise.',
  },
  'material.notDeferrable': {
    zh: '材料“{name}”不再容缺，提交时必须齐备。',
    en: 'The material "{name}" may no longer be handed in later.',
  },
  'policy.withdrawUntil': {
    zh: '“{step}”作出决定后，申请人不能再撤回。',
    en: 'Once "{step}" has decided, the applicant cannot withdraw any more.',
  },
  'policy.withdrawAlways': {
    zh: '办结前申请人随时可以撤回。',
    en: 'The applicant may withdraw until the case ends.',
  },
  'policy.urgeEvery': {
    zh: '同一任务每 {after} {afterUnit}可以催办一次。',
    en: 'A task may be urged once in {after} {afterUnit}.',
  },
  'policy.curePeriod': {
    zh: '容缺承诺逾期后，有 {after} {afterUnit}可以补齐。',
    en: 'A broken promise may be made good within {after} {afterUnit}.',
  },
  'policy.correctionPauses': { zh: '补正期间暂停计算全程时限。', en: 'A correction now pauses the clock of the case.' },
  'policy.correctionCounts': {
    zh: '补正期间照常计算全程时限。',
    en: 'A correction no longer pauses the clock of the case.',
  },
  'meta.title': { zh: '名称由“{before}”改为“{after}”。', en: 'The title changes from "{before}" to "{after}".' },
  'meta.lead': { zh: '牵头部门由“{before}”改为“{after}”。', en: 'The lead moves from "{before}" to "{after}".' },
  'item.added': { zh: '新增事项“{item}”。', en: 'The item "{item}" is added.' },
  'item.removed': { zh: '移除事项“{item}”。', en: 'The item "{item}" is removed.' },
  'item.version': { zh: '事项“{item}”更新到第 {after} 版。', en: 'The item "{item}" moves to version {after}.' },
  other: { zh: '细节有调整，不影响流程和表单的用法。', en: 'Details have changed; flow and form work as before.' },
};
