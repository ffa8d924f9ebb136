/** Sentences for a document that cannot be opened: what is wrong with it, and what to do. */
export const DOCUMENT_WORDS: Record<string, { zh: string; en: string }> = {
  invalidJson: {
    zh: '文件不是有效的 JSON（{where}），没有打开。请检查该处的括号、引号和逗号。',
    en: 'The file is not valid JSON ({where}) and was not opened. Check brackets, quotes and commas there.',
  },
  newerSchema: {
    zh: '文件由更新的版本保存（第 {version} 版格式，这里认到第 {known} 版），没有打开。请先升级通办。',
    en: 'The file was saved by a newer version (format {version}; this one knows up to {known}) and was not opened. Update Tongban first.',
  },
  unknownSchema: {
    zh: '文件没有写明格式版本，不能确定怎样读，没有打开。请确认它是通办导出的文件。',
    en: 'The file names no format version and was not opened. Make sure that Tongban exported it.',
  },
  invalidDesign: {
    zh: '文件的“{where}”处不符合格式，没有打开。请改正后重试。',
    en: 'The file does not fit the format at "{where}" and was not opened. Correct it and try again.',
  },
  unreadable: {
    zh: '不能读取文件 {where}（{reason}）。请检查路径和权限。',
    en: 'The file {where} cannot be read ({reason}). Check the path and its permissions.',
  },
};
