/** What BPMN events wait for or throw, in the document's terms. */
import type { Condition, EventTrigger, WaitTrigger } from '../../document/index.ts';
import { checkFeel } from '../../expressions/index.ts';
import { child, children, text, type ModdleElement } from './read.ts';
import { typeOf } from './report.ts';

export type EventType =
  | 'none'
  | 'message'
  | 'timer'
  | 'signal'
  | 'conditional'
  | 'error'
  | 'escalation'
  | 'link'
  | 'compensate'
  | 'terminate'
  | 'cancel'
  | 'several';

const TYPES: Readonly<Record<string, EventType>> = {
  MessageEventDefinition: 'message',
  TimerEventDefinition: 'timer',
  SignalEventDefinition: 'signal',
  ConditionalEventDefinition: 'conditional',
  ErrorEventDefinition: 'error',
  EscalationEventDefinition: 'escalation',
  LinkEventDefinition: 'link',
  CompensateEventDefinition: 'compensate',
  TerminateEventDefinition: 'terminate',
  CancelEventDefinition: 'cancel',
};

export function eventType(event: ModdleElement): EventType {
  const definitions = children(event, 'eventDefinitions');
  const [only] = definitions;
  if (!only) return 'none';
  return definitions.length > 1 ? 'several' : (TYPES[typeOf(only)] ?? 'several');
}

const definitionOf = (event: ModdleElement): ModdleElement | undefined => children(event, 'eventDefinitions')[0];

/** Name of the message, by its reference, else by the element itself. */
export function messageName(element: ModdleElement): string {
  const holder = definitionOf(element) ?? element;
  const reference = child(holder, 'messageRef');
  return short(reference?.name ?? reference?.id ?? element.id ?? '');
}

export function signalName(element: ModdleElement): string {
  const reference = child(definitionOf(element) ?? element, 'signalRef');
  // Signals without a reference are one and the same.
  return short(reference?.name ?? reference?.id ?? 'signal');
}

/** Code of an error or escalation; undefined: any (catching) or unnamed (throwing). */
export function codeOf(element: ModdleElement, type: 'error' | 'escalation'): string | undefined {
  const reference = child(definitionOf(element) ?? element, `${type}Ref`);
  const code = reference && (text(reference, `${type}Code`) ?? reference.name ?? reference.id);
  return code === undefined ? undefined : short(code);
}

export function linkName(event: ModdleElement): string {
  return short(definitionOf(event)?.name ?? event.name ?? '');
}

/** Id of the activity that a compensation throws at; undefined: all of its scope. */
export const compensated = (event: ModdleElement): string | undefined =>
  child(definitionOf(event) ?? event, 'activityRef')?.id;

const short = (name: string): string => name.slice(0, 200);

export interface Notes {
  timerUnclear(detail: string): void;
  conditionKept(detail: string): void;
}

/** Waits and attachments. `steer`: a field that decides in place of a condition (conformance runs). */
export function waitTrigger(event: ModdleElement, notes: Notes, steer: string | null): WaitTrigger | undefined {
  switch (eventType(event)) {
    case 'message':
      return { type: 'message', name: messageName(event), into: {} };
    case 'signal':
      return { type: 'signal', name: signalName(event) };
    case 'timer':
      return { type: 'timer', after: durationOf(event, notes) };
    case 'conditional': {
      const condition = conditionOf(child(definitionOf(event) ?? event, 'condition'), notes, steer);
      return condition && { type: 'condition', condition };
    }
    default:
      return undefined;
  }
}

export function eventTrigger(event: ModdleElement, notes: Notes, steer: string | null): EventTrigger | undefined {
  const type = eventType(event);
  if (type === 'error' || type === 'escalation') {
    const code = codeOf(event, type);
    return code === undefined ? { type } : { type, code };
  }
  if (type === 'compensate') return { type: 'compensation' };
  return waitTrigger(event, notes, steer);
}

type After = Extract<WaitTrigger, { type: 'timer' }>['after'];
const UNCLEAR: After = { amount: 1, unit: 'day' };
/** ISO 8601 durations with one unit, in whole numbers. */
const DURATION = /^P(?:(\d+)M|(\d+)W|(\d+)D|T(\d+)H|T(\d+)M)$/;

function durationOf(event: ModdleElement, { timerUnclear }: Notes): After {
  const definition = definitionOf(event);
  const parts = ['timeDuration', 'timeDate', 'timeCycle'] as const;
  const expression = definition && parts.flatMap((part) => child(definition, part) ?? [])[0];
  const body = (expression ? (text(expression, 'body') ?? '') : '').trim();
  const match = expression && child(definition, 'timeDuration') === expression ? DURATION.exec(body) : null;
  if (!match) {
    timerUnclear(body);
    return UNCLEAR;
  }
  const [, months, weeks, days, hours, minutes] = match;
  const amount = Math.min(100_000, Number(months ?? weeks ?? days ?? hours ?? minutes));
  if (months !== undefined) return { amount, unit: 'month' };
  if (weeks !== undefined) return { amount: Math.min(100_000, amount * 7), unit: 'day' };
  if (days !== undefined) return { amount, unit: 'day' };
  return { amount, unit: hours === undefined ? 'minute' : 'hour' };
}

/** A condition as FEEL; undefined when it is none, or in another language. */
export function conditionOf(
  expression: ModdleElement | undefined,
  notes: Pick<Notes, 'conditionKept'>,
  steer: string | null,
): Condition | undefined {
  if (steer !== null) return { type: 'compare', left: { type: 'field', id: steer }, op: 'eq', right: 'yes' };
  if (!expression) return undefined;
  const body = (text(expression, 'body') ?? '').trim();
  const language = text(expression, 'language') ?? '';
  const feel = body.startsWith('=') ? body.slice(1).trim() : body;
  const readable = body !== '' && !/[$#]\{/.test(body) && (language === '' || /feel/i.test(language));
  if (readable && feel.length <= 4000 && checkFeel(feel).ok) return { type: 'feel', text: feel };
  notes.conditionKept(body);
  return undefined;
}
