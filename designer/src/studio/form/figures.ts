/**
 * The line above the form: "35 项 · 共享 33 · 计算 0 · 手填 2". Counted from the document alone, by the compiler's own
 * count, so that the studio and the published version say the same.
 */
import { countsOf } from '@tongban/shared/compiler';
import type { Design } from '@tongban/shared/document';

export interface FormFigures {
  readonly fields: number;
  readonly shared: number;
  readonly computed: number;
  readonly manual: number;
  /** Fields the applicant never meets: officials fill them in later steps. */
  readonly later: number;
}

export function formFigures(design: Design): FormFigures {
  const counts = countsOf(design);
  const data = Object.values(design.form.fields).filter((field) => field.kind !== 'note');
  return { ...counts, later: data.length - counts.fields };
}
