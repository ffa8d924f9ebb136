/** Names of the field kinds, and the words a value itself is shown with. */
import type { FieldKind } from '../document/schema.ts';

export const FIELD_KIND_WORDS: Record<FieldKind, { zh: string; en: string }> = {
  text: { zh: '单行文字', en: 'Text' },
  longText: { zh: '多行文字', en: 'Long text' },
  number: { zh: '数字', en: 'Number' },
  money: { zh: '金额', en: 'Money' },
  date: { zh: '日期', en: 'Date' },
  choice: { zh: '选项', en: 'Choice' },
  yesNo: { zh: '是或否', en: 'Yes or no' },
  idCard: { zh: '身份证号', en: 'ID card number' },
  uscc: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  phone: { zh: '电话号码', en: 'Telephone number' },
  department: { zh: '部门', en: 'Departments' },
  file: { zh: '附件', en: 'Files' },
  note: { zh: '说明文字', en: 'Note' },
};

/** What each kind is for, in one line, for the form builder. */
export const FIELD_KIND_HINTS: Record<FieldKind, { zh: string; en: string }> = {
  text: { zh: '姓名、地址等一行以内的内容', en: 'A name, an address: anything that fits on one line' },
  longText: { zh: '情况说明、理由等成段的内容', en: 'A statement or reasons in sentences' },
  number: { zh: '可设范围、小数位数和单位', en: 'With a range, decimals and a unit' },
  money: { zh: '以元计，显示千分位', en: 'In yuan, with thousands separators' },
  date: { zh: '年月日，如 2026-11-22', en: 'A day, such as 2026-11-22' },
  choice: { zh: '从给定的选项中选一个或多个', en: 'One or several of given options' },
  yesNo: { zh: '只回答是或否', en: 'Answered with yes or no' },
  idCard: { zh: '18 位，自动核对校验码和出生日期', en: '18 characters; check digit and birth date are verified' },
  uscc: { zh: '18 位，自动核对校验码', en: '18 characters; the check digit is verified' },
  phone: { zh: '手机号，或带区号的固定电话', en: 'A mobile number, or a land line with area code' },
  department: { zh: '勾选由哪些部门办理', en: 'Which departments shall handle it' },
  file: { zh: '上传文件，可限定类型、大小和个数', en: 'Uploads, limited by type, size and number' },
  note: { zh: '只显示、不填写的提示', en: 'Shown, not filled in' },
};

export const YES_NO_WORDS: Record<'yes' | 'no', { zh: string; en: string }> = {
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
};
