/** FEEL text of a sentence condition. Ids that are not plain names are read with `get value`. */
import type { ComparisonClause, Condition, SubjectRef } from '../document/index.ts';

/** FEEL over `form` and `steps` that holds for the same cases as the sentence (see conditions.ts). */
export function conditionToFeel(condition: Condition): string {
  if (condition.type === 'compare') return comparisonToFeel(condition);
  // The line break closes a comment at the end of free text.
  if (condition.type === 'feel') return `(${condition.text}\n)`;
  const parts = condition.of.map((part) => conditionToFeel(part));
  if (parts.length === 0) return condition.type === 'all' ? 'true' : 'false';
  return `(${parts.join(condition.type === 'all' ? ' and ' : ' or ')})`;
}

const COMPARE = { eq: '=', ne: '!=', gt: '>', ge: '>=', lt: '<', le: '<=' } as const;

function comparisonToFeel({ left, op, right }: ComparisonClause): string {
  const subject = subjectToFeel(left);
  if (op === 'filled' || op === 'empty') {
    const [empty, filled] = op === 'empty' ? ['true', 'false'] : ['false', 'true'];
    return `(if ${subject} = null or ${subject} = "" or ${subject} = [] then ${empty} else ${filled})`;
  }
  if (op === 'in') {
    const list = (Array.isArray(right) ? right : right === undefined ? [] : [right]).map(literal).join(', ');
    return `(list contains([${list}], ${subject}) or some item in ${subject} satisfies list contains([${list}], item))`;
  }
  if (right === undefined || Array.isArray(right)) return 'false';
  if (op === 'contains') {
    if (typeof right !== 'string') return `list contains(${subject}, ${literal(right)})`;
    return `(contains(${subject}, ${literal(right)}) or list contains(${subject}, ${literal(right)}))`;
  }
  if (typeof right === 'boolean' && op !== 'eq' && op !== 'ne') return 'false';
  if (op === 'eq' || op === 'ne') return `${subject} ${COMPARE[op]} ${literal(right)}`;
  // FEEL orders values of one type only; what it does with others differs between engines.
  const type = typeof right === 'number' ? 'number' : 'string';
  return `(${subject} instance of ${type} and ${subject} ${COMPARE[op]} ${literal(right)})`;
}

function subjectToFeel(subject: SubjectRef): string {
  if (subject.type === 'field') return entry('form', subject.id);
  return PLAIN.test(subject.node)
    ? `${entry('steps', subject.node)}.outcome`
    : `get value(${entry('steps', subject.node)}, "outcome")`;
}

/** Plain enough for a path: no keyword, no operator inside. */
const PLAIN = /^[A-Za-z][A-Za-z0-9_]*$/;
const KEYWORDS = new Set(
  'and or not in if then else for some every return satisfies between instance of true false null function external'.split(
    ' ',
  ),
);

function entry(context: 'form' | 'steps', id: string): string {
  return PLAIN.test(id) && !KEYWORDS.has(id) ? `${context}.${id}` : `get value(${context}, ${literal(id)})`;
}

/** FEEL that reads the field. */
export const fieldToFeel = (id: string): string => entry('form', id);

function literal(value: string | number | boolean): string {
  if (typeof value === 'string') return stringLiteral(value);
  return typeof value === 'number' ? numberLiteral(value) : String(value);
}

const stringLiteral = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')}"`;

/** FEEL has no exponents. */
function numberLiteral(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '').replace(/\.$/, '');
}
