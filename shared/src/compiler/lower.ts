/** Pass 2: the drawn flow becomes an executable net. Called only when the flow's shape is right. */
import {
  EXECUTABLE_FORMAT,
  type CompiledCondition,
  type Executable,
  type NetEdge,
  type Prim,
  type RuntimeField,
} from '../definition/index.ts';
import { sorted, type Condition, type Design, type Field } from '../document/index.ts';
import { readsOf } from '../expressions/reads.ts';
import { lowerNode } from '../nodes/compile.ts';
import { resolveAccess } from './access.ts';
import type { FlowGraph } from './graph.ts';
import { returnTargets } from './return-targets.ts';

export function lower(design: Design, graph: FlowGraph): Executable {
  const prims: Record<string, Prim> = {};
  const edges: Record<string, NetEdge> = {};
  const leaves = new Map<string, string>();
  for (const node of graph.nodes) {
    const lowered = lowerNode(node, { graph, compile: compileCondition });
    for (const prim of lowered.prims) prims[prim.id] = prim;
    for (const edge of lowered.edges ?? []) edges[edge.id] = edge;
    if (lowered.leaves !== undefined) leaves.set(node.id, lowered.leaves);
  }
  for (const { id, from, to } of graph.edges) edges[id] = { id, from: leaves.get(from) ?? from, to };
  return {
    format: EXECUTABLE_FORMAT,
    code: design.meta.code,
    title: design.meta.title,
    module: design.meta.module,
    paperTitle: design.meta.paperTitle ?? null,
    start: graph.nodes.find((node) => node.kind === 'start')?.id ?? '',
    prims,
    edges,
    lanes: sorted(design.flow.lanes).map(({ id, name, party }) => ({ id, name, party })),
    lead: design.meta.lead ?? null,
    sections: sorted(design.form.sections).map(({ id, name, help }) => ({ id, name, help: help ?? null })),
    fields: fieldsInOrder(design).map((field) => lowerField(field, design, graph)),
    materials: sorted(design.materials).map(({ id, name, exempt, exemptReason, field }) => ({
      id,
      name,
      exempt,
      exemptReason: exemptReason ?? null,
      field: field ?? null,
    })),
    applicant: design.parties.applicant,
    subject: {
      kind: design.parties.subject.kind,
      keyField: design.parties.subject.keyField ?? null,
      nameField: design.parties.subject.nameField ?? null,
    },
    policies: {
      promise: design.policies.promise ?? null,
      statutory: design.policies.statutory ?? null,
      correctionPausesCase: design.policies.correctionPausesCase,
      amberBelow: design.policies.amberBelow,
      redBelow: design.policies.redBelow,
    },
    returnTargets: returnTargets(graph),
  };
}

export function compileCondition(source: Condition): CompiledCondition {
  return { source, reads: readsOf(source).fields };
}

/** Section by section, in order; a field whose section is missing comes last. */
export function fieldsInOrder(design: Design): Field[] {
  const place = new Map(sorted(design.form.sections).map((section, index) => [section.id, index]));
  const rank = (field: Field): number => place.get(field.section) ?? place.size;
  return sorted(design.form.fields).sort((a, b) => rank(a) - rank(b));
}

function lowerField(field: Field, design: Design, graph: FlowGraph): RuntimeField {
  return {
    id: field.id,
    section: field.section,
    kind: field.kind,
    name: field.name,
    help: field.help ?? null,
    element: field.element ?? null,
    source: field.source,
    width: field.width,
    maxLength: field.maxLength ?? null,
    min: field.min ?? null,
    max: field.max ?? null,
    decimals: field.decimals ?? null,
    unit: field.unit ?? null,
    options: sorted(field.options),
    display: field.display ?? null,
    accept: field.accept ?? null,
    maxBytes: field.maxBytes ?? null,
    maxCount: field.maxCount ?? null,
    text: field.text ?? null,
    required: field.rules.required ?? false,
    requiredWhen: field.rules.requiredWhen ?? null,
    visible: field.rules.visible ?? null,
    valid: field.rules.valid ?? null,
    message: field.rules.message ?? null,
    access: resolveAccess(graph, design.form, field),
    otherwise: design.form.defaultAccess,
  };
}
