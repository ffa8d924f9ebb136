/**
 * FEEL texts of a design: names, types and syntax, each problem with its place. `position` in the parameters is where
 * it begins, characters counted from 1; `end` is the last character.
 */
import type { Condition, Design, Field } from '../document/index.ts';
import {
  caseTypes,
  feelProblems,
  givenBy,
  readsOf,
  type FeelProblem,
  type FeelType,
  type FeelTypes,
} from '../expressions/index.ts';
import { diagnose, type DiagnosticCode } from './diagnostics.ts';
import { isWork } from './graph.ts';
import type { Diagnostic, ElementRef } from './types.ts';

export interface FeelPlace {
  readonly design: Design;
  readonly at: ElementRef;
  /** Name of what carries the text. */
  readonly name: string;
}

/** A condition: yes or no. */
export const checkConditionText = (text: string, place: FeelPlace): Diagnostic[] =>
  checkText({ text, gives: ['boolean'], role: 'condition', syntax: 'condition.syntax' }, place);

interface Formula {
  readonly text: string;
  /** What it is computed for. */
  readonly field: Pick<Field, 'kind' | 'display' | 'name'>;
  /** Said of a text that cannot be read. */
  readonly syntax: DiagnosticCode;
}

export const checkFormula = ({ text, field, syntax }: Formula, place: FeelPlace): Diagnostic[] =>
  checkText({ text, gives: givenBy(field), role: 'formula', syntax, field: field.name }, place);

interface FeelText {
  readonly text: string;
  readonly gives: readonly FeelType[];
  readonly role: 'condition' | 'formula';
  readonly syntax: DiagnosticCode;
  readonly field?: string;
}

/** Fields and steps that are gone are told as what they are, and not once more as entries that do not exist. */
function checkText({ text, gives, role, syntax, field }: FeelText, place: FeelPlace): Diagnostic[] {
  const { design, at, name } = place;
  const problems = feelProblems(text, caseNames(design), gives);
  const unreadable = problems.find(({ code }) => code === 'syntax');
  if (unreadable) {
    const { position, end } = feelParams(unreadable);
    const params = { name, position, end, ...(field === undefined ? {} : { field }) };
    return [diagnose(syntax, at, { params })];
  }
  const gone = unknownReads({ type: 'feel', text }, place);
  const told = new Set(gone.flatMap(({ params }) => [params['field'], params['step']]));
  const others = problems.filter(({ code, params }) => code !== 'unknownEntry' || !told.has(params['name']));
  return [
    ...gone,
    ...others.map((problem) =>
      diagnose(`feel.${problem.code}` as DiagnosticCode, at, { params: { ...feelParams(problem), name, role } }),
    ),
  ];
}

const known = new WeakMap<Design, FeelTypes>();

/** What the texts of a design may name, with its type. */
export function caseNames(design: Design): FeelTypes {
  const types =
    known.get(design) ??
    caseTypes(
      design.form.fields,
      Object.keys(design.flow.nodes).filter((id) => isWork(design.flow.nodes[id])),
    );
  known.set(design, types);
  return types;
}

type FeelParams = Readonly<Record<string, string | number>> & { readonly position: number; readonly end: number };

/** A problem's parameters as a diagnostic has them: what it is about is `subject`, since `name` is what carries it. */
export function feelParams({ from, to, params }: FeelProblem): FeelParams {
  const { name, ...rest } = params;
  const subject: FeelProblem['params'] = name === undefined ? {} : { subject: name };
  return { ...rest, ...subject, position: from + 1, end: Math.max(from + 1, to) };
}

/** Fields and steps of a condition that the design does not have. */
export function unknownReads(condition: Condition, { design, at, name }: FeelPlace): Diagnostic[] {
  const { fields, decisions } = readsOf(condition);
  return [
    ...fields
      .filter((id) => !design.form.fields[id])
      .map((id) => diagnose('condition.unknownField', at, { params: { name, field: id } })),
    ...decisions
      .filter((id) => !isWork(design.flow.nodes[id]))
      .map((id) => diagnose('condition.unknownStep', at, { params: { name, step: id } })),
  ];
}
