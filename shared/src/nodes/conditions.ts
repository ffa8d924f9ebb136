import type { Condition } from '../document/index.ts';

/** No condition, or a group without parts. */
export function isBlank(condition: Condition | undefined): boolean {
  if (!condition) return true;
  if (condition.type === 'feel') return condition.text.trim() === '';
  return condition.type !== 'compare' && condition.of.every(isBlank);
}
