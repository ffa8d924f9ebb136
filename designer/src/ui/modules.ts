/** The seven modules (1+7+N): their order and the keys of their names. */
import type { ModuleId } from '@tongban/shared/document';

/** In display order. Only the type comes from the document: the portal does not load what the studio draws with. */
const NAMES = {
  policy: 'modulePolicy',
  approval: 'moduleApproval',
  governance: 'moduleGovernance',
  enforcement: 'moduleEnforcement',
  factors: 'moduleFactors',
  party: 'moduleParty',
  supervision: 'moduleSupervision',
} as const satisfies Record<ModuleId, string>;

export const MODULES = Object.keys(NAMES) as readonly ModuleId[];

/** Key in the common words; null for a module this version does not know. */
export function moduleNameKey(module: string): (typeof NAMES)[ModuleId] | null {
  return isModule(module) ? NAMES[module] : null;
}

export function isModule(module: string): module is ModuleId {
  return Object.hasOwn(NAMES, module);
}
