import { begun, type DocumentKind } from '../kinds.ts';
import { JOB_DEFAULTS } from '../job.ts';

export const documentKind: DocumentKind<'document'> = {
  kind: 'document',
  family: 'service',
  create: (node) => ({
    kind: 'document',
    ...begun(node),
    ...JOB_DEFAULTS,
    title: '',
    template: '',
    target: '',
  }),
};
