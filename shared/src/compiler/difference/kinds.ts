/** What changed in nodes that nobody works at, in decision tables, and in where steps stand. */
import { isAttachment, type FlowNode } from '../../document/index.ts';
import { isEnd, isWork } from '../graph.ts';
import { change, compared, rolesOf, type Change, type Versions } from './change.ts';
import { same } from './steps.ts';

export function kindChanges(versions: Versions): Change[] {
  const { before, after } = versions;
  const { added, removed, both } = compared(before.flow.nodes, after.flow.nodes);
  const said = (code: string, node: FlowNode): Change =>
    change(code, { name: node.name, node: node.kind }, node.lane === undefined ? null : rolesOf(node));
  return [
    ...added.filter(isOther).map((node) => said('node.added', node)),
    ...removed.filter(isOther).map((node) => said('node.removed', node)),
    ...both
      .filter(([old, now]) => isOther(now) && !same(meaning(old), meaning(now)))
      .map(([, now]) => said('node.changed', now)),
    ...both.flatMap(([old, now]) => placeChange(old, now, versions)),
    ...tableChanges(versions),
  ];
}

/** Said by nobody else: work, starts and ends, timers and branches have sentences of their own. */
function isOther(node: FlowNode): boolean {
  const own = isWork(node) || isEnd(node) || node.kind === 'start' || node.kind === 'onTime';
  return !own && node.kind !== 'exclusive' && node.kind !== 'parallel';
}

/** What the node is by itself, wherever it stands. */
const meaning = (node: FlowNode): object => ({
  ...node,
  note: undefined,
  phase: undefined,
  group: undefined,
  undoes: undefined,
});

function placeChange(old: FlowNode, now: FlowNode, { before, after }: Versions): Change[] {
  const found: Change[] = [];
  const roles = now.lane === undefined ? null : rolesOf(now);
  const step = now.name;
  if (old.group !== now.group && !isAttachment(now)) {
    const part = after.flow.nodes[now.group ?? ''] ?? before.flow.nodes[old.group ?? ''];
    found.push(change(now.group === undefined ? 'node.outOf' : 'node.into', { step, part: part?.name ?? '' }, roles));
  }
  if (old.undoes !== now.undoes) {
    const undone = after.flow.nodes[now.undoes ?? '']?.name ?? before.flow.nodes[old.undoes ?? '']?.name ?? '';
    found.push(change(now.undoes === undefined ? 'node.undoesNot' : 'node.undoes', { step, undone }, roles));
  }
  return found;
}

function tableChanges({ before, after }: Versions): Change[] {
  const { added, removed, both } = compared(before.tables ?? {}, after.tables ?? {});
  return [
    ...added.map(({ name }) => change('table.added', { name })),
    ...removed.map(({ name }) => change('table.removed', { name })),
    ...both
      .filter(([old, now]) => !same({ ...old, note: undefined }, { ...now, note: undefined }))
      .map(([, { name }]) => change('table.changed', { name })),
  ];
}
