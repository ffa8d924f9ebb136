import { begun, type DocumentKind } from '../kinds.ts';

export const scenarioKind: DocumentKind<'scenario'> = {
  kind: 'scenario',
  family: 'service',
  create: (node) => ({
    kind: 'scenario',
    ...begun(node),
    scenario: '',
    inputs: {},
    outputs: {},
  }),
};
