/** Document side of a node kind: what a palette, a canvas and a table need. Must not import the compiler. */
import type { FlowNode, NodeKind, NodeOf } from '../document/index.ts';

/**
 * event: where a path begins, ends, waits or throws; work: people act; service: a machine acts; group: a part of its
 * own; gateway: routing; attachment: sits on another node; foreign: came with an imported file and is not run.
 */
export type NodeFamily = 'event' | 'work' | 'service' | 'group' | 'gateway' | 'attachment' | 'foreign';

/** Words and context of a new node. Ids come from the caller. */
export interface NewNode {
  readonly id: string;
  readonly name: string;
  /** Name of the first decision of a working node. */
  readonly decision: string;
  readonly lane?: string;
  /** Group that it stands in. */
  readonly group?: string;
  /** Host of an attachment. */
  readonly attachedTo?: string;
}

export interface DocumentKind<K extends NodeKind> {
  readonly kind: K;
  readonly family: NodeFamily;
  create(node: NewNode): NodeOf<K>;
}

/** What every new node has. */
export function begun({ id, name, lane, group }: NewNode): Pick<FlowNode, 'id' | 'name' | 'lane' | 'group'> {
  return { id, name, ...(lane === undefined ? {} : { lane }), ...(group === undefined ? {} : { group }) };
}
