import type zh from '../zh/signin.ts';

const en: Record<keyof typeof zh, string> = {
  title: 'Sign in to Tongban',
  demoTitle: 'Choose who you are: one click enters',
  demoHelp: 'Demo: every person, office and number is invented. You can switch role at the top right at any time.',
  account: 'Account',
  password: 'Password',
  accountNeeded: 'Enter your account',
  passwordNeeded: 'Enter your password',
  submit: 'Sign in',
  enterAs: 'Enter as {{title}} {{name}}',
  groupStudio: 'Design a service',
  groupPortal: 'Apply',
  groupDesk: 'Handle cases',
  groupSupervise: 'Supervise',
  groupAdmin: 'Administer',
};
export default en;
