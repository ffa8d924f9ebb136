/**
 * Every code the compiler may say, with its severity. `shape` codes mean that the flow cannot be lowered: what would
 * follow from them is not said. Sentences live in words/diagnostics.ts under the same codes.
 */
import type { Diagnostic, ElementRef, Repair } from './types.ts';

interface CodeFacts {
  readonly severity: Diagnostic['severity'];
  readonly shape?: true;
}
const error: CodeFacts = { severity: 'error' };
const shape: CodeFacts = { severity: 'error', shape: true };
const warning: CodeFacts = { severity: 'warning' };
const info: CodeFacts = { severity: 'info' };

export const CODES = {
  // the flow as a whole
  'flow.empty': shape,
  'flow.noStart': shape,
  'flow.severalStarts': shape,
  'flow.noEnd': shape,
  // nodes and edges
  'node.unreachable': shape,
  'node.noWayOut': shape,
  'node.noWayToEnd': shape,
  'node.severalWays': shape,
  'node.intoStart': shape,
  'node.fromEnd': shape,
  'node.intoAttachment': shape,
  'edge.dangling': shape,
  'edge.missingCondition': shape,
  'edge.unknownDecision': shape,
  'edge.neverTaken': warning,
  'choice.noDefault': shape,
  'choice.severalDefaults': shape,
  'parallel.pointless': warning,
  'task.noLane': error,
  'task.unknownLane': error,
  'task.severalLane': error,
  'task.noSigners': shape,
  'decision.none': shape,
  'decision.noWay': shape,
  'dispatch.empty': shape,
  'dispatch.tickedUnknownField': shape,
  'dispatch.tickedNotFilled': error,
  'onTime.noHost': shape,
  'onTime.tooLate': warning,
  // edges and events
  'attachment.noHost': shape,
  'edge.crossesGroup': shape,
  'edge.unknownResult': shape,
  'event.none': shape,
  'event.noName': error,
  'event.noDate': error,
  'event.noCondition': error,
  'mapping.incomplete': error,
  'mapping.takesNothing': error,
  'text.unknownPlace': error,
  // people
  'task.threshold': error,
  'task.weight': error,
  'task.levels': error,
  'task.mayBeUnsigned': error,
  'task.noRefusal': warning,
  'overdue.noDeadline': error,
  'overdue.noBasis': error,
  'overdue.unknownDecision': shape,
  'overdue.earlyReminder': warning,
  'dispatch.count': error,
  'dispatch.noRefusal': warning,
  // machines
  'fetch.noRegister': error,
  'fetch.unknownRegister': error,
  'fetch.unknownAttribute': error,
  'fetch.noKey': error,
  'fetch.nothingInto': error,
  'connect.noUrl': error,
  'connect.badUrl': error,
  'connect.badHeader': error,
  'job.numbers': error,
  'job.noHand': error,
  'document.noTemplate': error,
  'document.noTarget': error,
  'document.noSealHolder': error,
  'rule.noTable': shape,
  'rule.noTarget': error,
  'set.nothing': warning,
  'set.unknownField': error,
  'set.syntax': error,
  'notify.nobody': error,
  'notify.noChannel': error,
  'notify.noText': error,
  'scenario.none': error,
  'scenario.itself': error,
  'scenario.unknown': error,
  'scenario.circle': error,
  'scenario.unknownField': error,
  'scenario.otherKind': error,
  'scenario.noWay': shape,
  // parts and events
  'group.empty': shape,
  'group.noBeginning': shape,
  'group.eventOnWay': shape,
  'group.errorGoesOn': error,
  'link.noPartner': shape,
  'link.severalCatches': shape,
  'link.wrongSide': shape,
  'firstEvent.noWait': shape,
  'firstEvent.sharedWait': shape,
  'firstEvent.oneWay': warning,
  'reverse.wrongKind': shape,
  'reverse.otherGroup': shape,
  'reverse.onWay': shape,
  'reverse.several': shape,
  'reverse.joinsMain': shape,
  'undo.nothing': warning,
  'undo.unknown': shape,
  'undo.noReverse': error,
  'aside.joinsMain': error,
  'signal.nothing': shape,
  'signal.nobodyWaits': warning,
  'signal.neverThrown': warning,
  'catch.neverThrown': warning,
  'escalation.nobodyCatches': warning,
  'terminate.noGroup': error,
  'foreign.notRun': shape,
  'fail.noCode': error,
  'onTime.noTime': shape,
  'onTime.noDueTime': error,
  'onTime.remindsNobody': error,
  'start.triggerInside': warning,
  // proof of the flow
  'sound.deadlock': error,
  'sound.leftover': error,
  'sound.twoTokens': error,
  'sound.noCompletion': error,
  'sound.loop': error,
  'sound.dead': error,
  'sound.undecided': error,
  // data
  'data.missing': error,
  'data.noWriter': error,
  'data.concurrentWriters': error,
  'data.conditionUnwritten': error,
  'data.conditionUndecided': error,
  // time
  'time.stepTooLong': error,
  'time.pathTooLong': error,
  'time.promiseOverStatute': error,
  'time.noPromise': warning,
  'time.noDeadline': info,
  // scenario and catalog
  'meta.noTitle': error,
  'meta.noLead': error,
  'catalog.none': error,
  'catalog.unknown': error,
  'catalog.unpublished': error,
  'catalog.outdated': info,
  // lanes and names
  'lane.unknownType': error,
  'lane.sameParty': info,
  'name.missing': error,
  'name.duplicate': warning,
  // form
  'field.noSection': error,
  'field.noOptions': error,
  'field.limitsCrossed': error,
  'field.unknownRegister': error,
  'field.unknownAttribute': error,
  'field.nobodyWrites': error,
  'field.neverWritten': warning,
  'field.hiddenToAll': warning,
  'field.ownOutsideDispatch': error,
  'field.computedSyntax': error,
  'field.computedCycle': error,
  'form.noKeyField': error,
  'material.noField': warning,
  // conditions
  'condition.unknownField': error,
  'condition.unknownStep': error,
  'condition.unknownDecision': error,
  'condition.unknownOption': error,
  'condition.wrongType': error,
  'condition.incomplete': error,
  'condition.syntax': error,
  // decision tables
  'table.noOutputs': error,
  'table.unknownField': error,
  'table.fieldHoldsNothing': error,
  'table.noExpression': error,
  'table.wrongKind': error,
  'table.fieldTwice': error,
  'table.noPriorities': error,
  'table.aggregateSeveral': error,
  'table.aggregateKind': error,
  'table.listIntoField': error,
  'table.notAllowed': error,
  'table.unreadable': error,
  'table.gap': warning,
  'table.overlap': error,
  'table.conflict': error,
  'table.masked': warning,
  'table.impossible': warning,
  'table.unclear': info,
  'table.tooLarge': info,
  // FEEL texts of conditions and formulas
  'feel.tooLong': error,
  'feel.tooDeep': error,
  'feel.tooManyNames': error,
  'feel.external': error,
  'feel.noClock': error,
  'feel.unknownName': error,
  'feel.unknownEntry': error,
  'feel.unknownFunction': error,
  'feel.unknownType': error,
  'feel.argumentCount': error,
  'feel.argumentName': error,
  'feel.argumentType': error,
  'feel.operands': error,
  'feel.operand': error,
  'feel.condition': error,
  'feel.notAList': error,
  'feel.notAFunction': error,
  'feel.result': error,
  'feel.moment': error,
  'feel.pattern': error,
  // releases
  'release.unbound': error,
  'release.nobodyHolds': warning,
} as const satisfies Record<string, CodeFacts>;
export type DiagnosticCode = keyof typeof CODES;

