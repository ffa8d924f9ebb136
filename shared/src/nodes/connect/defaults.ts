import { begun, type DocumentKind } from '../kinds.ts';
import { JOB_DEFAULTS } from '../job.ts';

export const connectKind: DocumentKind<'connect'> = {
  kind: 'connect',
  family: 'service',
  create: (node) => ({
    kind: 'connect',
    ...begun(node),
    ...JOB_DEFAULTS,
    method: 'POST',
    url: '',
    headers: {},
    inputs: {},
    into: {},
  }),
};
