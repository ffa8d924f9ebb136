import { begun, type DocumentKind } from '../kinds.ts';

export const onMessageKind: DocumentKind<'onMessage'> = {
  kind: 'onMessage',
  family: 'attachment',
  create: (node) => ({
    kind: 'onMessage',
    ...begun(node),
    attachedTo: node.attachedTo ?? '',
    interrupting: false,
  }),
};
