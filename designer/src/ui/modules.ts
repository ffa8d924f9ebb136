/** The seven modules (1+7+N): name key and order. */
import { MODULES, type ModuleId } from '@tongban/shared/document';

const NAMES = {
  policy: 'modulePolicy',
  approval: 'moduleApproval',
  governance: 'moduleGovernance',
  enforcement: 'moduleEnforcement',
  factors: 'moduleFactors',
  party: 'moduleParty',
  supervision: 'moduleSupervision',
} as const satisfies Record<ModuleId, string>;

/** Key in the common words; the id itself for a module this version does not know. */
export function moduleNameKey(module: string): (typeof NAMES)[ModuleId] | null {
  return isModule(module) ? NAMES[module] : null;
}

export function isModule(module: string): module is ModuleId {
  return (MODULES as readonly string[]).includes(module);
}
export { MODULES };
