/**
 * BPMN 2.0 files as designs: one for each process. Nothing is dropped silently: what is not run is in the document,
 * as a foreign node or among `kept`, and in the report by its name.
 */
import { orderBetween, type Design } from '../../document/index.ts';
import { convertProcess, type ConvertOptions, type Converted, type KeptElement } from './convert.ts';
import { placesOf, type Place } from './diagram.ts';
import { child, children, readBpmn, type BpmnReadError, type ModdleElement } from './read.ts';
import { line, typeOf, type ImportReport } from './report.ts';
import { sourceOf } from './source.ts';

export interface ImportedDesign {
  /** Id of the process in the file. */
  readonly process: string;
  readonly design: Design;
  readonly report: ImportReport;
}
export type BpmnImport =
  | { readonly ok: true; readonly designs: readonly ImportedDesign[] }
  | { readonly ok: false; readonly code: BpmnReadError | 'noProcess' };

export async function importBpmn(xml: string, options: ConvertOptions): Promise<BpmnImport> {
  const read = await readBpmn(xml);
  if (!read.ok) return read;
  const { definitions, warnings } = read;
  const roots = children(definitions, 'rootElements');
  const processes = roots.filter((root) => typeOf(root) === 'Process');
  if (processes.length === 0) return { ok: false, code: 'noProcess' };
  const places = placesOf(definitions);
  const around = surroundings(roots, processes);
  const designs: ImportedDesign[] = [];
  for (const [i, process] of processes.entries()) {
    const title = poolOf(roots, process)?.name ?? process.name ?? process.id ?? '';
    const converted = convertProcess(process, title, options);
    // What lies between the processes is kept with the first of them.
    const kept = [...converted.kept, ...(i === 0 ? around : [])];
    designs.push(finish(process, { ...converted, kept }, { xml, places, warnings }));
  }
  return { ok: true, designs };
}

function poolOf(roots: readonly ModdleElement[], process: ModdleElement): ModdleElement | undefined {
  return roots
    .filter((root) => typeOf(root) === 'Collaboration')
    .flatMap((one) => children(one, 'participants'))
    .find((pool) => child(pool, 'processRef') === process);
}

/** Pools without a process, message flows, and root elements that the drawing does not use as such. */
function surroundings(roots: readonly ModdleElement[], processes: readonly ModdleElement[]): KeptElement[] {
  const used = new Set(['Process', 'Collaboration', 'Message', 'Signal', 'Error', 'Escalation']);
  return roots.flatMap((root): KeptElement[] => {
    if (typeOf(root) === 'Collaboration') {
      const pools = children(root, 'participants').filter((pool) => {
        const process = child(pool, 'processRef');
        return process === undefined || !processes.includes(process);
      });
      return [
        ...pools.map((element) => ({ element, reason: 'pool' as const })),
        ...children(root, 'messageFlows').map((element) => ({ element, reason: 'messageFlow' as const })),
        ...children(root, 'artifacts').map((element) => ({ element, reason: 'note' as const })),
      ];
    }
    return used.has(typeOf(root)) ? [] : [{ element: root, reason: 'unknown' }];
  });
}

interface Source {
  readonly xml: string;
  readonly places: ReadonlyMap<string, Place>;
  readonly warnings: readonly string[];
}

function finish(
  process: ModdleElement,
  { design, kept, report }: Converted,
  { xml, places, warnings }: Source,
): ImportedDesign {
  let order: string | null = null;
  const keptInDocument: NonNullable<Design['kept']> = {};
  for (const [i, { element, reason }] of kept.entries()) {
    order = orderBetween(order, null);
    const id = `kept${i + 1}`;
    keptInDocument[id] = {
      id,
      order,
      type: typeOf(element),
      name: (element.name ?? '').slice(0, 200),
      reason,
      xml: sourceOf(xml, element.id).slice(0, 50_000),
    };
  }
  const layout: Record<string, { x: number; y: number }> = {};
  for (const id of Object.keys(design.flow.nodes)) {
    const place = places.get(id) ?? besides(places, id);
    if (place) layout[id] = { x: place.x, y: place.y };
  }
  const undrawn = places.size === 0 ? [line('noLayout', process)] : [];
  const whole: Design = Object.keys(keptInDocument).length > 0 ? { ...design, kept: keptInDocument } : design;
  return {
    process: process.id ?? '',
    design: { ...whole, layout },
    report: {
      converted: report.converted,
      changed: [...report.changed, ...undrawn],
      kept: kept.map(({ element, reason }) => line(reason, element)),
      warnings,
    },
  };
}

/** What was put in stands a little behind what it was put in for. */
function besides(places: ReadonlyMap<string, Place>, id: string): Place | undefined {
  const host = places.get(id.replace(/_(split|end|start)$/, ''));
  return host && { ...host, x: host.x + host.width + 40 };
}
