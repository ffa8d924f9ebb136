import type { Design } from '@tongban/shared/document';
import { accessAt } from '../form/access.ts';

/** How many fields a step sees, and how many of them it fills. Notes are text and not counted. */
export function accessSummary(design: Design, place: string): { seen: number; written: number } {
  let seen = 0;
  let written = 0;
  for (const field of Object.values(design.form.fields)) {
    if (field.kind === 'note') continue;
    const access = accessAt(design, field, place);
    if (access === 'hidden') continue;
    seen += 1;
    if (access !== 'read') written += 1;
  }
  return { seen, written };
}
