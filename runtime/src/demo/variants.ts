/** The design with one of its flows in the first place. Pure. */
import type { Design, Duration } from '@tongban/shared/document';

export const MAIN_FLOW = 'main';

/**
 * `flow` is `main` or a variant's id. The variant takes the place of the design's own flow, which stays beside it as a
 * variant, so that both can still be compared. Throws when there is no such variant.
 */
export function withFlow(design: Design, flow: string): Design {
  if (flow === MAIN_FLOW) return design;
  const { [flow]: chosen, ...others } = design.variants;
  if (!chosen)
    throw new Error(
      `Expected variant ${flow} in ${design.meta.code}, found ${Object.keys(design.variants).join(', ')}`,
    );
  const proposed = {
    id: MAIN_FLOW,
    order: chosen.order,
    name: design.meta.title,
    flow: design.flow,
    layout: design.layout,
  };
  return { ...design, flow: chosen.flow, layout: chosen.layout, variants: { ...others, [MAIN_FLOW]: proposed } };
}

/** The design with another promised time, if one is given. */
export const withPromise = (design: Design, promise: Duration | undefined): Design =>
  promise ? { ...design, policies: { ...design.policies, promise } } : design;
