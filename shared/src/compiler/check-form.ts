/** The form by itself: fields are complete, somebody can see and fill them, materials have a place. */
import { sorted, type Design, type Field } from '../document/index.ts';
import { checkFeel, readsOfFeel } from '../expressions/index.ts';
import type { CheckContext } from '../nodes/lowering.ts';
import { canRead, canWrite, resolveAccess } from './access.ts';
import { diagnose, fieldRef, repair, THE_DESIGN } from './diagnostics.ts';
import { nodeData } from '../nodes/compile.ts';
import { isWork } from './graph.ts';
import { fieldsInOrder } from './lower.ts';
import type { CompileContext, Diagnostic } from './types.ts';

export function checkForm(context: CheckContext): Diagnostic[] {
  const { design, catalog, graph } = context;
  const fields = fieldsInOrder(design);
  const machines = new Set(graph.nodes.flatMap((node) => nodeData(node, design).writes));
  return [
    ...fields.flatMap((field) => [
      ...checkCompleteness(field, design),
      ...checkSource(field, catalog),
      ...checkAccess(field, context, machines.has(field.id)),
    ]),
    ...checkKey(design, fields),
    ...checkMaterials(design),
    ...computedCycles(fields),
  ];
}

function checkCompleteness(field: Field, design: Design): Diagnostic[] {
  const at = fieldRef(field.id);
  const params = { name: field.name };
  const found: Diagnostic[] = [];
  if (!design.form.sections[field.section]) {
    const [first] = sorted(design.form.sections);
    const fix = first ? repair('setSection', { section: first.id, name: first.name }) : repair('addSection');
    found.push(diagnose('field.noSection', at, { params, repair: fix }));
  }
  if (field.kind === 'choice' && Object.keys(field.options).length === 0) {
    found.push(diagnose('field.noOptions', at, { params, repair: repair('addOptions') }));
  }
  if (field.min !== undefined && field.max !== undefined && field.min > field.max) {
    const limits = { ...params, min: field.min, max: field.max };
    found.push(diagnose('field.limitsCrossed', at, { params: limits, repair: repair('swapLimits') }));
  }
  return found;
}

function checkSource(field: Field, { registers }: CompileContext): Diagnostic[] {
  if (field.source.type !== 'shared' || registers === undefined) return [];
  const register = registers[field.source.register];
  const at = fieldRef(field.id);
  if (!register) {
    return [diagnose('field.unknownRegister', at, { params: { name: field.name }, repair: repair('makeManual') })];
  }
  if (register.attributes.includes(field.source.attribute)) return [];
  const params = { name: field.name, register: register.name };
  return [diagnose('field.unknownAttribute', at, { params, repair: repair('makeManual') })];
}

/** `machine`: a machine, a message or a rule writes the field. */
function checkAccess(field: Field, { design, graph }: CheckContext, machine: boolean): Diagnostic[] {
  if (!graph.start) return [];
  const at = fieldRef(field.id);
  const params = { name: field.name };
  const found: Diagnostic[] = [];
  const access = Object.values(resolveAccess(graph, design, field));
  const seen = access.some(canRead) || (canRead(design.form.defaultAccess) && graph.nodes.some(isWork));
  if (!seen) found.push(diagnose('field.hiddenToAll', at, { params, repair: repair('writeAtStart') }));
  for (const [key, said] of Object.entries(field.access)) {
    const node = graph.flow.nodes[key.split('/')[0] ?? key];
    if (said === 'own' && node !== undefined && node.kind !== 'dispatch') {
      const repairing = repair('setAccess', { node: key, access: 'write' });
      found.push(
        diagnose('field.ownOutsideDispatch', at, { params: { ...params, step: node.name }, repair: repairing }),
      );
    }
  }
  if (!seen || field.kind === 'note' || field.source.type !== 'manual' || machine || access.some(canWrite))
    return found;
  const code = field.rules.required ? 'field.nobodyWrites' : 'field.neverWritten';
  return [...found, diagnose(code, at, { params, repair: repair('writeAtStart') })];
}

/** Shared data is looked up by the subject's key: without one, nothing can be fetched. */
function checkKey(design: Design, fields: readonly Field[]): Diagnostic[] {
  const shared = fields.filter((field) => field.source.type === 'shared');
  const { keyField, kind } = design.parties.subject;
  const key = keyField === undefined ? undefined : design.form.fields[keyField];
  // A key that a register repeats is still typed by the applicant: the look-up confirms it.
  if (shared.length === 0 || (key !== undefined && key.source.type !== 'computed')) return [];
  const wanted = kind === 'person' ? 'idCard' : 'uscc';
  const candidates = fields.filter((field) => field.kind === wanted && field.source.type !== 'computed');
  const [only] = candidates;
  const fix = only && candidates.length === 1 ? repair('setKeyField', { field: only.id, name: only.name }) : undefined;
  return [diagnose('form.noKeyField', THE_DESIGN, { params: { count: shared.length }, repair: fix })];
}

function checkMaterials(design: Design): Diagnostic[] {
  return sorted(design.materials)
    .filter(({ exempt, field }) => !exempt && (field === undefined || design.form.fields[field]?.kind !== 'file'))
    .map(({ id, name }) => diagnose('material.noField', { kind: 'material', id }, { params: { name } }));
}

/** A computed field that reads itself, directly or through others; each circle is said once. */
function computedCycles(fields: readonly Field[]): Diagnostic[] {
  const reads = new Map<string, readonly string[]>();
  for (const field of fields) {
    if (field.source.type === 'computed' && checkFeel(field.source.feel).ok) {
      reads.set(field.id, readsOfFeel(field.source.feel).fields);
    }
  }
  const found: Diagnostic[] = [];
  const done = new Set<string>();
  const names = new Map(fields.map((field) => [field.id, field.name]));
  for (const root of reads.keys()) {
    const way: string[] = [];
    const visit = (id: string): void => {
      const at = way.indexOf(id);
      if (at >= 0) {
        const circle = way.slice(at);
        found.push(
          diagnose('field.computedCycle', fieldRef(id), {
            params: { name: names.get(id) ?? '', other: names.get(circle.at(-1) ?? id) ?? '' },
            related: circle.slice(1).map(fieldRef),
          }),
        );
        return;
      }
      if (done.has(id) || !reads.has(id)) return;
      way.push(id);
      for (const read of reads.get(id) ?? []) visit(read);
      way.pop();
      done.add(id);
    };
    visit(root);
  }
  return found;
}
