/** The compiler: proof before publishing, 改并联, and what differs between two versions. Pure; runs anywhere. */
export * from './types.ts';
export { accessAt, startAccess } from './access.ts';
export { identityOf } from './canonical.ts';
export { checkRelease, type ReleaseFacts } from './check-release.ts';
export { compile, lowerUnsealed } from './compile.ts';
export { countsOf } from './counts.ts';
export { difference, differenceFor } from './difference/difference.ts';
export { suggestLead, type LeadSuggestion } from './lead.ts';
export { applyParallel, forceParallel } from './parallel/apply.ts';
export { dependencies } from './parallel/dependencies.ts';
export { propose } from './parallel/propose.ts';
export { applyRepair, type RepairCode } from './repairs.ts';
export { HOURS_A_DAY, inDays } from './time.ts';
