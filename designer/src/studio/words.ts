/** Words that several parts of the studio put together from a design: who, how long, which module. */
import type { Duration, Lane, ModuleId, Party } from '@tongban/shared/document';

const MODULE_KEYS: Record<ModuleId, string> = {
  policy: 'modulePolicy',
  approval: 'moduleApproval',
  governance: 'moduleGovernance',
  enforcement: 'moduleEnforcement',
  factors: 'moduleFactors',
  party: 'moduleParty',
  supervision: 'moduleSupervision',
};

/** Key of a module's name in the common words; the first module for what is unknown. */
export function moduleKey(module: string): string {
  return MODULE_KEYS[module as ModuleId] ?? MODULE_KEYS.approval;
}

export type Translate = (key: string, params?: Record<string, string | number>) => string;

export function durationText(t: Translate, duration: Duration): string {
  const key = { workday: 'durationDays', workhour: 'durationHours', workminute: 'durationMinutes' }[duration.unit];
  return t(key, { amount: duration.amount, count: duration.amount });
}

/** The role of a lane or a body: 同级 by the department type's name. */
export function partyText(t: Translate, party: Party, typeName: (id: string) => string): string {
  switch (party.kind) {
    case 'applicant':
      return t('partyApplicant');
    case 'applicantSuperior':
      return t('partySuperior');
    case 'several':
      return t('partySeveral');
    case 'department':
      return t(party.level === 'upper' ? 'partyUpper' : 'partySame', { type: typeName(party.type) });
  }
}

export function laneText(lane: Lane | undefined, t: Translate): string {
  return lane?.name || t('noLane');
}
