/** Document side of a node kind: what a palette, a canvas and a table need. Must not import the compiler. */
import type { NodeKind, NodeOf } from '../document/index.ts';

/** event: where a path begins or ends; work: people act; gateway: routing; attachment: sits on a working node. */
export type NodeFamily = 'event' | 'work' | 'gateway' | 'attachment';

/** Words and context of a new node. Ids come from the caller. */
export interface NewNode {
  readonly id: string;
  readonly name: string;
  /** Name of the first decision of a working node. */
  readonly decision: string;
  readonly lane?: string;
  /** Host of an attachment. */
  readonly attachedTo?: string;
}

export interface DocumentKind<K extends NodeKind> {
  readonly kind: K;
  readonly family: NodeFamily;
  create(node: NewNode): NodeOf<K>;
}
