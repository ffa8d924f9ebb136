/** Words and icon of each node kind, as data. Icon names are semantic; the view maps them to drawings. */
import type { NodeKind } from '../document/index.ts';

export interface NodeWords {
  /** Name of the kind in the palette. */
  readonly kind: string;
  /** One line: what it is for, in the user's words. */
  readonly hint: string;
  /** Name given to a new node. */
  readonly name: string;
}
export interface NodeKindWords {
  readonly icon: string;
  readonly 'zh-CN': NodeWords;
  readonly en: NodeWords;
}

export const NODE_WORDS: Readonly<Record<NodeKind, NodeKindWords>> = {
  start: {
    icon: 'submit',
    'zh-CN': { kind: '提交', hint: '申请人填表提交，办理从这里开始', name: '提交申请' },
    en: { kind: 'Submit', hint: 'The applicant files the form; work begins here', name: 'Submit' },
  },
  end: {
    icon: 'finish',
    'zh-CN': { kind: '办结', hint: '这条路线到此结束', name: '办结' },
    en: { kind: 'Finish', hint: 'This path ends here', name: 'Finish' },
  },
  task: {
    icon: 'person',
    'zh-CN': { kind: '办理', hint: '一个单位的人办理并作出决定；多人办理时为会签', name: '办理' },
    en: { kind: 'Task', hint: 'People of one office handle it and decide', name: 'Handle' },
  },
  dispatch: {
    icon: 'departments',
    'zh-CN': { kind: '并联办理', hint: '多个部门同时办理，全部办完再往下走', name: '并联办理' },
    en: {
      kind: 'Side by side',
      hint: 'Several departments work at once; it goes on when all are done',
      name: 'Side by side',
    },
  },
  exclusive: {
    icon: 'branch',
    'zh-CN': { kind: '条件分支', hint: '按条件只走一条路', name: '判断' },
    en: { kind: 'Branch', hint: 'Takes one way, by condition', name: 'Branch' },
  },
  parallel: {
    icon: 'parallel',
    'zh-CN': { kind: '并行与汇合', hint: '同时走所有路，或等所有路都到齐', name: '并行' },
    en: { kind: 'Fork and join', hint: 'Goes all ways at once, or waits for all of them', name: 'Fork' },
  },
  onTime: {
    icon: 'timer',
    'zh-CN': { kind: '到时处理', hint: '环节办了一定时间还没办完时，另走一条路', name: '到时处理' },
    en: { kind: 'On time', hint: 'When a step has taken a certain time, go another way', name: 'On time' },
  },
};

/** Decision that a new step begins with. */
export const FIRST_DECISION = {
  'zh-CN': { positive: '同意', negative: '不同意' },
  en: { positive: 'Approve', negative: 'Decline' },
} as const;
