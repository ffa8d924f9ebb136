/** Answers of 时限与规则 as pure changes of the design; an emptied answer leaves no trace in it. */
import type { Design } from '@tongban/shared/document';

export const setMeta = (design: Design, change: Partial<Design['meta']>): Design => ({
  ...design,
  meta: { ...design.meta, ...change },
});

export const setPolicies = (design: Design, change: Partial<Design['policies']>): Design => ({
  ...design,
  policies: { ...design.policies, ...change },
});

export const setSubject = (design: Design, change: Partial<Design['parties']['subject']>): Design => ({
  ...design,
  parties: { ...design.parties, subject: { ...design.parties.subject, ...change } },
});

export const setBaseline = (design: Design, change: Partial<Design['baseline']>): Design => ({
  ...design,
  baseline: { ...design.baseline, ...change },
});

/** Shares of a budget that is left, in whole percent; red always stays below amber. */
export function setColours(design: Design, which: 'amberBelow' | 'redBelow', percent: number): Design {
  const share = Math.max(0, Math.min(1, Math.round(percent) / 100));
  const { amberBelow, redBelow } = design.policies;
  return which === 'amberBelow'
    ? setPolicies(design, { amberBelow: share, redBelow: Math.min(redBelow, share) })
    : setPolicies(design, { redBelow: share, amberBelow: Math.max(amberBelow, share) });
}
