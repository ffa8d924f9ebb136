import type { Diagnostic } from '../../compiler/types.ts';
import { diagnose, nodeRef } from '../../compiler/diagnostics.ts';
import { sorted, type NodeOf } from '../../document/index.ts';
import { checkMappings } from '../field-check.ts';
import { checkJob } from '../job-check.ts';
import type { CheckContext } from '../lowering.ts';

export function checkConnect(node: NodeOf<'connect'>, context: CheckContext): Diagnostic[] {
  return [
    ...checkJob(node, context),
    ...checkAddress(node),
    ...checkHeaders(node),
    ...checkMappings({ node, mappings: node.inputs }, context),
    ...checkMappings({ node, mappings: node.into, into: true }, context),
  ];
}

/** An address of the web, or a setting of the installation with a path behind it. */
const ADDRESS = /^(https?:\/\/[^\s/?#]+|\{[\w.-]+\})([/?#]\S*)?$/u;

function checkAddress(node: NodeOf<'connect'>): Diagnostic[] {
  const at = nodeRef(node.id);
  const params = { name: node.name };
  const url = node.url.trim();
  if (url === '') return [diagnose('connect.noUrl', at, { params })];
  return ADDRESS.test(url) ? [] : [diagnose('connect.badUrl', at, { params })];
}

/** Names by RFC 9110; a line break in a value would begin another header. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/u;

function checkHeaders(node: NodeOf<'connect'>): Diagnostic[] {
  const wrong = sorted(node.headers).find(({ name, value }) => !TOKEN.test(name) || /[\r\n]/u.test(value));
  if (!wrong) return [];
  return [diagnose('connect.badHeader', nodeRef(node.id), { params: { name: node.name, header: wrong.name } })];
}
