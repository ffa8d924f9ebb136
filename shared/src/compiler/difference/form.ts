/** What changed in form and materials. A change of a field concerns those who see it, before or after. */
import { sorted, type Access, type Design, type Field } from '../../document/index.ts';
import { accessAt, startAccess } from '../access.ts';
import { graphOf, groupBy, isWork, type FlowGraph } from '../graph.ts';
import { change, compared, listed, rolesOf, type Change, type Versions } from './change.ts';
import { same } from './steps.ts';

export function formChanges({ before, after }: Versions): Change[] {
  const graphs = { before: graphOf(before.flow), after: graphOf(after.flow) };
  const fields = compared(before.form.fields, after.form.fields);
  const seenBefore = (field: Field): string[] => seers(before, graphs.before, field);
  const seenAfter = (field: Field): string[] => seers(after, graphs.after, field);
  const sections = compared(before.form.sections, after.form.sections);
  return [
    ...fields.added.map((field) => change(`field.added.${field.source.type}`, { field: field.name }, seenAfter(field))),
    ...fields.removed.map((field) => change('field.removed', { field: field.name }, seenBefore(field))),
    ...fields.both.flatMap(([old, now]) =>
      fieldChanges(old, now, () => [...new Set([...seenBefore(old), ...seenAfter(now)])]),
    ),
    ...accessChanges({ before, after }, graphs, fields.both),
    ...sections.added.map(({ name }) => change('section.added', { name })),
    ...sections.removed.map(({ name }) => change('section.removed', { name })),
    ...sections.both.flatMap(([old, now]) =>
      old.name === now.name ? [] : [change('section.renamed', { before: old.name, after: now.name })],
    ),
    ...materialChanges({ before, after }),
  ];
}

/** Roles that may see a field. */
function seers(design: Design, graph: FlowGraph, field: Field): string[] {
  return graph.nodes.flatMap((node) => {
    if (node.kind === 'start') return startAccess(field, node.id) === 'hidden' ? [] : rolesOf(node);
    if (!isWork(node)) return [];
    return rolesOf(node).filter((role) => {
      const element = role.startsWith(`${node.id}/`) ? role.slice(node.id.length + 1) : undefined;
      return accessAt(design.form, field, node.id, element) !== 'hidden';
    });
  });
}

function fieldChanges(old: Field, now: Field, rolesOfField: () => string[]): Change[] {
  const field = now.name;
  const found: Change[] = [];
  if (same(old, now)) return found;
  const roles = rolesOfField();
  if (old.name !== field) found.push(change('field.renamed', { before: old.name, after: field }, roles));
  if (old.source.type !== now.source.type) found.push(change(`field.now.${now.source.type}`, { field }, roles));
  else if (!same(old.source, now.source)) found.push(change(`field.source.${now.source.type}`, { field }, roles));
  if (old.kind !== now.kind) found.push(change('field.kind', { field }, roles));
  const required = [old.rules.required ?? false, now.rules.required ?? false];
  if (required[0] !== required[1])
    found.push(change(required[1] ? 'field.required' : 'field.optional', { field }, roles));
  const options = [old, now].map((one) => sorted(one.options).map(({ id, name }) => [id, name]));
  if (!same(options[0], options[1])) found.push(change('field.options', { field }, roles));
  const rules = [old, now].map(({ rules: { required: _, ...rest } }) => rest);
  if (!same(rules[0], rules[1])) found.push(change('field.rules', { field }, roles));
  const limits = [old, now].map((one) => [
    one.min,
    one.max,
    one.maxLength,
    one.decimals,
    one.accept,
    one.maxBytes,
    one.maxCount,
  ]);
  if (!same(limits[0], limits[1])) found.push(change('field.limits', { field }, roles));
  return found;
}

/** Per step and new level, one sentence over all fields. Steps that came or went say it themselves. */
function accessChanges(
  { before, after }: Versions,
  graphs: { before: FlowGraph; after: FlowGraph },
  both: [Field, Field][],
): Change[] {
  const levelIn = (design: Design, field: Field, key: string): Access | null => {
    const [id = key, element] = key.split('/');
    const node = design.flow.nodes[id];
    if (node?.kind === 'start') return startAccess(field, id);
    return isWork(node) ? accessAt(design.form, field, id, element) : null;
  };
  const moved = both.flatMap(([old, now]) => {
    const keys = new Set([...Object.keys(old.access), ...Object.keys(now.access), ...starts(graphs.after)]);
    return [...keys].flatMap((key) => {
      const [was, level] = [levelIn(before, old, key), levelIn(after, now, key)];
      if (was === null || level === null || was === level) return [];
      return [{ key, node: key.split('/')[0] ?? key, level, field: now.name }];
    });
  });
  const perStep = [...groupBy(moved, ({ key, level }) => `${key}\n${level}`).values()].flatMap((group) => {
    const [first] = group;
    const step = first === undefined ? undefined : after.flow.nodes[first.node];
    if (!first || !step) return [];
    const params = { step: step.name, fields: listed(group.map(({ field }) => field)), count: group.length };
    return [change(`access.${first.level}`, params, first.key === first.node ? rolesOf(step) : [first.key])];
  });
  const level = after.form.defaultAccess;
  return before.form.defaultAccess === level ? perStep : [change('access.default', { level }), ...perStep];
}

const starts = (graph: FlowGraph): string[] =>
  graph.nodes.flatMap((node) => (node.kind === 'start' && node.group === undefined ? [node.id] : []));

function materialChanges({ before, after }: Versions): Change[] {
  const { added, removed, both } = compared(before.materials, after.materials);
  const found: Change[] = [];
  const fewer = [
    ...removed.filter(({ exempt }) => !exempt),
    ...both.flatMap(([old, now]) => (!old.exempt && now.exempt ? [now] : [])),
  ];
  const more = [
    ...added.filter(({ exempt }) => !exempt),
    ...both.flatMap(([old, now]) => (old.exempt && !now.exempt ? [now] : [])),
  ];
  if (fewer.length > 0)
    found.push(change('materials.fewer', { count: fewer.length, names: listed(fewer.map(({ name }) => name)) }));
  if (more.length > 0)
    found.push(change('materials.more', { count: more.length, names: listed(more.map(({ name }) => name)) }));
  const exempt = [...added.filter((one) => one.exempt)];
  for (const { name } of exempt) found.push(change('material.exempt', { name }));
  for (const [old, now] of both) {
    if (old.name !== now.name) found.push(change('material.renamed', { before: old.name, after: now.name }));
    if ((old.deferrable ?? false) !== (now.deferrable ?? false)) {
      found.push(change(now.deferrable ? 'material.deferrable' : 'material.notDeferrable', { name: now.name }));
    }
  }
  return found;
}
