/**
 * What the compiler says, as sentences: what is wrong, then what to do. One entry per code of compiler/diagnostics.ts
 * and per repair of compiler/repairs.ts.
 */
import type { DiagnosticCode } from '../compiler/diagnostics.ts';
import type { NamedBox } from '../compiler/check-tables.ts';
import type { RepairCode } from '../compiler/repairs.ts';
import type { Diagnostic, Repair } from '../compiler/types.ts';
import type { CaseResult } from '../document/index.ts';
import { FEEL_DIAGNOSTIC_WORDS, feelParams } from './feel.ts';
import { FLOW_WORDS } from './flow-diagnostics.ts';
import { KIND_WORDS } from './kind-diagnostics.ts';
import { REPAIR_WORDS } from './repair-words.ts';
import { resultInSentence } from './results.ts';
import { boxWords, placeWords, TABLE_WORDS } from './tables.ts';
import { fill, type Params, type WordLanguage, type Words } from './sentence.ts';

export function diagnosticSentence(diagnostic: Diagnostic, language: WordLanguage): string {
  const words = DIAGNOSTIC_WORDS[diagnostic.code as DiagnosticCode];
  if (!words) throw new Error(`Expected words for the diagnostic "${diagnostic.code}", but there are none`);
  return fill(words, { ...diagnostic.params, ...chosenWords(diagnostic, language) }, language);
}

/** What the button of a repair says. */
export function repairSentence(repair: Repair, language: WordLanguage): string {
  const words = REPAIR_WORDS[repair.code as RepairCode];
  if (!words) throw new Error(`Expected words for the repair "${repair.code}", but there are none`);
  const unit = UNIT_WORDS[String(repair.params['unit'] ?? 'workday')];
  return fill(words, { ...repair.params, unit: unit?.[language] ?? '' }, language);
}

/** What the proof takes for granted, by code of the definition. */
export function assumptionSentence(code: string, language: WordLanguage): string {
  return ASSUMPTION_WORDS[code]?.[language] ?? code;
}

/** Parameters that are themselves a choice of words. */
function chosenWords({ params }: Diagnostic, language: WordLanguage): Params {
  const { box, column, row, kind, role, what, result } = params;
  if (typeof box === 'string') return { box: boxWords(JSON.parse(box) as NamedBox, language) };
  if (typeof role === 'string') return { ...feelParams(params, language), role: roleWords(params, language) };
  if (typeof column === 'string') {
    return { place: placeWords(column, typeof row === 'number' ? row : undefined, language) };
  }
  return {
    ...(kind === 'promise' || kind === 'statute' ? { limitName: LIMIT_WORDS[kind][language] } : {}),
    ...(what === undefined ? {} : { what: SETTING_WORDS[String(what)]?.[language] ?? String(what) }),
    ...(result === undefined ? {} : { resultName: resultInSentence(result as CaseResult)[language] }),
  };
}

/** Settings of a job. */
const SETTING_WORDS: Readonly<Record<string, Words>> = {
  retries: { zh: '重试次数', en: 'the number of retries' },
  retryMinutes: { zh: '重试间隔（分钟）', en: 'the minutes between retries' },
  timeoutSeconds: { zh: '等待时间（秒）', en: 'the seconds to wait' },
};

const LIMIT_WORDS = {
  promise: { zh: '承诺时限', en: 'the promised time' },
  statute: { zh: '法定时限', en: 'the statutory time' },
} as const;

/** What a FEEL text is for: a condition, a formula, or a place in a table. */
function roleWords({ role, column, row }: Params, language: WordLanguage): string {
  if (role === 'condition' || role === 'formula') return ROLE_WORDS[role][language];
  return placeWords(String(column ?? ''), typeof row === 'number' ? row : undefined, language);
}

const ROLE_WORDS = {
  condition: { zh: '条件', en: 'condition' },
  formula: { zh: '计算公式', en: 'formula' },
} as const;

const UNIT_WORDS: Readonly<Record<string, Words>> = {
  workday: { zh: '个工作日', en: 'working days' },
  workhour: { zh: '个工作小时', en: 'working hours' },
  workminute: { zh: '个工作分钟', en: 'working minutes' },
};

