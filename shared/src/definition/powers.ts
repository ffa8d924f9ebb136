/** What a step that says nothing about a power has of it. */
import type { PowerId } from './types.ts';

export const POWER_DEFAULTS: Readonly<Record<PowerId, boolean>> = {
  correct: false,
  return: false,
  reject: false,
  handOver: true,
  delegate: false,
  addSigner: false,
  consult: true,
  copyTo: true,
  urge: true,
  suspend: false,
};
