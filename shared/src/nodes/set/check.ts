import { checkFormula } from '../../compiler/check-feel.ts';
import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef } from '../../compiler/diagnostics.ts';
import { sorted, type NodeOf } from '../../document/index.ts';
import { checkTargets } from '../field-check.ts';
import type { CheckContext } from '../lowering.ts';
import { checkOneWay } from '../ways.ts';

export function checkSet(node: NodeOf<'set'>, { design, graph }: CheckContext): Diagnostic[] {
  const at = nodeRef(node.id);
  const sets = sorted(node.sets);
  const found = checkOneWay(node, graph);
  if (sets.length === 0) found.push(diagnose('set.nothing', at, { params: { name: node.name } }));
  for (const { field: id, feel } of sets) {
    const field = design.form.fields[id];
    found.push(
      ...(field
        ? checkFormula({ text: feel, field, syntax: 'set.syntax' }, { design, at, name: node.name })
        : [diagnose('set.unknownField', at, { params: { name: node.name } })]),
    );
  }
  return [
    ...found,
    ...checkTargets(
      sets.map(({ field }) => field),
      { node, at, design },
    ),
  ];
}
