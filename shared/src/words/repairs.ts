/** Words that a repair writes into a form: names of what it adds. */
export const FORM_WORDS = {
  zh: { section: '基本信息', options: ['是', '否'] },
  en: { section: 'Basic information', options: ['Yes', 'No'] },
} as const;

/** Names of the gateways that 改并联 adds. */
export const PARALLEL_WORDS = {
  zh: { fork: '同时办理', join: '全部办完' },
  en: { fork: 'Side by side', join: 'All done' },
} as const;
