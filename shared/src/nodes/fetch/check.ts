import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef } from '../../compiler/diagnostics.ts';
import { sorted, type NodeOf } from '../../document/index.ts';
import { checkMappings } from '../field-check.ts';
import { checkJob } from '../job-check.ts';
import type { CheckContext } from '../lowering.ts';
import { keyOf } from './lower.ts';

export function checkFetch(node: NodeOf<'fetch'>, context: CheckContext): Diagnostic[] {
  return [
    ...checkJob(node, context),
    ...checkRegister(node, context),
    ...checkMappings({ node, mappings: node.into, into: true }, context),
  ];
}

function checkRegister(node: NodeOf<'fetch'>, { design, catalog }: CheckContext): Diagnostic[] {
  const at = nodeRef(node.id);
  const params = { name: node.name };
  const found: Diagnostic[] = [];
  const register = catalog.registers?.[node.register];
  if (node.register === '') found.push(diagnose('fetch.noRegister', at, { params }));
  else if (catalog.registers && !register) found.push(diagnose('fetch.unknownRegister', at, { params }));
  if (Object.keys(node.into).length === 0) found.push(diagnose('fetch.nothingInto', at, { params }));
  const unknown = register && sorted(node.into).find(({ name }) => name !== '' && !register.attributes.includes(name));
  if (register && unknown) {
    const said = { ...params, register: register.name, attribute: unknown.name };
    found.push(diagnose('fetch.unknownAttribute', at, { params: said }));
  }
  const key = keyOf(node, { design });
  if (key === undefined || !design.form.fields[key]) found.push(diagnose('fetch.noKey', at, { params }));
  return found;
}
