/** What the runner asks of the BPMN file itself: which ids are flow nodes, and where message flows lead. */
import { eventType, signalName } from '../../../shared/src/interop/bpmn/events.ts';
import { children, child, readBpmn, type ModdleElement } from '../../../shared/src/interop/bpmn/read.ts';

export interface MessageFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}
export interface Diagram {
  readonly nodes: ReadonlySet<string>;
  readonly starts: ReadonlySet<string>;
  /** Process of a flow node, a participant or a process. */
  processOf(id: string): string | null;
  /** Start events that a signal of this name triggers. */
  readonly signalStarts: readonly { readonly id: string; readonly name: string }[];
  readonly flows: readonly MessageFlow[];
}

export async function readDiagram(xml: string): Promise<Diagram | null> {
  const read = await readBpmn(xml);
  if (!read.ok) return null;
  const roots = children(read.definitions, 'rootElements');
  const nodes = new Set<string>();
  const starts = new Set<string>();
  const signalStarts: { id: string; name: string }[] = [];
  const owner = new Map<string, string>();
  const walk = (container: ModdleElement, process: string): void => {
    for (const element of children(container, 'flowElements')) {
      if (element.id === undefined || element.$type === 'bpmn:SequenceFlow') continue;
      nodes.add(element.id);
      owner.set(element.id, process);
      if (element.$type === 'bpmn:StartEvent' && container.$type === 'bpmn:Process') {
        starts.add(element.id);
        if (eventType(element) === 'signal') signalStarts.push({ id: element.id, name: signalName(element) });
      }
      walk(element, process);
    }
  };
  for (const root of roots) {
    if (root.$type !== 'bpmn:Process' || root.id === undefined) continue;
    owner.set(root.id, root.id);
    walk(root, root.id);
  }
  const collaborations = roots.filter((root) => root.$type === 'bpmn:Collaboration');
  for (const pool of collaborations.flatMap((one) => children(one, 'participants'))) {
    const process = child(pool, 'processRef')?.id;
    if (pool.id !== undefined && process !== undefined) owner.set(pool.id, process);
  }
  const flows = collaborations
    .flatMap((one) => children(one, 'messageFlows'))
    .map((flow) => ({
      id: flow.id ?? '',
      from: child(flow, 'sourceRef')?.id ?? '',
      to: child(flow, 'targetRef')?.id ?? '',
    }));
  return { nodes, starts, signalStarts, processOf: (id) => owner.get(id) ?? null, flows };
}
