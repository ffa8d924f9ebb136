/**
 * Data flow: nobody reads what no one has written by then, and no two write the same at once.
 * "By then" is generous: it is enough that a way exists on which the writer comes first.
 */
import { sorted, type Design, type FlowNode } from '../document/index.ts';
import { readsOf } from '../expressions/index.ts';
import { concurrencyOf, type Concurrency } from './concurrency.ts';
import { canWrite } from './access.ts';
import { dataFlowOf, type DataFlow } from './data-flow.ts';
import { diagnose, edgeRef, fieldRef, nodeRef, repair } from './diagnostics.ts';
import { isWork, type FlowGraph } from './graph.ts';
import type { Diagnostic } from './types.ts';

interface Ground {
  readonly design: Design;
  readonly graph: FlowGraph;
  readonly data: DataFlow;
  readonly time: Concurrency;
}

export function proveData(design: Design, graph: FlowGraph): Diagnostic[] {
  const ground: Ground = { design, graph, data: dataFlowOf(design, graph), time: concurrencyOf(graph) };
  return [...proveReaders(ground), ...proveBranches(ground), ...proveWriters(ground), ...proveBodies(ground)];
}

function proveReaders({ design, graph, data, time }: Ground): Diagnostic[] {
  const found: Diagnostic[] = [];
  const unwritten = new Set<string>();
  for (const reader of graph.nodes) {
    for (const id of data.needs(reader.id)) {
      const field = design.form.fields[id];
      if (!field || field.kind === 'note') continue;
      const writers = [...data.writers(id)];
      if (writers.includes(reader.id) || writers.some((writer) => time.before(writer, reader.id))) continue;
      const ticks = reader.kind === 'dispatch' && reader.choice.mode === 'ticked' && reader.choice.field === id;
      const writer = graph.flow.nodes[writers[0] ?? ''];
      if (!writer) {
        // The form pass says of the field itself that nobody fills it; here once per field, for its first reader.
        if (!ticks && (unwritten.has(id) || field.rules.required)) continue;
        unwritten.add(id);
      }
      const params = {
        name: reader.name,
        field: field.name,
        reader: reader.name,
        writer: writer?.name ?? '',
      };
      const code = ticks ? 'dispatch.tickedNotFilled' : writer ? 'data.missing' : 'data.noWriter';
      found.push(
        diagnose(code, nodeRef(reader.id), {
          params: { ...params, readerLane: office(design, reader), writerLane: writer ? office(design, writer) : '' },
          related: [fieldRef(id), ...(writer ? [nodeRef(writer.id)] : [])],
          repair: writer ? undefined : repair('writeAtStart', { at: id }),
        }),
      );
    }
  }
  return found;
}

/** Name of the office that works at a step; the step's own for a dispatch. */
function office({ flow }: Design, node: FlowNode): string {
  return (node.kind === 'dispatch' ? undefined : flow.lanes[node.lane ?? '']?.name) ?? node.name;
}

function proveBranches({ design, graph, data, time }: Ground): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const edge of graph.edges) {
    const gateway = graph.flow.nodes[edge.from];
    const branches = gateway?.kind === 'exclusive' || gateway?.kind === 'inclusive';
    if (!branches || !edge.condition || edge.isDefault) continue;
    const reads = readsOf(edge.condition);
    for (const id of reads.fields.flatMap((read) => [...data.sources(read)])) {
      const writers = [...data.writers(id)];
      if (!design.form.fields[id] || writers.some((writer) => time.before(writer, gateway.id))) continue;
      const params = { name: gateway.name, field: design.form.fields[id]?.name ?? '' };
      const writer = writers[0];
      const related = [fieldRef(id), ...(writer === undefined ? [] : [nodeRef(writer)])];
      found.push(diagnose('data.conditionUnwritten', edgeRef(edge.id), { params, related }));
    }
    for (const step of reads.decisions) {
      if (!isWork(graph.flow.nodes[step]) || time.before(step, gateway.id)) continue;
      const params = { name: gateway.name, step: graph.flow.nodes[step]?.name ?? '' };
      found.push(diagnose('data.conditionUndecided', edgeRef(edge.id), { params, related: [nodeRef(step)] }));
    }
  }
  return found;
}

function proveWriters({ design, graph, data, time }: Ground): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const field of sorted(design.form.fields)) {
    const writers = [...data.writers(field.id)].filter(
      (id) => graph.flow.nodes[id]?.kind !== 'start' && !writesOwn(field.access[id]),
    );
    for (const [i, first] of writers.entries()) {
      const second = writers.slice(i + 1).find((other) => time.sideBySide(first, other));
      if (second === undefined) continue;
      const params = { field: field.name, first: nameOf(graph, first), second: nameOf(graph, second) };
      const related = [nodeRef(first), nodeRef(second)];
      found.push(diagnose('data.concurrentWriters', fieldRef(field.id), { params, related }));
      break;
    }
  }
  return found;
}

/** Bodies of one dispatch work at once: what several of them write must be each one's own. */
function proveBodies({ design, graph }: Ground): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const node of graph.nodes) {
    if (node.kind !== 'dispatch' || Object.keys(node.bodies).length < 2) continue;
    for (const field of sorted(design.form.fields)) {
      const whole = field.access[node.id] ?? 'hidden';
      const writing = sorted(node.bodies).filter(({ id }) => {
        const access = field.access[`${node.id}/${id}`] ?? whole;
        return canWrite(access) && !writesOwn(access);
      });
      const [first, second] = writing;
      if (!first || !second) continue;
      found.push(
        diagnose('data.concurrentWriters', fieldRef(field.id), {
          params: { field: field.name, first: first.name, second: second.name },
          related: [nodeRef(node.id)],
          repair: repair('makeOwn', { node: node.id }),
        }),
      );
    }
  }
  return found;
}

const writesOwn = (access: string | undefined): boolean => access === 'own';
const nameOf = (graph: FlowGraph, id: string): string => graph.flow.nodes[id]?.name ?? '';
