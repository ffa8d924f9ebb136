/** How many fields an applicant meets, and where their values come from. Notes are text, not fields. */
import type { Design } from '../document/index.ts';
import { startAccess } from './access.ts';
import type { Compiled } from './types.ts';

export function countsOf(design: Design): Compiled['counts'] {
  const start = Object.values(design.flow.nodes).find((node) => node.kind === 'start' && node.group === undefined);
  const fields = Object.values(design.form.fields).filter(
    (field) => field.kind !== 'note' && (start === undefined || startAccess(field, start.id) !== 'hidden'),
  );
  const from = (type: string): number => fields.filter((field) => field.source.type === type).length;
  return { fields: fields.length, shared: from('shared'), computed: from('computed'), manual: from('manual') };
}
