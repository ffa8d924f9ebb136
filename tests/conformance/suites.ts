/** The suites that `npm run conformance` knows, by name. */
import { bpmnMiwg } from './bpmn-miwg/suite.ts';
import { bpmnTraces } from './bpmn-traces/suite.ts';
import { dmnTck } from './dmn-tck/suite.ts';
import type { Suite } from './suite.ts';

export const SUITES: Readonly<Record<string, Suite>> = {
  'dmn-tck': dmnTck,
  'bpmn-traces': bpmnTraces,
  'bpmn-miwg': bpmnMiwg,
};
