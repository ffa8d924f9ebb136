import type { Attachment } from '../document/index.ts';
import type { Lowered } from './lowering.ts';

/** Lowered with its host (lowerAttachments): its edge leaves from the host. */
export function lowerAttachment({ attachedTo }: Attachment): Lowered {
  return { prims: [], leaves: attachedTo };
}
