/** What task and dispatch have in common on the document side. */
import { orderBetween, type Decision } from '../document/index.ts';

/** The positive decision that a new step begins with; its id is stable within the node. */
export function firstDecision(name: string): Record<string, Decision> {
  return {
    agree: { id: 'agree', order: orderBetween(null, null), name, tone: 'positive', opinionRequired: false },
  };
}

export const NO_POWERS = { correct: false, return: false, reject: false } as const;
