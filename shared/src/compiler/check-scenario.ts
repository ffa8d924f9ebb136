/** The scenario around flow and form: title, lead department (牵头), catalog items (目录之外无事项, A1.1), lanes, names. */
import { sorted, type Design, type FlowNode } from '../document/index.ts';
import type { CheckContext } from '../nodes/lowering.ts';
import { diagnose, fieldRef, laneRef, nodeRef, repair, THE_DESIGN } from './diagnostics.ts';
import { groupBy, isWork } from './graph.ts';
import { suggestLead } from './lead.ts';
import type { CompileContext, Diagnostic, ElementRef } from './types.ts';

/** `begun`: something is drawn; before that only what comes first is said. */
export function checkScenario({ design, catalog }: CheckContext, begun: boolean): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (design.meta.title.trim() === '') found.push(diagnose('meta.noTitle', THE_DESIGN));
  found.push(...checkItems(design, catalog));
  if (!begun) return found;
  return [...found, ...checkLead(design), ...checkLanes(design, catalog), ...checkNames(design)];
}

function checkItems(design: Design, catalog: CompileContext): Diagnostic[] {
  const items = sorted(design.items);
  if (items.length === 0) return [diagnose('catalog.none', THE_DESIGN)];
  const found: Diagnostic[] = [];
  for (const { id, item, version } of items) {
    const known = catalog.items[item];
    const at: ElementRef = { kind: 'item', id };
    const params = { name: known?.name ?? item };
    if (!known) found.push(diagnose('catalog.unknown', at, { params, repair: repair('removeItem') }));
    else if (!known.published) found.push(diagnose('catalog.unpublished', at, { params }));
    else if (known.version !== version) {
      const repairing = repair('pinItem', { version: known.version });
      found.push(
        diagnose('catalog.outdated', at, { params: { ...params, version, newest: known.version }, repair: repairing }),
      );
    }
  }
  return found;
}

function checkLead(design: Design): Diagnostic[] {
  const { lead } = design.meta;
  if (lead !== undefined && design.flow.lanes[lead]) return [];
  if (!Object.values(design.flow.nodes).some(isWork)) return [];
  const best = suggestLead(design);
  const said = best ? { repair: repair('setLead', { lane: best.lane, name: best.name, steps: best.steps }) } : {};
  return [diagnose('meta.noLead', THE_DESIGN, said)];
}

function checkLanes(design: Design, catalog: CompileContext): Diagnostic[] {
  const found: Diagnostic[] = [];
  const lanes = sorted(design.flow.lanes);
  const types = catalog.departmentTypes;
  const unknown = (type: string): boolean => types !== undefined && !types.includes(type);
  for (const lane of lanes) {
    if (lane.party.kind === 'department' && unknown(lane.party.type)) {
      found.push(diagnose('lane.unknownType', laneRef(lane.id), { params: { name: lane.name } }));
    }
  }
  for (const node of Object.values(design.flow.nodes)) {
    if (node.kind !== 'dispatch') continue;
    for (const body of sorted(node.bodies)) {
      if (body.party.kind === 'department' && unknown(body.party.type)) {
        found.push(diagnose('lane.unknownType', nodeRef(node.id), { params: { name: body.name } }));
      }
    }
  }
  const bound = lanes.filter((lane) => lane.party.kind !== 'several');
  for (const same of groupBy(bound, (lane) => JSON.stringify(lane.party)).values()) {
    const [first, ...others] = same;
    if (!first || others.length === 0) continue;
    found.push(
      diagnose('lane.sameParty', laneRef(first.id), {
        params: { name: first.name, other: others[0]?.name ?? '' },
        related: others.map(({ id }) => laneRef(id)),
      }),
    );
  }
  return found;
}

interface Named {
  readonly ref: ElementRef;
  readonly name: string;
  /** Names must differ within one group. */
  readonly group: string;
}

function checkNames(design: Design): Diagnostic[] {
  const named: Named[] = [
    ...Object.values(design.flow.lanes).map(({ id, name }) => ({ ref: laneRef(id), name, group: 'lane' })),
    ...Object.values(design.flow.nodes)
      .filter(showsName)
      .map(({ id, name }) => ({ ref: nodeRef(id), name, group: 'node' })),
    ...Object.values(design.form.fields)
      .filter(({ kind }) => kind !== 'note')
      .map(({ id, name, section }) => ({ ref: fieldRef(id), name, group: `field ${section}` })),
    ...Object.values(design.flow.nodes).flatMap(partsOf),
    ...Object.values(design.form.fields).flatMap(({ id, options }) =>
      Object.values(options).map(({ name }) => ({ ref: fieldRef(id), name, group: `option ${id}` })),
    ),
  ];
  const found = [
    ...new Map(named.filter(({ name }) => name.trim() === '').map((one) => [refKey(one.ref), one])).values(),
  ].map(({ ref }) => diagnose('name.missing', ref));
  const filled = named.filter(({ name }) => name.trim() !== '');
  for (const same of groupBy(filled, ({ group, name }) => `${group}\n${name.trim()}`).values()) {
    const [first, ...others] = same;
    if (!first || others.length === 0) continue;
    const related = others.map(({ ref }) => ref).filter((ref) => refKey(ref) !== refKey(first.ref));
    found.push(diagnose('name.duplicate', first.ref, { params: { name: first.name, count: same.length }, related }));
  }
  return found;
}

const refKey = (ref: ElementRef): string => (ref.kind === 'design' ? 'design' : `${ref.kind} ${ref.id}`);

/** Gateways and attachments may go unnamed; ends may share a name. */
const showsName = (node: FlowNode): boolean => node.kind === 'start' || isWork(node);

function partsOf(node: FlowNode): Named[] {
  if (!isWork(node)) return [];
  const parts = node.kind === 'dispatch' ? Object.values(node.bodies) : Object.values(node.signers);
  return [
    ...Object.values(node.decisions).map(({ name }) => ({ ref: nodeRef(node.id), name, group: `decision ${node.id}` })),
    ...parts.map(({ name }) => ({ ref: nodeRef(node.id), name, group: `part ${node.id}` })),
  ];
}
