import { begun, type DocumentKind } from '../kinds.ts';

export const notifyKind: DocumentKind<'notify'> = {
  kind: 'notify',
  family: 'service',
  create: (node) => ({
    kind: 'notify',
    ...begun(node),
    to: { type: 'applicant' },
    channels: ['inApp'],
    text: '',
  }),
};
