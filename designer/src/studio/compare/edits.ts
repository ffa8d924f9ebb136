/** Variants as pure changes of the design; taking one and saving the current flow are intents of the document. */
import type { Design } from '@tongban/shared/document';

export function renameVariant(design: Design, id: string, name: string): Design {
  const variant = design.variants[id];
  return variant ? { ...design, variants: { ...design.variants, [id]: { ...variant, name } } } : design;
}

export function removeVariant(design: Design, id: string): Design {
  const { [id]: _gone, ...rest } = design.variants;
  return { ...design, variants: rest };
}
