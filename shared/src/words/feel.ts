/**
 * What is wrong with a FEEL text, as sentences: what was found, then what to do. One entry per code of
 * expressions/problem.ts; the place in the text stands before it.
 */
import type { FeelProblemCode } from '../expressions/problem.ts';
import type { FeelProblem, FeelTypeName } from '../expressions/index.ts';
import { fill, type Params, type WordLanguage, type Words } from './sentence.ts';

export function feelSentence({ code, params }: Pick<FeelProblem, 'code' | 'params'>, language: WordLanguage): string {
  const subject = params['name'] ?? '';
  return fill(FEEL_WORDS[code], { subject, ...params, ...feelParams(params, language) }, language);
}

/** Types and counts among the parameters, in words. */
export function feelParams(params: Params, language: WordLanguage): Params {
  const said: Record<string, string> = {};
  for (const key of ['found', 'wanted', 'left', 'right']) {
    const value = params[key];
    if (typeof value === 'string') said[key] = typeWords(value, language);
  }
  const { least, most } = params;
  if (least !== undefined) said['count'] = least === most ? String(least) : RANGE[language](least, most ?? least);
  return said;
}

const RANGE = {
  zh: (least: string | number, most: string | number) => `${least} 至 ${most}`,
  en: (least: string | number, most: string | number) => `${least} to ${most}`,
} as const;

/** `list<number>` as people say it. */
function typeWords(type: string, language: WordLanguage): string {
  const [, outer, inner] = /^(list|range)<(.*)>$/.exec(type) ?? [];
  if (outer !== undefined && inner !== undefined) {
    return fill(OF[outer as keyof typeof OF], { of: typeWords(inner, language) }, language);
  }
  return TYPE_WORDS[type as FeelTypeName]?.[language] ?? type;
}

const OF = {
  list: { zh: '{of}列表', en: 'a list ({of})' },
  range: { zh: '{of}范围', en: 'a range ({of})' },
} as const;

export const TYPE_WORDS: Readonly<Record<FeelTypeName, Words>> = {
  any: { zh: '任意值', en: 'any value' },
  null: { zh: '空值', en: 'nothing' },
  number: { zh: '数字', en: 'a number' },
  string: { zh: '文字', en: 'a text' },
  boolean: { zh: '是/否', en: 'a yes or no' },
  date: { zh: '日期', en: 'a date' },
  time: { zh: '时刻', en: 'a time' },
  'date and time': { zh: '日期时间', en: 'a date and time' },
  'days and time duration': { zh: '天数时长', en: 'a duration in days' },
  'years and months duration': { zh: '年月时长', en: 'a duration in months' },
  list: { zh: '列表', en: 'a list' },
  context: { zh: '一组数据', en: 'a group of values' },
  range: { zh: '范围', en: 'a range' },
  function: { zh: '函数', en: 'a function' },
};

export const FEEL_WORDS: Readonly<Record<FeelProblemCode, Words>> = {
  syntax: { zh: '这里看不懂。改正写法。', en: 'this makes no sense. Correct it.' },
  tooLong: { zh: '超过 {most} 个字符。分成几步来写。', en: 'longer than {most} characters. Split it into steps.' },
  tooDeep: {
    zh: '套了超过 {most} 层。分成几步来写。',
    en: 'nested deeper than {most} levels. Split it into steps.',
  },
  tooManyNames: {
    zh: '自定的名称超过 {most} 个。分成几步来写。',
    en: 'more than {most} names of its own. Split it into steps.',
  },
  external: {
    zh: '不能使用外部函数。改用已有的函数。',
    en: 'functions from outside cannot be used. Use those that are there.',
  },
  noClock: {
    zh: '这里没有当前时间，不能用“{subject}”。改用一个日期项。',
    en: 'no time is known here, so "{subject}" cannot be used. Use a date field.',
  },
  unknownName: {
    zh: '没有叫“{subject}”的数据。表单项写作 form.编号，环节结果写作 steps.编号.outcome。',
    en: 'nothing is called "{subject}". A field is written form.id, a decision steps.id.outcome.',
  },
  unknownEntry: {
    zh: '这里没有“{subject}”这一项（前面是{found}）。核对名称。',
    en: 'there is no "{subject}" here (what stands before is {found}). Check the name.',
  },
  unknownFunction: {
    zh: '没有叫“{subject}”的函数。核对函数名。',
    en: 'there is no function "{subject}". Check its name.',
  },
  unknownType: {
    zh: '没有叫“{subject}”的类型。改为已有的类型。',
    en: 'there is no type "{subject}". Use one that exists.',
  },
  argumentCount: {
    zh: '“{subject}”要 {count} 个值，这里给了 {found} 个。补上或删去。',
    en: '"{subject}" takes {count} values, but {found} are given. Add or remove some.',
  },
  argumentName: {
    zh: '函数没有叫“{subject}”的参数。核对参数名。',
    en: 'the function has no parameter "{subject}". Check its name.',
  },
  argumentType: {
    zh: '“{function}”的第 {argument} 个值要{wanted}，这里是{found}。换成合适的值。',
    en: 'value {argument} of "{function}" is to be {wanted}, but this is {found}. Use a fitting value.',
  },
  operands: {
    zh: '“{operator}”不能用于{left}和{right}，结果总是空。两边换成同一种值。',
    en: '"{operator}" does not take {left} and {right}; the result is always nothing. Use values of one kind.',
  },
  operand: {
    zh: '“{operator}”不能用于{found}，结果总是空。换成合适的值。',
    en: '"{operator}" does not take {found}; the result is always nothing. Use a fitting value.',
  },
  condition: {
    zh: '“{operator}”要判断是/否，这里是{found}。写成比较，如 form.编号 > 0。',
    en: '"{operator}" asks for a yes or no, but this is {found}. Write a comparison, such as form.id > 0.',
  },
  notAList: {
    zh: '这里要逐项处理列表，却是{found}。换成列表或范围。',
    en: 'a list is walked through here, but this is {found}. Use a list or a range.',
  },
  notAFunction: { zh: '{found}不能当函数调用。核对名称。', en: '{found} cannot be called. Check the name.' },
  result: {
    zh: '结果是{found}，这里要{wanted}。改成能得出{wanted}的写法。',
    en: 'the result is {found}, but {wanted} is needed. Write it so that it gives {wanted}.',
  },
  moment: {
    zh: '“{text}”不是日期、时刻或时长。写成 2026-11-22、10:30:00 或 P3D。',
    en: '"{text}" is no date, time or duration. Write 2026-11-22, 10:30:00 or P3D.',
  },
  pattern: {
    zh: '“{pattern}”不能作为匹配规则。改正写法。',
    en: '"{pattern}" cannot be used as a pattern. Correct it.',
  },
};

/** Where in which text, then what is wrong there. */
const inText = ({ zh, en }: Words): Words => ({
  zh: `“{name}”的{role}第 {position} 个字符处，${zh}`,
  en: `In the {role} of "{name}", at character {position}: ${en}`,
});

type FeelDiagnostic = `feel.${Exclude<FeelProblemCode, 'syntax'>}`;

/** Codes of compiler/diagnostics.ts that begin with `feel.`; a text that cannot be read has a sentence by what it is. */
export const FEEL_DIAGNOSTIC_WORDS = Object.fromEntries(
  Object.entries(FEEL_WORDS)
    .filter(([code]) => code !== 'syntax')
    .map(([code, words]) => [`feel.${code}`, inText(words)]),
) as Readonly<Record<FeelDiagnostic, Words>>;