const ASSUMPTION_WORDS: Readonly<Record<string, Words>> = {
  outcomesFree: { zh: '每个环节的每种办理结果都可能出现', en: 'Every decision of a step may be taken' },
  conditionsTotal: { zh: '条件分支的每条路都可能走到', en: 'Every way of a branch may be taken' },
  peopleAct: { zh: '每个环节最终都会有人办理', en: 'Every step is handled in the end' },
  dispatchCompletes: { zh: '并联办理的各部门最终都会办完', en: 'All departments of a dispatch finish in the end' },
  timersFire: { zh: '到时处理可能触发，也可能不触发', en: 'An on-time way may or may not be taken' },
};

const DIAGNOSTIC_WORDS: Readonly<Record<DiagnosticCode, Words>> = {
  ...FLOW_WORDS,
  ...KIND_WORDS,
  'sound.deadlock': {
    zh: '可能卡住：“{name}”要等所有路都到齐，但“{missing}”那条路可能不来。让分开的路都汇到这里，或改用条件分支的合并。',
    en: 'The case can get stuck: "{name}" waits for all its ways, but the one from "{missing}" may never come. Let every way that was split come here, or merge with a branch instead.',
  },
  'sound.leftover': {
    zh: '有的路已经办结，“{name}”却还在等“{missing}”那条路，案件无法结束。让这条路也汇到这里，或在分开之前就结束。',
    en: 'One way has ended while "{name}" still waits for the one from "{missing}", so the case never finishes. Lead that way here too, or end before the split.',
  },
  'sound.twoTokens': {
    zh: '“{name}”可能被同时办理两次：分开的路没有先汇合。在它前面加“并行与汇合”，等各路到齐。',
    en: '"{name}" may be under way twice at once, because ways that were split are not joined before it. Add a join in front of it.',
  },
  'sound.noCompletion': {
    zh: '走到“{name}”之后，无论怎么办理都到不了办结。加一条通往办结的路。',
    en: 'Once "{name}" is reached, no decision leads to an end any more. Add a way to an end.',
  },
  'sound.loop': {
    zh: '“{name}”所在的循环里没有办理环节，会不停地转。在循环中加一个环节，或改变去向。',
    en: 'The circle through "{name}" has no step in it and would turn for ever. Add a step or lead it elsewhere.',
  },
  'sound.dead': {
    zh: '“{name}”虽然连着线，但永远轮不到办理。检查它前面的汇合。',
    en: '"{name}" is connected but can never be reached. Check the join in front of it.',
  },
  'sound.undecided': {
    zh: '流程太复杂，查了 {markings} 种情况仍无法确认一定能办结。减少交叉的并行，或拆成几个一件事。',
    en: 'The flow is too complex: after {markings} situations it is not certain that it can finish. Reduce crossing parallel ways or split the scenario.',
  },
  'data.missing': {
    zh: '“{reader}”（{readerLane}）需要“{field}”，由“{writer}”（{writerLane}）填写，但轮到它时还没有填。把“{reader}”放到“{writer}”之后。',
    en: '"{reader}" ({readerLane}) needs "{field}", which "{writer}" ({writerLane}) fills in, but not by then. Put "{reader}" after "{writer}".',
  },
  'data.noWriter': {
    zh: '“{reader}”（{readerLane}）需要“{field}”，但没有人填写它。让申请人或前面的环节填写。',
    en: '"{reader}" ({readerLane}) needs "{field}", but nobody fills it in. Let the applicant or an earlier step do so.',
  },
  'data.concurrentWriters': {
    zh: '“{first}”和“{second}”可能同时填写“{field}”，后填的会盖掉先填的。改为一方填写，或各填各的。',
    en: '"{first}" and "{second}" may write "{field}" at the same time; one would overwrite the other. Let one of them write it, or give each an answer of its own.',
  },
  'data.conditionUnwritten': {
    zh: '“{name}”按“{field}”判断，但在这之前没有人填写它。让前面的环节填写，或换一个条件。',
    en: '"{name}" decides by "{field}", which nobody has filled in by then. Let an earlier step fill it, or use another condition.',
  },
  'data.conditionUndecided': {
    zh: '“{name}”按“{step}”的结果判断，但那时“{step}”还没有办。把判断放到它之后。',
    en: '"{name}" decides by the result of "{step}", which has not been handled by then. Put the branch after it.',
  },
  'time.stepTooLong': {
    zh: '“{name}”的时限 {days} 个工作日，超过了{limitName} {limit} 个工作日。缩短这个环节的时限。',
    en: '"{name}" may take {days} working days, more than {limitName} of {limit}. Shorten the step.',
  },
  'time.pathTooLong': {
    zh: '全程最长 {days} 个工作日，超过了{limitName} {limit} 个工作日。缩短环节时限，或改串联为并联。',
    en: 'The longest way takes {days} working days, more than {limitName} of {limit}. Shorten steps or let them run side by side.',
  },
  'time.promiseOverStatute': {
    zh: '承诺时限 {promise} 个工作日，超过了法定时限 {statutory} 个工作日。缩短承诺时限。',
    en: 'The promised time of {promise} working days exceeds the statutory {statutory}. Shorten the promise.',
  },
  'time.noPromise': {
    zh: '还没有向申请人承诺时限。全程最长 {days} 个工作日，据此承诺。',
    en: 'No time is promised to the applicant. The longest way takes {days} working days; promise accordingly.',
  },
  'time.noDeadline': {
    zh: '有 {count} 个环节没有时限（如“{name}”）。给每个环节定下时限，全程时间才算得准。',
    en: '{count} steps have no deadline ("{name}" is one). Set one for each, so that the total is right.',
  },
  'meta.noTitle': { zh: '这件事还没有名称。在页首填写名称。', en: 'The scenario has no title. Enter one at the top.' },
  'meta.noLead': {
    zh: '还没有确定牵头部门。选一个单位牵头。',
    en: 'No lead department is set. Choose one.',
  },
  'catalog.none': {
    zh: '还没有关联事项。从事项目录里选择这件事包含的事项。',
    en: 'No catalog item is linked. Pick the items of this scenario from the catalog.',
  },
  'catalog.unknown': {
    zh: '事项“{name}”不在事项目录里。从目录里重新选择。',
    en: 'The item "{name}" is not in the catalog. Pick it again from the catalog.',
  },
  'catalog.unpublished': {
    zh: '事项“{name}”还没有公布，不能使用。先公布该事项，或换一个。',
    en: 'The item "{name}" is not published. Publish it first or pick another.',
  },
  'catalog.outdated': {
    zh: '事项“{name}”已更新到第 {newest} 版，这里用的是第 {version} 版。核对后可更新。',
    en: 'The item "{name}" has version {newest}; version {version} is used here. Update it after checking.',
  },
  'lane.unknownType': {
    zh: '“{name}”对应的部门类型不在组织目录里。重新选择部门。',
    en: 'The department type of "{name}" is not in the directory. Choose another.',
  },
  'lane.sameParty': {
    zh: '“{name}”和“{other}”是同一个单位。可以合并成一个。',
    en: '"{name}" and "{other}" are the same office. They may be merged into one.',
  },
  'name.missing': {
    zh: '这里还没有名称。填写一个让人看得懂的名称。',
    en: 'This has no name. Enter one that people understand.',
  },
  'name.duplicate': {
    zh: '有 {count} 处都叫“{name}”，容易混淆。改成不同的名称。',
    en: '{count} are called "{name}" and are easily confused. Give them different names.',
  },
  'field.noSection': {
    zh: '“{name}”不在任何分组里，表单上不会出现。把它放进一个分组。',
    en: '"{name}" is in no section and will not appear. Put it into one.',
  },
  'field.noOptions': {
    zh: '“{name}”是选择项，但没有选项。至少添加两个选项。',
    en: '"{name}" is a choice without options. Add at least two.',
  },
  'field.limitsCrossed': {
    zh: '“{name}”的最小值 {min} 大于最大值 {max}，什么都填不进去。改正上下限。',
    en: 'The minimum {min} of "{name}" is above its maximum {max}, so nothing fits. Correct the limits.',
  },
  'field.unknownRegister': {
    zh: '“{name}”要共享的数据来源不存在。重新选择来源，或改为手填。',
    en: 'The register of "{name}" does not exist. Choose another or have it typed.',
  },
  'field.unknownAttribute': {
    zh: '“{register}”里没有“{name}”要取的数据。重新选择数据项，或改为手填。',
    en: '"{register}" does not hold the datum for "{name}". Choose another or have it typed.',
  },
  'field.nobodyWrites': {
    zh: '“{name}”是必填项，但没有人能填写。让申请人或某个环节填写。',
    en: '"{name}" is required, but nobody can fill it in. Let the applicant or a step do so.',
  },
  'field.neverWritten': {
    zh: '“{name}”要手填，但没有人能填写，会一直空着。让申请人或某个环节填写，或删去它。',
    en: '"{name}" is typed by hand, but nobody can fill it in. Let the applicant or a step do so, or remove it.',
  },
  'field.hiddenToAll': {
    zh: '“{name}”对所有人都不可见。让需要的人能看到，或删去它。',
    en: '"{name}" is hidden from everyone. Show it to those who need it, or remove it.',
  },
  'field.ownOutsideDispatch': {
    zh: '“{name}”在“{step}”设为各填各的，但那里不是并联办理。改为填写。',
    en: '"{name}" is set to own answers at "{step}", which is no dispatch. Let it be written there.',
  },
  'field.computedSyntax': {
    zh: '“{name}”的计算公式第 {position} 个字符处看不懂。改正公式。',
    en: 'The formula of "{name}" makes no sense at character {position}. Correct it.',
  },
  'field.computedCycle': {
    zh: '“{name}”的计算公式绕了一圈又用到自己（经过“{other}”）。改为只用其他项计算。',
    en: 'The formula of "{name}" comes back to itself (through "{other}"). Use other fields only.',
  },
  'form.noKeyField': {
    zh: '有 {count} 项要从部门共享取数，但没有说明按哪一项查询。指定身份证号或统一社会信用代码这一项。',
    en: '{count} fields are fetched from registers, but nothing says whose. Name the field with the ID number or credit code.',
  },
  'material.noField': {
    zh: '材料“{name}”没有上传的地方。关联一个“文件”类的表单项，或设为免交。',
    en: 'There is no place to upload "{name}". Link it to a file field, or make it exempt.',
  },
  'condition.unknownField': {
    zh: '“{name}”的条件用到了已删去的表单项。重新选择。',
    en: 'The condition of "{name}" uses a field that is gone. Choose another.',
  },
  'condition.unknownStep': {
    zh: '“{name}”的条件用到了已删去的环节。重新选择。',
    en: 'The condition of "{name}" uses a step that is gone. Choose another.',
  },
  'condition.unknownDecision': {
    zh: '“{name}”的条件用到了“{subject}”已没有的办理结果。重新选择。',
    en: 'The condition of "{name}" uses a decision that "{subject}" no longer has. Choose another.',
  },
  'condition.unknownOption': {
    zh: '“{name}”的条件用到了“{subject}”已没有的选项。重新选择。',
    en: 'The condition of "{name}" uses an option that "{subject}" no longer has. Choose another.',
  },
  'condition.wrongType': {
    zh: '“{name}”的条件不能这样比较“{subject}”。换一种比较方式，或改填合适的值。',
    en: 'The condition of "{name}" cannot compare "{subject}" in this way. Use another comparison or a fitting value.',
  },
  'condition.incomplete': {
    zh: '“{name}”的条件没写完：“{subject}”和什么比较？补上比较的值。',
    en: 'The condition of "{name}" is incomplete: what is "{subject}" compared with? Add the value.',
  },
  'condition.syntax': {
    zh: '“{name}”的条件第 {position} 个字符处看不懂。改正，或改用句子来写。',
    en: 'The condition of "{name}" makes no sense at character {position}. Correct it, or write it as a sentence.',
  },
  ...TABLE_WORDS,
  ...FEEL_DIAGNOSTIC_WORDS,
  'release.unbound': {
    zh: '“{name}”在{region}没有对应的部门。先在组织目录里设立，或换一个发布范围。',
    en: 'No department in {region} stands for "{name}". Add one to the directory or publish elsewhere.',
  },
  'release.nobodyHolds': {
    zh: '{department}没有人担任“{post}”，“{name}”会没人办。先安排人员。',
    en: 'Nobody at {department} holds the post "{post}", so "{name}" would wait. Assign someone first.',
  },
};

export { ASSUMPTION_WORDS, DIAGNOSTIC_WORDS, REPAIR_WORDS };
