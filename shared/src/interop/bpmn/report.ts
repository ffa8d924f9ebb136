/**
 * What became of a BPMN file, element by element. Everything is accounted for: converted as it is, converted with a
 * change that is named, or kept without being run. Words for the codes are in words/bpmn.ts.
 */
import type { ModdleElement } from './read.ts';

/** Something was added or read in a way that its drawer should know. */
export const CHANGES = [
  /** Several ways left an activity: a gateway says now what BPMN means by that. */
  'forkInserted',
  'endAdded',
  'startAdded',
  /** An event without an effect only passes the token on. */
  'passThrough',
  /** Nobody catches the error: it ends its way only. */
  'errorUncaught',
  /** The event says not what it waits for: it waits for a message of its own name. */
  'triggerMissing',
  /** The time is written in a way that is not converted; a day stands in its place. */
  'timerUnclear',
  /** The condition is not FEEL, or not FEEL that we read: its text is kept, the way has no condition. */
  'conditionKept',
  /** The role must be bound to a kind of office. */
  'laneUnbound',
  /** The file has no diagram: the drawing is laid out anew. */
  'noLayout',
  /** Ids that are too long, or used twice, were shortened. */
  'idChanged',
] as const;
export type Change = (typeof CHANGES)[number];

/** Why an element is kept and not run. */
export const KEPT_REASONS = [
  'notExecuted',
  'multiInstance',
  'loop',
  'severalEvents',
  'furtherStart',
  'dataOnly',
  'note',
  'messageFlow',
  'pool',
  'unknown',
] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

export interface ReportLine<C extends string> {
  readonly code: C;
  readonly id: string;
  readonly name: string;
  /** BPMN's name of the element, e.g. "Transaction". */
  readonly type: string;
  /** The text in question, where there is one. */
  readonly detail: string;
}

export interface ImportReport {
  /** Elements that run as they are drawn. */
  readonly converted: number;
  readonly changed: readonly ReportLine<Change>[];
  readonly kept: readonly ReportLine<KeptReason>[];
  /** What the parser did not know. */
  readonly warnings: readonly string[];
}

export const typeOf = ({ $type }: ModdleElement): string => $type.slice($type.indexOf(':') + 1);

export function line<C extends string>(code: C, element: ModdleElement, detail = ''): ReportLine<C> {
  const id = element.id ?? '';
  return { code, id, name: element.name ?? id, type: typeOf(element), detail: detail.slice(0, 500) };
}
