import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef, repair } from '../../compiler/diagnostics.ts';
import { sorted, type NodeOf } from '../../document/index.ts';
import { checkTargets } from '../field-check.ts';
import type { CheckContext } from '../lowering.ts';
import { checkOneWay } from '../ways.ts';

/** The table by itself (gaps, overlaps, cells) is checked where tables are. */
export function checkRule(node: NodeOf<'rule'>, { design, graph }: CheckContext): Diagnostic[] {
  const at = nodeRef(node.id);
  const params = { name: node.name };
  const found = checkOneWay(node, graph);
  const tables = sorted(design.tables ?? {});
  const table = tables.find(({ id }) => id === node.table);
  if (!table) {
    const [only] = tables;
    const fix = only && tables.length === 1 ? repair('setTable', { table: only.id, name: only.name }) : undefined;
    return [...found, diagnose('rule.noTable', at, { params, repair: fix })];
  }
  const targets = sorted(table.outputs).flatMap(({ field }) => (field === undefined ? [] : [field]));
  const open = targets.some((field) => !design.form.fields[field]);
  if (targets.length === 0 || open)
    found.push(diagnose('rule.noTarget', at, { params: { ...params, table: table.name } }));
  return [...found, ...checkTargets(targets, { node, at, design })];
}
