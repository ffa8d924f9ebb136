/**
 * What a hand does on the canvas, as pure functions Design → Design: one call is one undo. Each of them stores the
 * layout that the person sees (`settled`), so that nothing but what was touched moves.
 */
import {
  isAttachment,
  connect,
  insertOnEdge,
  moveNodes,
  putLane,
  putNode,
  sorted,
  type Design,
  type Edge,
  type FlowNode,
} from '@tongban/shared/document';
import { arrange, settled, type Arrangement } from '../../ui/flow/arrange.ts';
import { sizeOf, snap } from '../../ui/flow/geometry.ts';
import { placeAfter, placeAt, placeOnEdge, type Place } from '../canvas/places.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
}

const keepLayout = (design: Design, arrangement: Arrangement): Design => moveNodes(design, settled(arrangement));
const inLane = (node: FlowNode, lane: string | undefined): FlowNode => (lane === undefined ? node : { ...node, lane });

/**
 * The next step after one. A step whose every decision already leads somewhere gets it put in between instead; a
 * further way out of a step takes the first decision that leads nowhere yet, refusals first.
 */
export function appendStep(design: Design, node: FlowNode, from: string, edge: string): Design {
  const arrangement = arrange(design.flow, design.layout);
  const source = design.flow.nodes[from];
  if (!source) return addStep(design, node, { x: 0, y: 0 });
  if (isAttachment(node)) return putNode(design, node);
  const outgoing = outOf(design, from);
  const decision = outgoing.length > 0 ? freeDecision(source, outgoing) : undefined;
  const [only] = outgoing;
  const branches = source.kind === 'exclusive' || source.kind === 'parallel' || decision !== undefined;
  if (only && !branches) return insertStep(design, node, only.id, edge);
  const at = placeAfter(arrangement, from, sizeOf(node, false));
  const next = putNode(keepLayout(design, arrangement), inLane(node, likelyLane(design, node, at)), at);
  return connect(next, { id: edge, from, to: node.id, ...(decision === undefined ? {} : { decision }) });
}

/** A step put into a line; what stands right of it makes room. */
export function insertStep(design: Design, node: FlowNode, into: string, edge: string): Design {
  const arrangement = arrange(design.flow, design.layout);
  const { place, moved } = placeOnEdge(arrangement, design.flow, into, node);
  const next = moveNodes(keepLayout(design, arrangement), moved);
  return insertOnEdge(next, into, inLane(node, likelyLane(design, node, place)), edge, place);
}

/** A step dropped at a place of the canvas (upper left corner); its lane is the row under it. */
export function addStep(design: Design, node: FlowNode, spot: Spot): Design {
  const arrangement = arrange(design.flow, design.layout);
  const at = placeAt(arrangement, spot.x, spot.y, sizeOf(node, false));
  return putNode(keepLayout(design, arrangement), inLane(node, laneFor(node, at)), at);
}

/** The first step of a blank page, with the row of those who submit. */
export function beginWith(design: Design, node: FlowNode, lane: { id: string; name: string }): Design {
  const known = Object.values(design.flow.lanes).find((other) => other.party.kind === 'applicant');
  const next = known ? design : putLane(design, { ...lane, party: { kind: 'applicant' } }, 0);
  return addStepAtEnd(next, { ...node, lane: known?.id ?? lane.id }, known?.id ?? lane.id);
}

/** A step at the right end of the drawing, in the lane that is looked at. */
export function addStepAtEnd(design: Design, node: FlowNode, lane: string | undefined): Design {
  const arrangement = arrange(design.flow, design.layout);
  const row = arrangement.lanes.find((item) => item.id === lane) ?? arrangement.lanes[0];
  const right = Math.max(-GAP, ...Object.values(arrangement.boxes).map((box) => box.x + box.width));
  return addStep(design, node, { x: snap(right + GAP), y: row?.y ?? 0 });
}

