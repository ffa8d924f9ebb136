/** Mappings between fields of the case and names of another side, when they are checked. */
import type { Diagnostic, ElementRef } from '../compiler/types.ts';
import { diagnose, fieldRef, nodeRef } from '../compiler/diagnostics.ts';
import { sorted, type Field, type FieldMapping, type FlowNode } from '../document/index.ts';
import type { CheckContext } from './lowering.ts';

export interface Mapped {
  readonly node: FlowNode;
  readonly mappings: Readonly<Record<string, FieldMapping>>;
  /** Values come into the fields. */
  readonly into?: boolean;
}

/** Each problem is said once per node, with the fields concerned. */
export function checkMappings({ node, mappings, into = false }: Mapped, { design }: CheckContext): Diagnostic[] {
  const list = sorted(mappings);
  const at = nodeRef(node.id);
  const params = { name: node.name };
  const found: Diagnostic[] = [];
  const open = list.filter(({ field, name }) => name.trim() === '' || !design.form.fields[field]);
  if (open.length > 0) found.push(diagnose('mapping.incomplete', at, { params: { ...params, count: open.length } }));
  return into
    ? [
        ...found,
        ...checkTargets(
          list.map(({ field }) => field),
          { node, at, design },
        ),
      ]
    : found;
}

/** Fields that a machine writes: computed ones and notes take no value. */
export function checkTargets(
  fields: readonly string[],
  { node, at, design }: { readonly node: FlowNode; readonly at: ElementRef; readonly design: CheckContext['design'] },
): Diagnostic[] {
  const closed = fields.flatMap((id) => {
    const field = design.form.fields[id];
    return field && !takesValues(field) ? [field] : [];
  });
  const [first] = closed;
  if (!first) return [];
  const params = { name: node.name, field: first.name };
  return [diagnose('mapping.takesNothing', at, { params, related: closed.map(({ id }) => fieldRef(id)) })];
}

const takesValues = (field: Field): boolean => field.kind !== 'note' && field.source.type !== 'computed';
