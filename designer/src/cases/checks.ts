/** What the form can tell by itself before it is sent; the server checks again and decides. */
import { checkValue } from '@tongban/shared/fields';
import type { Problem, SectionView } from '@tongban/shared/kernel';
import { isMissing, valueOf, type Values } from '../ui/form/index.ts';
import { visibleSections } from '../ui/form/rules.ts';

export function problemsOf(sections: readonly SectionView[], values: Values): readonly Problem[] {
  return visibleSections(sections, values).flatMap((section) =>
    section.fields.flatMap((field): Problem[] => {
      if (field.access === 'read') return [];
      if (isMissing(field, values)) return [{ field: field.key, code: 'fieldRequired' }];
      const [problem] = checkValue(field.field, valueOf(field, values));
      return problem === undefined ? [] : [{ field: field.key, ...problem }];
    }),
  );
}
