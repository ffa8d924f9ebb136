/** Reference models of BPMN interchange: every element of a file is converted, or told in the report. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importBpmn } from '@tongban/shared/interop/bpmn';
import { children, child, readBpmn, type ModdleElement } from '../../../shared/src/interop/bpmn/read.ts';
import type { CaseResult, Suite } from '../suite.ts';

export const bpmnMiwg: Suite = {
  bars: { accounted: 1 },
  async *run(folder): AsyncIterable<CaseResult> {
    for (const name of readdirSync(folder)
      .filter((one) => one.endsWith('.bpmn'))
      .sort()) {
      const detail = await unaccounted(readFileSync(join(folder, name), 'utf8'));
      yield { group: 'accounted', name, ok: detail === '', detail };
    }
  },
};

async function unaccounted(xml: string): Promise<string> {
  const read = await readBpmn(xml);
  if (!read.ok) return read.code;
  const imported = await importBpmn(xml, { done: 'done' });
  // A file that only draws a collaboration holds nothing to run.
  if (!imported.ok) return imported.code === 'noProcess' ? '' : imported.code;
  const known = new Set<string>();
  for (const { design, report } of imported.designs) {
    for (const id of [
      ...Object.keys(design.flow.nodes),
      ...Object.keys(design.flow.edges),
      ...Object.keys(design.flow.lanes),
    ])
      known.add(id);
    for (const { id, detail } of [...report.changed, ...report.kept]) known.add(id).add(detail);
  }
  const missing: string[] = [];
  const walk = (container: ModdleElement): void => {
    for (const element of [...children(container, 'flowElements'), ...children(container, 'artifacts')]) {
      const id = element.id ?? '';
      // A reverse step is bound to its step by two elements that leave no trace of their own.
      if (!known.has(id) && !isCompensation(element)) missing.push(`${element.$type} ${id}`);
      const foreign = imported.designs.some(({ design }) => design.flow.nodes[id]?.kind === 'foreign');
      if (!foreign) walk(element);
    }
  };
  for (const root of children(read.definitions, 'rootElements')) if (root.$type === 'bpmn:Process') walk(root);
  return missing.length > 0 ? `unaccounted: ${missing.slice(0, 8).join(', ')} (${missing.length})` : '';
}

function isCompensation(element: ModdleElement): boolean {
  const compensates = (one: ModdleElement | undefined): boolean =>
    one !== undefined && children(one, 'eventDefinitions').some((it) => it.$type === 'bpmn:CompensateEventDefinition');
  if (element.$type === 'bpmn:BoundaryEvent') return compensates(element);
  return element.$type === 'bpmn:Association' && compensates(child(element, 'sourceRef'));
}