/** Moves steps to where they were dropped; a drop in another row changes the lane. Attachments follow their step. */
export function moveSteps(design: Design, drops: Readonly<Record<string, Spot>>): Design {
  const arrangement = arrange(design.flow, design.layout);
  let next = keepLayout(design, arrangement);
  for (const [id, spot] of Object.entries(drops)) {
    const node = next.flow.nodes[id];
    if (!node || isAttachment(node)) continue;
    const size = sizeOf(node, false);
    const at = placeAt(arrangement, spot.x, spot.y, size);
    const stays = at.lane === arrangement.laneOf.get(id);
    next = putNode(next, stays ? node : { ...node, lane: at.lane }, at);
  }
  return next;
}

/** One grid step sideways, or one row up or down; into the next lane at the edge of its own. */
export function nudgeStep(design: Design, id: string, direction: 'left' | 'right' | 'up' | 'down'): Design {
  const arrangement = arrange(design.flow, design.layout);
  const box = arrangement.boxes[id];
  const node = design.flow.nodes[id];
  if (!box || !node || isAttachment(node)) return design;
  if (direction === 'left' || direction === 'right') {
    return moveSteps(design, { [id]: { x: box.x + (direction === 'right' ? 24 : -24), y: box.y } });
  }
  const rows = arrangement.lanes;
  const own = rows.findIndex((row) => row.id === arrangement.laneOf.get(id));
  const lane = rows[own + (direction === 'down' ? 1 : -1)];
  if (!lane) return design;
  return putNode(
    keepLayout(design, arrangement),
    { ...node, lane: lane.id === '' ? undefined : lane.id },
    { x: box.x, y: 0 },
  );
}

/** A line drawn from one step to another; out of a step that has decisions it takes one that leads nowhere yet. */
export function drawLine(design: Design, edge: { id: string; from: string; to: string }): Design {
  const source = design.flow.nodes[edge.from];
  const target = design.flow.nodes[edge.to];
  if (!source || !target || !canConnect(design, edge.from, edge.to)) return design;
  const outgoing = outOf(design, edge.from);
  const decision = outgoing.length > 0 ? freeDecision(source, outgoing) : undefined;
  return connect(design, { ...edge, ...(decision === undefined ? {} : { decision }) });
}

/** Lines neither enter a start or an attachment nor leave an end; a second one needs another decision. */
export function canConnect(design: Design, from: string, to: string): boolean {
  const source = design.flow.nodes[from];
  const target = design.flow.nodes[to];
  if (!source || !target || from === to) return false;
  if (source.kind === 'end' || target.kind === 'start' || isAttachment(target)) return false;
  const same = outOf(design, from).filter((edge) => edge.to === to);
  return same.length === 0 || freeDecision(source, outOf(design, from)) !== undefined;
}

const GAP = 104;

function laneFor(node: FlowNode, place: Place): string | undefined {
  return node.kind === 'exclusive' || node.kind === 'parallel' ? node.lane : (node.lane ?? place.lane);
}

/**
 * The office of the step before most often goes on; the applicant hardly ever does, so that work after a submission
 * is left without an office until somebody says who does it.
 */
function likelyLane(design: Design, node: FlowNode, place: Place): string | undefined {
  const lane = laneFor(node, place);
  const work = node.kind === 'task' || node.kind === 'dispatch';
  const applicant = lane !== undefined && design.flow.lanes[lane]?.party.kind === 'applicant';
  return work && applicant ? node.lane : lane;
}

function outOf(design: Design, from: string): Edge[] {
  return sorted(design.flow.edges).filter((edge) => edge.from === from);
}

/** A decision no line names yet, refusals first; undefined when there is none or the node takes none. */
function freeDecision(node: FlowNode, outgoing: readonly Edge[]): string | undefined {
  if (node.kind !== 'task' && node.kind !== 'dispatch') return undefined;
  const decisions = sorted(node.decisions);
  if (decisions.length < 2) return undefined;
  const used = new Set(outgoing.map((edge) => edge.decision));
  const free = decisions.filter((decision) => !used.has(decision.id));
  // One decision must stay for the line that names none.
  if (used.has(undefined) && free.length < 2) return undefined;
  return (free.find((decision) => decision.tone === 'negative') ?? free.at(-1))?.id;
}
