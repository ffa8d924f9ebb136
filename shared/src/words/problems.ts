/**
 * Sentences for a value that cannot be taken: what is wrong, then what to do. Codes of fields/ (VALUE_PROBLEMS) and the
 * four that a step adds: fieldRequired, fieldNotWritable, fieldUnknown, and rule (a field's own message comes first).
 */
import type { ValueProblemCode } from '../fields/kind.ts';

export type FieldProblemCode = ValueProblemCode | 'fieldRequired' | 'fieldNotWritable' | 'fieldUnknown' | 'rule';

export const PROBLEM_WORDS: Record<FieldProblemCode, { zh: string; en: string }> = {
  wrongKind: {
    zh: '填写的内容与这一项的类型不符，请重新填写。',
    en: 'This value is of the wrong kind. Enter it again.',
  },
  noValue: { zh: '这一项只作说明，不能填写。', en: 'This is a note and cannot be filled in.' },
  tooLong: {
    zh: '超过了 {max} 个字（现有 {length} 个），请删减。',
    en: 'Longer than {max} characters (now {length}). Shorten it.',
  },
  lineBreak: { zh: '这一项只能写一行，请去掉换行。', en: 'Only one line fits here. Remove the line breaks.' },
  tooSmall: { zh: '不能小于 {min}，请核对后重填。', en: 'Must not be less than {min}. Check it and enter it again.' },
  tooLarge: { zh: '不能大于 {max}，请核对后重填。', en: 'Must not be more than {max}. Check it and enter it again.' },
  tooManyDecimals: {
    zh: '最多保留 {decimals} 位小数，请修改。',
    en: 'At most {decimals} decimals are allowed. Round it.',
  },
  badDate: {
    zh: '没有这一天。请按年-月-日填写，如 2026-11-22。',
    en: 'There is no such day. Enter it as year-month-day, such as 2026-11-22.',
  },
  unknownOption: {
    zh: '选项“{option}”已不在列表中，请重新选择。',
    en: 'The option "{option}" is not on the list. Choose again.',
  },
  repeatedOption: {
    zh: '同一个选项选了两次，请去掉重复的。',
    en: 'An option was chosen twice. Remove the repetition.',
  },
  idCardForm: {
    zh: '身份证号应为 18 位：前 17 位是数字，末位是数字或 X。请对照证件核对（现有 {length} 位）。',
    en: 'An ID card number has 18 characters: 17 digits, then a digit or X. Compare it with the card (now {length}).',
  },
  idCardDate: {
    zh: '身份证号第 7 至 14 位不是真实的出生日期，请对照证件核对。',
    en: 'Characters 7 to 14 are not a real birth date. Compare them with the card.',
  },
  idCardCheckDigit: {
    zh: '身份证号的校验码不对，可能有一位输错，请对照证件核对。',
    en: 'The check digit does not match; one character may be wrong. Compare it with the card.',
  },
  usccForm: {
    zh: '统一社会信用代码应为 18 位数字或大写字母（不含 I、O、S、V、Z）。请对照证照核对（现有 {length} 位）。',
    en: 'A unified social credit code has 18 digits or capital letters (no I, O, S, V, Z). Compare it with the licence (now {length}).',
  },
  usccCheckDigit: {
    zh: '统一社会信用代码的校验码不对，可能有一位输错，请对照证照核对。',
    en: 'The check character does not match; one character may be wrong. Compare it with the licence.',
  },
  phoneForm: {
    zh: '电话号码不完整。请填 11 位手机号，或带区号的固定电话，如 0571-86000000。',
    en: 'This telephone number is not complete. Enter a mobile number of 11 digits, or a land line with area code, such as 0571-86000000.',
  },
  tooManyFiles: {
    zh: '最多上传 {max} 个文件（现有 {count} 个），请删去多余的。',
    en: 'At most {max} files are allowed (now {count}). Remove some.',
  },
  fileType: {
    zh: '不能上传“{name}”：只收 {accept} 格式。请转换格式后再传。',
    en: '"{name}" cannot be uploaded: only {accept} are accepted. Convert it and upload it again.',
  },
  fileTooLarge: {
    zh: '“{name}”超过 {max}，请压缩或拆分后再传。',
    en: '"{name}" is larger than {max}. Compress or split it and upload it again.',
  },
  fieldRequired: { zh: '这一项必须填写。', en: 'This must be filled in.' },
  fieldNotWritable: { zh: '这一项在当前环节不能填写。', en: 'This cannot be changed at this step.' },
  fieldUnknown: { zh: '表单里没有这一项，请刷新后重试。', en: 'The form has no such field. Reload and try again.' },
  rule: {
    zh: '填写的内容不符合要求，请核对后修改。',
    en: 'This does not meet the requirement. Check and change it.',
  },
};
