import { begun, type DocumentKind } from '../kinds.ts';

export const onEscalationKind: DocumentKind<'onEscalation'> = {
  kind: 'onEscalation',
  family: 'attachment',
  create: (node) => ({
    kind: 'onEscalation',
    ...begun(node),
    attachedTo: node.attachedTo ?? '',
    interrupting: false,
  }),
};
