/** A condition as a sentence: 总投资 大于 5000 万元 并且 环评 等于 “通过”. Free FEEL stays as it is written. */
import type { ComparisonClause, Comparison, Condition, Design } from '../document/index.ts';
import { YES_NO_WORDS } from './fields.ts';
import type { WordLanguage, Words } from './sentence.ts';

/** What names the ids in a condition: any design, or the parts of one. */
export type ConditionNames = Pick<Design, 'form' | 'flow'>;

export const COMPARISON_WORDS: Readonly<Record<Comparison, Words>> = {
  eq: { zh: '等于', en: 'is' },
  ne: { zh: '不等于', en: 'is not' },
  gt: { zh: '大于', en: 'is more than' },
  ge: { zh: '不小于', en: 'is at least' },
  lt: { zh: '小于', en: 'is less than' },
  le: { zh: '不大于', en: 'is at most' },
  in: { zh: '是以下之一', en: 'is one of' },
  contains: { zh: '包含', en: 'contains' },
  filled: { zh: '已填写', en: 'is filled in' },
  empty: { zh: '未填写', en: 'is empty' },
};

/** Dates are earlier and later, not smaller and greater. */
const DATE_WORDS: Partial<Record<Comparison, Words>> = {
  gt: { zh: '晚于', en: 'is after' },
  ge: { zh: '不早于', en: 'is not before' },
  lt: { zh: '早于', en: 'is before' },
  le: { zh: '不晚于', en: 'is not after' },
};

const JOINED: Readonly<Record<'all' | 'any', Words>> = {
  all: { zh: ' 并且 ', en: ' and ' },
  any: { zh: ' 或者 ', en: ' or ' },
};
const ALWAYS: Words = { zh: '任何情况', en: 'always' };
const NEVER: Words = { zh: '从不', en: 'never' };
const GONE: Words = { zh: '已删去的项', en: 'something removed' };
const RESULT: Words = { zh: '的结果', en: ' result' };
const MISSING = '…';

export function comparisonWord(op: Comparison, kind: string | undefined, language: WordLanguage): string {
  return ((kind === 'date' ? DATE_WORDS[op] : undefined) ?? COMPARISON_WORDS[op])[language];
}

/** Never throws: ids that are gone read as such. */
export function conditionSentence(condition: Condition, names: ConditionNames, language: WordLanguage): string {
  if (condition.type === 'compare') return clauseSentence(condition, names, language);
  if (condition.type === 'feel') return condition.text.trim();
  if (condition.of.length === 0) return (condition.type === 'all' ? ALWAYS : NEVER)[language];
  const parts = condition.of.map((part) => {
    const sentence = conditionSentence(part, names, language);
    const mixed = (part.type === 'all' || part.type === 'any') && part.type !== condition.type && part.of.length > 1;
    return mixed ? (language === 'zh' ? `（${sentence}）` : `(${sentence})`) : sentence;
  });
  return parts.join(JOINED[condition.type][language]);
}

function clauseSentence({ left, op, right }: ComparisonClause, names: ConditionNames, language: WordLanguage): string {
  const field = left.type === 'field' ? names.form.fields[left.id] : undefined;
  const node = left.type === 'decision' ? names.flow.nodes[left.node] : undefined;
  const subject = field ? field.name : node ? node.name + RESULT[language] : GONE[language];
  const comparison = comparisonWord(op, field?.kind, language);
  if (op === 'filled' || op === 'empty') return `${subject} ${comparison}`;
  const choices: Readonly<Record<string, { readonly name: string }>> =
    field?.options ?? (node && 'decisions' in node ? node.decisions : {});
  const word = (value: string | number | boolean): string => {
    if (typeof value === 'boolean') return YES_NO_WORDS[value ? 'yes' : 'no'][language];
    if (typeof value === 'number') return field?.unit ? `${value} ${field.unit}` : String(value);
    const name = choices[value]?.name ?? bodyName(value, names);
    return name !== undefined || field === undefined || field.kind === 'text' ? quoted(name ?? value, language) : value;
  };
  const values = Array.isArray(right) ? right : right === undefined || right === '' ? [] : [right];
  const said = values.length === 0 ? MISSING : values.map(word).join(language === 'zh' ? '、' : ', ');
  return `${subject} ${comparison} ${said}`;
}

/** A ticked department is named by the body of the dispatch. */
function bodyName(id: string, { flow }: ConditionNames): string | undefined {
  for (const node of Object.values(flow.nodes)) {
    const body = node.kind === 'dispatch' ? node.bodies[id] : undefined;
    if (body) return body.name;
  }
  return undefined;
}

const quoted = (text: string, language: WordLanguage): string => (language === 'zh' ? `“${text}”` : `"${text}"`);
