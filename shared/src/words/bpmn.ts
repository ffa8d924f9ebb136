/** What became of a BPMN file, in words. One entry per code; `{name}` is the element's, `{type}` BPMN's own word. */
import type { BpmnReadError, Change, KeptReason } from '../interop/bpmn/index.ts';
import type { Sayable } from './say.ts';

export const BPMN_READ_WORDS: Readonly<Record<BpmnReadError | 'noProcess', Sayable>> = {
  tooLarge: {
    zh: '文件超过 500 万字符，没有读取。请拆分后再导入。',
    en: 'The file is larger than 5 million characters and was not read. Split it.',
  },
  doctype: {
    zh: '文件带有外部实体声明（DOCTYPE），为安全起见没有读取。',
    en: 'The file declares a document type (DOCTYPE); for safety it was not read.',
  },
  tooDeep: { zh: '文件嵌套过深，没有读取。', en: 'The file nests too deeply and was not read.' },
  tooManyUnknown: {
    zh: '文件里有太多 BPMN 以外的元素，没有读取。请从原软件导出标准的 BPMN 2.0 文件。',
    en: 'The file holds too many elements that BPMN does not know and was not read. Export it as plain BPMN 2.0.',
  },
  notXml: {
    zh: '文件不是完整的 XML，没有读取。请从原软件重新导出。',
    en: 'The file is not complete XML and was not read. Export it again.',
  },
  notBpmn: { zh: '这不是 BPMN 2.0 文件。请选择 .bpmn 文件。', en: 'This is not a BPMN 2.0 file. Choose a .bpmn file.' },
  noProcess: { zh: '文件里没有流程。', en: 'The file holds no process.' },
};

export const BPMN_CHANGE_WORDS: Readonly<Record<Change, Sayable>> = {
  forkInserted: {
    zh: '“{name}”有多条出路，已在其后补上分支节点',
    en: '"{name}" had several ways out; a gateway was put behind it',
  },
  endAdded: { zh: '“{name}”之后没有去向，已补上结束', en: 'Nothing followed "{name}"; an end was put there' },
  startAdded: { zh: '流程没有开始，已补上', en: 'The process had no start; one was put in front' },
  passThrough: { zh: '“{name}”不做任何事，按直接通过处理', en: '"{name}" has no effect; the case passes straight on' },
  errorUncaught: {
    zh: '没有环节处理“{name}”抛出的错误，按普通结束处理',
    en: 'Nobody catches the error of "{name}"; it is a plain end',
  },
  triggerMissing: {
    zh: '“{name}”没有写明等待什么，暂按等待同名消息处理，请核对',
    en: '"{name}" does not say what it waits for; it waits for a message of its own name. Check it.',
  },
  timerUnclear: {
    zh: '“{name}”的时间写法无法换算[（{detail}）]，暂按 1 天处理，请核对',
    en: 'The time of "{name}" could not be read[ ({detail})]; one day stands in its place. Check it.',
  },
  conditionKept: {
    zh: '“{name}”的条件不是可识别的写法[（{detail}）]，请重新填写',
    en: 'The condition of "{name}" is in another language[ ({detail})]; write it anew.',
  },
  laneUnbound: { zh: '请为“{name}”选择承办单位的类型', en: 'Choose which kind of office "{name}" is' },
  noLayout: { zh: '文件没有图形信息，已自动排版', en: 'The file has no diagram; the drawing was laid out anew' },
  idChanged: {
    zh: '“{name}”的编号过长或重复，已调整',
    en: 'The id of "{name}" was too long or used twice; it was changed',
  },
};

export const BPMN_KEPT_WORDS: Readonly<Record<KeptReason, Sayable>> = {
  notExecuted: {
    zh: '“{name}”（{type}）：通办不能运行，保留在原处',
    en: '"{name}" ({type}) is not run here; it stands where it stood',
  },
  multiInstance: {
    zh: '“{name}”（{type}）：多实例需改画成并联办理',
    en: '"{name}" ({type}): draw several instances as a dispatch',
  },
  loop: { zh: '“{name}”（{type}）：循环需改画成退回线', en: '"{name}" ({type}): draw the loop as a way back' },
  severalEvents: {
    zh: '“{name}”（{type}）：一个节点多个事件，需拆开',
    en: '"{name}" ({type}) has several events in one; draw them apart',
  },
  furtherStart: {
    zh: '“{name}”：另一个开始，一个事项只有一个开始',
    en: '"{name}" is a further start; a scenario has one',
  },
  dataOnly: {
    zh: '“{name}”（{type}）：数据标注，保留备查',
    en: '"{name}" ({type}): a mark for data, kept for reference',
  },
  note: { zh: '“{name}”（{type}）：说明，保留备查', en: '"{name}" ({type}): a remark, kept for reference' },
  messageFlow: {
    zh: '“{name}”：流程之间的消息，保留备查',
    en: '"{name}": a message between processes, kept for reference',
  },
  pool: { zh: '“{name}”：没有流程的参与方，保留备查', en: '"{name}": a party without a process, kept for reference' },
  unknown: {
    zh: '“{name}”（{type}）：无法识别，保留备查',
    en: '"{name}" ({type}) is not known here, kept for reference',
  },
};
