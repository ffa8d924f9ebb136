/** Words shown between the fields. It holds no value, so none may be written to it. */
import type { FieldKindDefinition } from '../kind.ts';

export const note: FieldKindDefinition = {
  kind: 'note',
  holdsValue: false,
  defaults: { width: 'full', text: '' },
  check: () => [{ code: 'noValue' }],
  format: () => '',
};
