/** What can be drawn, in the order of the palette. An entry is a node kind with a way to begin. */
import { newNode } from '@tongban/shared/nodes';
import { orderBetween, type FlowNode, type NodeKind } from '@tongban/shared/document';

export const ENTRIES = ['task', 'countersign', 'dispatch', 'exclusive', 'parallel', 'onTime', 'start', 'end'] as const;
export type EntryId = (typeof ENTRIES)[number];

/** Type of what is dragged from the palette. */
export const DRAG_TYPE = 'application/x-tongban-step';

export const GROUPS: readonly { readonly key: string; readonly entries: readonly EntryId[] }[] = [
  { key: 'groupWork', entries: ['task', 'countersign', 'dispatch'] },
  { key: 'groupGateway', entries: ['exclusive', 'parallel'] },
  { key: 'groupTime', entries: ['onTime'] },
  { key: 'groupEvent', entries: ['start', 'end'] },
];

/** Kinds that can follow a step, in the order of the "+" menu. */
export const FOLLOWING: readonly EntryId[] = ['task', 'countersign', 'dispatch', 'exclusive', 'parallel', 'end'];

export const KIND_OF: Readonly<Record<EntryId, NodeKind>> = {
  task: 'task',
  countersign: 'task',
  dispatch: 'dispatch',
  exclusive: 'exclusive',
  parallel: 'parallel',
  onTime: 'onTime',
  start: 'start',
  end: 'end',
};

export interface Draw {
  readonly id: string;
  readonly lane?: string | undefined;
  readonly attachedTo?: string | undefined;
  readonly language: 'zh-CN' | 'en';
  /** Name of a new step where the kind's own does not fit (会签). */
  readonly name?: string | undefined;
  /** The signers that a countersigned step begins with: posts of the office. */
  readonly signers?: readonly { readonly name: string; readonly post: string }[] | undefined;
}

export function draw(entry: EntryId, { id, lane, attachedTo, language, name, signers }: Draw): FlowNode {
  const node = newNode(
    KIND_OF[entry],
    {
      id,
      ...(lane === undefined ? {} : { lane }),
      ...(attachedTo === undefined ? {} : { attachedTo }),
      ...(name === undefined ? {} : { name }),
    },
    language,
  );
  if (entry !== 'countersign' || node.kind !== 'task') return node;
  let order: string | null = null;
  const list = (signers ?? []).map((signer, i) => {
    order = orderBetween(order, null);
    return [`signer${i + 1}`, { id: `signer${i + 1}`, order, ...signer }] as const;
  });
  return { ...node, mode: 'all', signers: Object.fromEntries(list) };
}
