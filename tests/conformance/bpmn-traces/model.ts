/**
 * A diagram made ready to run: our importer, our compiler's lowering, without the proof, for a diagram that cannot
 * finish is a case as well. Branches follow fields that the runner writes. What we do not run is refused by its name.
 */
import { compile, lowerUnsealed, type CompileContext } from '@tongban/shared/compiler';
import type { Executable } from '@tongban/shared/definition';
import type { Design, Field } from '@tongban/shared/document';
import { importBpmn, type ImportedDesign } from '@tongban/shared/interop/bpmn';

export interface Model {
  readonly design: Design;
  readonly executable: Executable;
}
export type Prepared = { readonly ok: true; readonly model: Model } | { readonly ok: false; readonly why: string };

/** Field that decides in place of a condition. */
export const steer = (element: string): string => `steer ${element}`;

const NOTHING = { items: {}, elements: {}, registers: {} } as unknown as CompileContext;

export async function prepare(xml: string, process: string, startAt: string): Promise<Prepared> {
  const imported = await importBpmn(xml, { done: 'done', steer, startAt });
  if (!imported.ok) return { ok: false, why: imported.code };
  const found = imported.designs.find((one) => one.process === process);
  if (!found) return { ok: false, why: `no process ${process}` };
  const refused = notRun(found);
  if (refused !== null) return { ok: false, why: `refused: ${refused}` };
  const design = withSteering(found.design);
  const executable = lowerUnsealed(design, NOTHING);
  if (executable) return { ok: true, model: { design, executable } };
  const why = compile(design, NOTHING).diagnostics.filter((one) => one.severity === 'error');
  return { ok: false, why: `not lowered: ${why.map(({ code }) => code).join(', ')}` };
}

function notRun({ design, report }: ImportedDesign): string | null {
  const foreign = Object.values(design.flow.nodes).find((node) => node.kind === 'foreign');
  const line = foreign && report.kept.find((one) => one.id === foreign.id);
  return foreign ? `${line?.type ?? foreign.kind} ${foreign.id}` : null;
}

function withSteering(design: Design): Design {
  const ids = new Set(JSON.stringify(design.flow).match(/steer [^"]+/g) ?? []);
  const fields: Record<string, Field> = {};
  for (const id of ids) {
    fields[id] = {
      id,
      order: 'a0',
      section: 's',
      kind: 'text',
      name: id,
      source: { type: 'manual' },
      width: 'half',
      options: {},
      rules: {},
      access: {},
    };
  }
  const sections = { s: { id: 's', order: 'a0', name: 's' } };
  return { ...design, form: { ...design.form, sections, fields: { ...design.form.fields, ...fields } } };
}
