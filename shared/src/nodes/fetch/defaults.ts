import { begun, type DocumentKind } from '../kinds.ts';
import { JOB_DEFAULTS } from '../job.ts';

export const fetchKind: DocumentKind<'fetch'> = {
  kind: 'fetch',
  family: 'service',
  create: (node) => ({
    kind: 'fetch',
    ...begun(node),
    ...JOB_DEFAULTS,
    register: '',
    into: {},
  }),
};
