import type { NodeOf } from '../../document/index.ts';
import { lowerJob } from '../job-lowering.ts';
import type { LowerContext, Lowered } from '../lowering.ts';
import { placesOf } from '../places.ts';

/** The executor writes the text with the inputs' values in their places; its answer is the one file. */
export function lowerDocument(node: NodeOf<'document'>, context: LowerContext): Lowered {
  return lowerJob(node, context, {
    kind: 'document',
    settings: {
      title: node.title || node.name,
      template: node.template,
      ...(node.seal === undefined ? {} : { seal: node.seal }),
    },
    inputs: placesOf(`${node.title} ${node.template}`).map((field) => ({ field, name: field })),
    into: [{ field: node.target, name: 'file' }],
  });
}
