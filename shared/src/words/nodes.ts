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
  terminate: {
    icon: 'stop',
    'zh-CN': { kind: '全部终止', hint: '立即结束整件事，其他正在办理的都停止', name: '终止' },
    en: { kind: 'Stop all', hint: 'Ends the whole case at once; all other work stops', name: 'Stop all' },
  },
  foreign: {
    icon: 'foreign',
    'zh-CN': { kind: '未支持的元素', hint: '从其他软件导入，目前不能运行', name: '未支持的元素' },
    en: { kind: 'Not supported', hint: 'Came with an imported file and is not run', name: 'Not supported' },
  },
  fail: {
    icon: 'fault',
    'zh-CN': { kind: '出错结束', hint: '以指明的错误结束，交给捕获它的环节处理', name: '出错' },
    en: { kind: 'Fail', hint: 'Ends with a named error, handled where it is caught', name: 'Fail' },
  },
  fetch: {
    icon: 'fetch',
    'zh-CN': { kind: '调取数据', hint: '从共享库调取数据或电子证照，不用申请人提交', name: '调取数据' },
    en: { kind: 'Fetch', hint: 'Gets shared data or a certificate; nobody has to hand it in', name: 'Fetch data' },
  },
  connect: {
    icon: 'connect',
    'zh-CN': { kind: '对接系统', hint: '调用部门业务系统，连不上时可人工转录', name: '对接系统' },
    en: { kind: 'Connect', hint: "Calls a department's system; by hand when it cannot be reached", name: 'Connect' },
  },
  rule: {
    icon: 'rule',
    'zh-CN': { kind: '规则判定', hint: '按规则表自动得出结果', name: '规则判定' },
    en: { kind: 'Rule', hint: 'Finds the result by a decision table', name: 'Rule' },
  },
  set: {
    icon: 'compute',
    'zh-CN': { kind: '赋值计算', hint: '按公式自动填写表单项', name: '计算' },
    en: { kind: 'Compute', hint: 'Fills fields by formula', name: 'Compute' },
  },
  document: {
    icon: 'document',
    'zh-CN': { kind: '生成文书', hint: '按模板生成文书，可加盖电子签章', name: '生成文书' },
    en: { kind: 'Document', hint: 'Produces a document from a template, sealed if wanted', name: 'Document' },
  },
  notify: {
    icon: 'notify',
    'zh-CN': { kind: '消息通知', hint: '通知申请人或某个单位，不停留', name: '通知' },
    en: { kind: 'Notify', hint: 'Tells the applicant or an office and goes on', name: 'Notify' },
  },
  scenario: {
    icon: 'scenario',
    'zh-CN': { kind: '调用一件事', hint: '把另一件已发布的事作为一个环节来办', name: '调用一件事' },
    en: { kind: 'Scenario', hint: 'Runs another published scenario as one step', name: 'Scenario' },
  },
  group: {
    icon: 'group',
    'zh-CN': { kind: '子流程', hint: '把一部分环节圈在一起；也可由事件随时启动', name: '子流程' },
    en: { kind: 'Part', hint: 'Puts steps together; an event may also open it at any time', name: 'Part' },
  },
  wait: {
    icon: 'wait',
    'zh-CN': { kind: '等待', hint: '等到某个时间、日期、消息或条件，如公示', name: '等待' },
    en: { kind: 'Wait', hint: 'Waits for a time, a date, a message or a condition', name: 'Wait' },
  },
  signal: {
    icon: 'signal',
    'zh-CN': { kind: '发出信号', hint: '发出信号、消息或上报，然后继续', name: '发出信号' },
    en: { kind: 'Signal', hint: 'Sends a signal, a message or an escalation and goes on', name: 'Signal' },
  },
  link: {
    icon: 'link',
    'zh-CN': { kind: '跳转连接', hint: '同名的两端相连，省去长线', name: '跳转' },
    en: { kind: 'Link', hint: 'Two ends of the same name are joined without a long line', name: 'Link' },
  },
  undo: {
    icon: 'undo',
    'zh-CN': { kind: '撤销办理', hint: '按对应的撤销环节退回已办完的事，如解封', name: '撤销办理' },
    en: { kind: 'Undo', hint: 'Undoes finished steps by their reverse steps', name: 'Undo' },
  },
  inclusive: {
    icon: 'inclusive',
    'zh-CN': { kind: '多选分支', hint: '条件成立的路都走，走了的路都到齐再往下', name: '多选分支' },
    en: { kind: 'Any of', hint: 'Takes every way whose condition holds and waits for those taken', name: 'Any of' },
  },
  firstEvent: {
    icon: 'race',
    'zh-CN': { kind: '先到先走', hint: '后面几个等待，哪个先到走哪条路', name: '先到先走' },
    en: {
      kind: 'First event',
      hint: 'Of the waits that follow, the first to happen decides the way',
      name: 'First event',
    },
  },
  onError: {
    icon: 'error',
    'zh-CN': { kind: '出错处理', hint: '环节出错时改走这条路', name: '出错处理' },
    en: { kind: 'On error', hint: 'When a step fails, go this way', name: 'On error' },
  },
  onEscalation: {
    icon: 'escalation',
    'zh-CN': { kind: '上报处理', hint: '有上报时走这条路', name: '上报处理' },
    en: { kind: 'On escalation', hint: 'When something is escalated, go this way', name: 'On escalation' },
  },
  onMessage: {
    icon: 'message',
    'zh-CN': { kind: '收到消息时', hint: '收到消息、信号或条件成立时走这条路', name: '收到消息时' },
    en: {
      kind: 'On message',
      hint: 'When a message or signal comes or a condition holds, go this way',
      name: 'On message',
    },
  },
};

/** Decision that a new step begins with. */
export const FIRST_DECISION = {
  'zh-CN': { positive: '同意', negative: '不同意' },
  en: { positive: 'Approve', negative: 'Decline' },
} as const;