export interface Said {
  readonly params?: Diagnostic['params'];
  readonly related?: readonly ElementRef[];
  readonly trace?: Diagnostic['trace'];
  readonly repair?: Repair | undefined;
}

export function diagnose(code: DiagnosticCode, element: ElementRef, said: Said = {}): Diagnostic {
  const { params, related, trace, repair } = said;
  return {
    code,
    severity: CODES[code].severity,
    element,
    params: params ?? {},
    ...(related && related.length > 0 ? { related } : {}),
    ...(trace ? { trace } : {}),
    ...(repair ? { repair: aimed(repair, element) } : {}),
  };
}

/** A repair names what it is applied to, so that it stands by itself. */
function aimed({ code, params }: Repair, element: ElementRef): Repair {
  return { code, params: element.kind === 'design' ? params : { at: element.id, ...params } };
}

export const breaksShape = ({ code }: Diagnostic): boolean => {
  const facts: CodeFacts | undefined = CODES[code as DiagnosticCode];
  return facts?.shape === true;
};

export const nodeRef = (id: string): ElementRef => ({ kind: 'node', id });
export const edgeRef = (id: string): ElementRef => ({ kind: 'edge', id });
export const fieldRef = (id: string): ElementRef => ({ kind: 'field', id });
export const laneRef = (id: string): ElementRef => ({ kind: 'lane', id });
export const THE_DESIGN: ElementRef = { kind: 'design' };

/** A repair by its code; repairs.ts holds what it does. */
export const repair = (code: string, params: Repair['params'] = {}): Repair => ({ code, params });
