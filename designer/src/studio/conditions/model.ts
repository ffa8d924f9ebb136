/** Building conditions clause by clause. The editor always shows one group; a group of one is stored as its clause. */
import { comparisonsFor, DECISION_COMPARISONS, operandOf, type Operand } from '@tongban/shared/expressions';
import {
  sorted,
  type Comparison,
  type ComparisonClause,
  type Condition,
  type Design,
  type SubjectRef,
} from '@tongban/shared/document';

export interface Group {
  readonly type: 'all' | 'any';
  readonly of: readonly Condition[];
}

export function asGroup(condition: Condition | undefined): Group {
  if (condition === undefined) return { type: 'all', of: [] };
  return condition.type === 'all' || condition.type === 'any' ? condition : { type: 'all', of: [condition] };
}

/** undefined when nothing is left. */
export function fromGroup(group: Group): Condition | undefined {
  const [only] = group.of;
  if (only === undefined) return undefined;
  return group.of.length === 1 ? only : { type: group.type, of: [...group.of] };
}

export interface SubjectOption {
  readonly key: string;
  readonly ref: SubjectRef;
  readonly name: string;
}
export interface SubjectGroup {
  readonly name: string | null;
  readonly options: readonly SubjectOption[];
}

export const subjectKey = (ref: SubjectRef): string =>
  ref.type === 'field' ? `field:${ref.id}` : `decision:${ref.node}`;

/** Fields by section, then the decisions of the steps; `name` null stands for the group of decisions. */
export function subjectsOf(design: Design): SubjectGroup[] {
  const sections = sorted(design.form.sections).map((section) => ({
    name: section.name,
    options: sorted(design.form.fields)
      .filter((field) => field.section === section.id && comparisonsFor(field).length > 0)
      .map((field): SubjectOption => {
        const ref: SubjectRef = { type: 'field', id: field.id };
        return { key: subjectKey(ref), ref, name: field.name };
      }),
  }));
  const decisions = Object.values(design.flow.nodes).flatMap((node): SubjectOption[] => {
    if (node.kind !== 'task' && node.kind !== 'dispatch') return [];
    const ref: SubjectRef = { type: 'decision', node: node.id };
    return [{ key: subjectKey(ref), ref, name: node.name }];
  });
  return [...sections, { name: null, options: decisions }].filter((group) => group.options.length > 0);
}

export interface OperandFacts {
  readonly ops: readonly Comparison[];
  readonly operand: Operand | 'decision';
  /** What can be chosen on the right; empty when it is typed. */
  readonly values: readonly { readonly value: string; readonly label: string }[];
}

/** What can be said of a subject; null when it is no longer there. */
export function factsOf(design: Design, ref: SubjectRef): OperandFacts | null {
  if (ref.type === 'decision') {
    const node = design.flow.nodes[ref.node];
    if (node?.kind !== 'task' && node?.kind !== 'dispatch') return null;
    const values = sorted(node.decisions).map((decision) => ({ value: decision.id, label: decision.name }));
    return { ops: DECISION_COMPARISONS, operand: 'decision', values };
  }
  const field = design.form.fields[ref.id];
  if (!field) return null;
  const options = sorted(field.options).map((option) => ({ value: option.id, label: option.name }));
  const bodies = field.kind === 'department' && options.length === 0 ? bodiesTickedBy(design, field.id) : options;
  return { ops: comparisonsFor(field), operand: operandOf(field), values: bodies };
}

/** Without options of its own a field of departments offers the bodies of the dispatch that reads it. */
function bodiesTickedBy(design: Design, field: string): { value: string; label: string }[] {
  return Object.values(design.flow.nodes).flatMap((node) =>
    node.kind === 'dispatch' && node.choice.mode === 'ticked' && node.choice.field === field
      ? sorted(node.bodies).map((body) => ({ value: body.id, label: body.name }))
      : [],
  );
}

export const takesValue = (op: Comparison): boolean => op !== 'filled' && op !== 'empty';

/** A first clause about a subject, with the value that is most likely meant. */
export function newClause(design: Design, ref: SubjectRef): ComparisonClause {
  const facts = factsOf(design, ref);
  const op = facts?.ops[0] ?? 'filled';
  return { type: 'compare', left: ref, op, ...(takesValue(op) ? firstValue(facts) : {}) };
}

function firstValue(facts: OperandFacts | null): { right?: string | boolean } {
  if (facts?.operand === 'yesNo') return { right: true };
  const first = facts?.values[0]?.value;
  return first === undefined ? {} : { right: first };
}

/** Another comparison keeps the value where it still fits: one value becomes a list of one, and back. */
export function withComparison(clause: ComparisonClause, op: Comparison): ComparisonClause {
  const { right } = clause;
  if (!takesValue(op)) return { type: 'compare', left: clause.left, op };
  if (op === 'in') return { ...clause, op, right: right === undefined ? [] : Array.isArray(right) ? right : [right] };
  const single = Array.isArray(right) ? right[0] : right;
  const base: ComparisonClause = { type: 'compare', left: clause.left, op };
  return single === undefined ? base : { ...base, right: single };
}
