/** Decision tables in words: what a check says, and which values of the inputs a place in the table stands for. */
import type { NamedBox, NamedSide } from '../compiler/check-tables.ts';
import type { ShownInterval } from '../decisions/index.ts';
import type { WordLanguage, Words } from './sentence.ts';

/** Codes of compiler/diagnostics.ts that begin with `table.`. */
export const TABLE_WORDS = {
  'table.noOutputs': {
    zh: '决策表“{table}”没有结果列。添加一列，说明要得出什么。',
    en: '"{table}" has no output. Add a column for what it decides.',
  },
  'table.unknownField': {
    zh: '决策表“{table}”的“{column}”列用到了已删去的表单项。重新选择，或删去这一列。',
    en: 'Column "{column}" of "{table}" uses a field that is gone. Choose another, or remove the column.',
  },
  'table.fieldHoldsNothing': {
    zh: '决策表“{table}”的“{column}”列用到的表单项不能用来判断。换一个有值的表单项。',
    en: 'Column "{column}" of "{table}" uses a field that holds nothing to decide by. Choose another.',
  },
  'table.noExpression': {
    zh: '决策表“{table}”的“{column}”列没说判断什么。选一个表单项，或写一个式子。',
    en: 'Column "{column}" of "{table}" asks about nothing. Choose a field or write an expression.',
  },
  'table.wrongKind': {
    zh: '决策表“{table}”{place}的值和这一列的类型不同。改成同一类的值。',
    en: 'In "{table}", {place}: the value is not of the kind of its column. Give one that is.',
  },
  'table.fieldTwice': {
    zh: '决策表“{table}”有两列结果写进同一个表单项，“{column}”是后一列。改写到别的表单项，或删去一列。',
    en: 'Two outputs of "{table}" write the same field; "{column}" is the second. Write another field, or remove one.',
  },
  'table.noPriorities': {
    zh: '决策表“{table}”按优先级取结果，但没有一列结果列出可选值。按优先顺序列出可选值。',
    en: '"{table}" decides by priority, but no output lists its values. List them, the highest priority first.',
  },
  'table.aggregateSeveral': {
    zh: '决策表“{table}”要汇总，但有几列结果。只留一列，或改为不汇总。',
    en: '"{table}" aggregates, but has several outputs. Keep one, or collect without aggregating.',
  },
  'table.aggregateKind': {
    zh: '决策表“{table}”的“{column}”列不能这样汇总。改为数字，或换一种汇总。',
    en: 'Column "{column}" of "{table}" cannot be aggregated in this way. Make it a number, or aggregate otherwise.',
  },
  'table.listIntoField': {
    zh: '决策表“{table}”会得出几个结果，而“{column}”列写进的表单项只能放一个。换命中规则，或换一个多选的表单项。',
    en: '"{table}" gives several results, but the field of column "{column}" holds one. Change the hit policy or the field.',
  },
  'table.notAllowed': {
    zh: '决策表“{table}”{place}的值不在可选值里。改成可选值之一，或把它加进可选值。',
    en: 'In "{table}", {place}: the value is not among the allowed ones. Choose one of them, or add it to them.',
  },
  'table.unreadable': {
    zh: '决策表“{table}”{place}第 {position} 个字符处看不懂。改正写法。',
    en: 'In "{table}", {place}: it makes no sense at character {position}. Correct it.',
  },
  'table.gap': {
    zh: '决策表“{table}”没有规则管这种情况：{box}。补一条规则，或给结果设默认值。',
    en: 'No rule of "{table}" covers this: {box}. Add a rule, or give the outputs a default.',
  },
  'table.overlap': {
    zh: '决策表“{table}”第 {rule} 行和第 {other} 行会同时成立：{box}。改其中一行的条件，或换命中规则。',
    en: 'Rules {rule} and {other} of "{table}" hold at once: {box}. Change one of them, or the hit policy.',
  },
  'table.conflict': {
    zh: '决策表“{table}”第 {rule} 行和第 {other} 行会同时成立，结果却不同：{box}。改条件，或改成相同的结果。',
    en: 'Rules {rule} and {other} of "{table}" hold at once with different results: {box}. Change the conditions or the results.',
  },
  'table.masked': {
    zh: '决策表“{table}”第 {rule} 行永远轮不到，它的情况都被先取的行管了。删去它，或让它先取。',
    en: 'Rule {rule} of "{table}" never decides: others come first wherever it holds. Remove it, or let it come first.',
  },
  'table.impossible': {
    zh: '决策表“{table}”第 {rule} 行永远不成立：它的条件互相矛盾，或不在可取的值里。改正条件，或删去这一行。',
    en: 'Rule {rule} of "{table}" never holds: its conditions exclude each other or what the inputs may be. Correct or remove it.',
  },
  'table.unclear': {
    zh: '决策表“{table}”{place}不是和固定值比较，这一行的遗漏和重叠没有检查。能改成固定值就改。',
    en: 'In "{table}", {place}: it compares with more than fixed values, so gaps and overlaps of this rule were not looked for. Use fixed values where you can.',
  },
  'table.tooLarge': {
    zh: '决策表“{table}”太大，遗漏和重叠只检查了一部分。拆成几张表再检查。',
    en: '"{table}" is too large to look for all gaps and overlaps. Split it to have them all checked.',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** A place in a table: a cell by row and column, or a column. `row` counts from 1. */
export function placeWords(column: string, row: number | undefined, language: WordLanguage): string {
  if (language === 'zh') return row === undefined ? `“${column}”列` : `第 ${row} 行“${column}”列`;
  return row === undefined ? `column "${column}"` : `rule ${row}, column "${column}"`;
}

/** "年龄 > 60，地区 = 北部" */
export function boxWords(box: NamedBox, language: WordLanguage): string {
  if (box.length === 0) return ANYTHING[language];
  return box.map((side) => sideWords(side, language)).join(language === 'zh' ? '，' : ', ');
}

const ANYTHING: Words = { zh: '任何情况', en: 'whatever the inputs are' };
const OR: Words = { zh: ' 或 ', en: ' or ' };
const YES: Words = { zh: '是', en: 'yes' };
const NO: Words = { zh: '否', en: 'no' };

function sideWords(side: NamedSide, language: WordLanguage): string {
  if (side.type === 'intervals') {
    return side.intervals.map((interval) => intervalWords(side.name, interval)).join(OR[language]);
  }
  const values = side.values.map((value) => (typeof value === 'string' ? value : (value ? YES : NO)[language]));
  const list = values.join(language === 'zh' ? '、' : ', ');
  if (side.except) return `${side.name} ≠ ${list}`;
  return `${side.name} = ${values.join(OR[language])}`;
}

function intervalWords(name: string, { low, high, lowIn, highIn }: ShownInterval): string {
  if (low !== null && low === high) return `${name} = ${String(low)}`;
  const above = low === null ? '' : `${lowIn ? '≥' : '>'} ${String(low)}`;
  const below = high === null ? '' : `${highIn ? '≤' : '<'} ${String(high)}`;
  if (above === '' || below === '') return `${name} ${above}${below}`;
  return `${String(low)} ${lowIn ? '≤' : '<'} ${name} ${below}`;
}
