import { sorted, type NodeOf } from '../../document/index.ts';
import { lowerJob } from '../job-lowering.ts';
import { mapped, type LowerContext, type Lowered } from '../lowering.ts';

/** Headers are settings under `header.<name>`. */
export function lowerConnect(node: NodeOf<'connect'>, context: LowerContext): Lowered {
  const headers = sorted(node.headers).map(({ name, value }) => [`header.${name}`, value] as const);
  return lowerJob(node, context, {
    kind: 'connect',
    settings: { method: node.method, url: node.url, ...Object.fromEntries(headers) },
    inputs: mapped(node.inputs),
    into: mapped(node.into),
  });
}
