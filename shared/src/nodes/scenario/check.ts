import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, edgeRef, nodeRef, repair } from '../../compiler/diagnostics.ts';
import { groupBy } from '../../compiler/graph.ts';
import {
  CASE_RESULTS,
  sorted,
  type CaseResult,
  type Field,
  type FieldKind,
  type NodeOf,
} from '../../document/index.ts';
import { checkMappings } from '../field-check.ts';
import type { CheckContext } from '../lowering.ts';
import { severalWays } from '../ways.ts';
import { wayOfResult } from './lower.ts';

export function checkScenarioNode(node: NodeOf<'scenario'>, context: CheckContext): Diagnostic[] {
  return [
    ...checkCalled(node, context),
    ...checkResults(node, context),
    ...checkMappings({ node, mappings: node.inputs }, context),
    ...checkMappings({ node, mappings: node.outputs, into: true }, context),
  ];
}

function checkCalled(node: NodeOf<'scenario'>, { design, catalog }: CheckContext): Diagnostic[] {
  const at = nodeRef(node.id);
  const params = { name: node.name };
  if (node.scenario === '') return [diagnose('scenario.none', at, { params })];
  if (node.scenario === design.meta.code) return [diagnose('scenario.itself', at, { params })];
  const { scenarios } = catalog;
  if (!scenarios) return [];
  const called = scenarios[node.scenario];
  if (!called) return [diagnose('scenario.unknown', at, { params: { ...params, code: node.scenario } })];
  const found: Diagnostic[] = [];
  const circle = wayBack(node.scenario, design.meta.code, scenarios);
  if (circle) {
    const titles = circle.map((code) => scenarios[code]?.title ?? code).join(' → ');
    found.push(diagnose('scenario.circle', at, { params: { ...params, way: titles } }));
  }
  const { fields } = called;
  const asked = [...sorted(node.inputs), ...sorted(node.outputs)];
  const unknown = fields && asked.find(({ name }) => name !== '' && fields[name] === undefined);
  if (unknown) {
    const said = { ...params, field: unknown.name, title: called.title };
    found.push(diagnose('scenario.unknownField', at, { params: said }));
  }
  const other = fields && asked.find(({ field, name }) => !fits(design.form.fields[field], fields[name]));
  if (other) {
    const field = design.form.fields[other.field]?.name ?? '';
    const said = { ...params, field, other: other.name, title: called.title };
    found.push(diagnose('scenario.otherKind', at, { params: said }));
  }
  return found;
}

/** Can a value of one field be a value of the other? What is missing is said elsewhere. */
function fits(field: Field | undefined, kind: FieldKind | undefined): boolean {
  return !field || kind === undefined || SORTS[field.kind] === SORTS[kind];
}
const SORTS: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  longText: 'text',
  idCard: 'text',
  uscc: 'text',
  phone: 'text',
  choice: 'choice',
  number: 'number',
  money: 'number',
  date: 'date',
  yesNo: 'yesNo',
  department: 'department',
  file: 'file',
  note: 'note',
};

/** Codes on the way from one scenario to another by what they call; null when there is none. */
function wayBack(
  from: string,
  to: string,
  scenarios: NonNullable<CheckContext['catalog']['scenarios']>,
): string[] | null {
  const before = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (const code of queue) {
    if (code === to) {
      const way: string[] = [];
      for (let at: string | null = code; at !== null; at = before.get(at) ?? null) way.unshift(at);
      return way;
    }
    for (const next of scenarios[code]?.calls ?? []) {
      if (before.has(next)) continue;
      before.set(next, code);
      queue.push(next);
    }
  }
  return null;
}

const isResult = (id: string): id is CaseResult => (CASE_RESULTS as readonly string[]).includes(id);

function checkResults(node: NodeOf<'scenario'>, { graph }: CheckContext): Diagnostic[] {
  const ways = graph.out(node.id);
  const params = { name: node.name };
  const found = ways
    .filter(({ decision }) => decision !== undefined && !isResult(decision))
    .map((edge) => diagnose('edge.unknownResult', edgeRef(edge.id), { params, repair: repair('clearDecision') }));
  for (const [result, edges] of groupBy(ways, (edge) => edge.decision)) {
    if (edges.length > 1) found.push(severalWays(node, result ?? null, edges));
  }
  // With no way at all, one problem says it (flow pass).
  if (ways.length === 0) return found;
  const missing = CASE_RESULTS.filter((result) => wayOfResult(graph, node.id, result) === null);
  const [first] = missing;
  if (first === undefined) return found;
  const said = { ...params, result: first, count: missing.length };
  return [...found, diagnose('scenario.noWay', nodeRef(node.id), { params: said, repair: repair('endOtherwise') })];
}
