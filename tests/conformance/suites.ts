/** The suites that `npm run conformance` knows, by name. */
import { dmnTck } from './dmn-tck/suite.ts';
import type { Suite } from './suite.ts';

export const SUITES: Readonly<Record<string, Suite>> = {
  'dmn-tck': dmnTck,
};
