/** Pass 2: the drawn flow becomes an executable net. Called only when the flow's shape is right. */
import {
  EXECUTABLE_FORMAT,
  type CompiledCondition,
  type Executable,
  type NetEdge,
  type Prim,
  type RuntimeField,
} from '../definition/index.ts';
import { sorted, type Condition, type Design, type Field, type Material } from '../document/index.ts';
import { readsOf } from '../expressions/reads.ts';
import { lowerNode } from '../nodes/compile.ts';
import { resolveAccess } from './access.ts';
import { handlersOf } from '../nodes/group/lower.ts';
import { ROOT, type FlowGraph } from './graph.ts';
import { prepared } from './prepare.ts';
import { returnTargets } from './return-targets.ts';

export function lower(design: Design, graph: FlowGraph): Executable {
  const prims: Record<string, Prim> = {};
  const edges: Record<string, NetEdge> = {};
  const within: Record<string, string> = {};
  const undo: Record<string, string> = {};
  const leaves = new Map<string, string>();
  const absorbed = new Set<string>();
  const ready = prepared(graph);
  // A beginning leaves from its group, and that from its fork.
  const leftBy = (id: string): string => leaves.get(leaves.get(id) ?? id) ?? leaves.get(id) ?? id;
  const context = { design, graph: ready, compile: compileCondition };
  for (const node of ready.nodes) {
    const lowered = lowerNode(node, context);
    const group = ready.groupOf(node.id);
    const scope = lowered.scope ?? group;
    // An event sub-process is a scope without a primitive of its own.
    if (node.kind === 'group' && group !== ROOT) within[node.id] = group;
    for (const prim of lowered.prims) {
      prims[prim.id] = prim;
      if (scope !== ROOT) within[prim.id] = scope;
    }
    for (const edge of lowered.edges ?? []) edges[edge.id] = edge;
    if (lowered.leaves !== undefined) leaves.set(node.id, lowered.leaves);
    if (lowered.absorbed) absorbed.add(node.id);
    if (node.undoes !== undefined) {
      const edge = `${node.id}/undo`;
      edges[edge] = { id: edge, from: node.undoes, to: node.id };
      undo[node.undoes] = edge;
    }
  }
  for (const { id, from, to } of ready.edges) {
    if (!absorbed.has(to)) edges[id] = { id, from: leftBy(from), to };
  }
  const handlers = handlersOf(ROOT, context);
  return {
    format: EXECUTABLE_FORMAT,
    code: design.meta.code,
    title: design.meta.title,
    module: design.meta.module,
    paperTitle: design.meta.paperTitle ?? null,
    start: graph.start?.id ?? '',
    prims,
    edges,
    lanes: sorted(design.flow.lanes).map(({ id, name, party }) => ({ id, name, party })),
    lead: design.meta.lead ?? null,
    sections: sorted(design.form.sections).map(({ id, name, help }) => ({ id, name, help: help ?? null })),
    fields: fieldsInOrder(design).map((field) => lowerField(field, design, graph)),
    materials: sorted(design.materials).map(lowerMaterial),
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
      ...furtherPolicies(design),
    },
    returnTargets: returnTargets(graph),
    ...(handlers.length > 0 ? { handlers } : {}),
    ...(Object.keys(undo).length > 0 ? { undo } : {}),
    ...(Object.keys(within).length > 0 ? { within } : {}),
  };
}

function lowerMaterial({
  id,
  name,
  exempt,
  exemptReason,
  field,
  deferrable,
  deferWithin,
}: Material): Executable['materials'][number] {
  const base = { id, name, exempt, exemptReason: exemptReason ?? null, field: field ?? null };
  return deferrable ? { ...base, deferrable, ...(deferWithin ? { deferWithin } : {}) } : base;
}

/** Those that are only there when they are set; a step that is gone ends no right. */
function furtherPolicies({ policies, flow }: Design): Partial<Executable['policies']> {
  const { urgeEvery, withdrawUntil, curePeriod } = policies;
  const until = withdrawUntil !== undefined && flow.nodes[withdrawUntil] ? { withdrawUntil } : {};
  return { ...(urgeEvery ? { urgeEvery } : {}), ...until, ...(curePeriod ? { curePeriod } : {}) };
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
    access: resolveAccess(graph, design, field),
    otherwise: design.form.defaultAccess,
  };
}
