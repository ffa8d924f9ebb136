/** Words of the sign-in page. */
export default {
  title: '登录通办',
  demoTitle: '选一个身份，点一下就进入',
  demoHelp: '演示环境：人员、单位、证件号码均为虚构。进入后可在右上角随时换身份。',
  account: '账号',
  password: '密码',
  accountNeeded: '请输入账号',
  passwordNeeded: '请输入密码',
  submit: '登录',
  enterAs: '以{{title}} {{name}} 进入',
  groupStudio: '设计一件事',
  groupPortal: '申请办事',
  groupDesk: '办理',
  groupSupervise: '监督',
  groupAdmin: '管理',
};
