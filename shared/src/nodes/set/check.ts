import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef } from '../../compiler/diagnostics.ts';
import { sorted, type NodeOf } from '../../document/index.ts';
import { checkFeel, readsOfFeel } from '../../expressions/index.ts';
import { isWork } from '../../compiler/graph.ts';
import { checkTargets } from '../field-check.ts';
import type { CheckContext } from '../lowering.ts';
import { checkOneWay } from '../ways.ts';

export function checkSet(node: NodeOf<'set'>, { design, graph }: CheckContext): Diagnostic[] {
  const at = nodeRef(node.id);
  const sets = sorted(node.sets);
  const found = checkOneWay(node, graph);
  if (sets.length === 0) found.push(diagnose('set.nothing', at, { params: { name: node.name } }));
  for (const { field, feel } of sets) {
    const params = { name: node.name, field: design.form.fields[field]?.name ?? '' };
    if (!design.form.fields[field]) {
      found.push(diagnose('set.unknownField', at, { params: { name: node.name } }));
      continue;
    }
    const checked = checkFeel(feel);
    if (!checked.ok) {
      found.push(diagnose('set.syntax', at, { params: { ...params, position: checked.position + 1 } }));
      continue;
    }
    const { fields, decisions } = readsOfFeel(feel);
    for (const read of fields.filter((id) => !design.form.fields[id])) {
      found.push(diagnose('condition.unknownField', at, { params: { name: node.name, field: read } }));
    }
    for (const step of decisions.filter((id) => !isWork(design.flow.nodes[id]))) {
      found.push(diagnose('condition.unknownStep', at, { params: { name: node.name, step } }));
    }
  }
  return [
    ...found,
    ...checkTargets(
      sets.map(({ field }) => field),
      { node, at, design },
    ),
  ];
}
