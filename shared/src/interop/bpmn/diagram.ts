/** Where the elements of a file are drawn (BPMN DI), by element id; empty when the file has no diagram. */
import { child, children, type ModdleElement } from './read.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function placesOf(definitions: ModdleElement): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const diagram of children(definitions, 'diagrams')) {
    const plane = child(diagram, 'plane');
    for (const shape of plane ? children(plane, 'planeElement') : []) {
      const id = child(shape, 'bpmnElement')?.id;
      const bounds = child(shape, 'bounds');
      if (id === undefined || !bounds || places.has(id)) continue;
      const { x, y, width, height } = bounds;
      if ([x, y, width, height].every((one) => typeof one === 'number' && Number.isFinite(one))) {
        places.set(id, { x: Number(x), y: Number(y), width: Number(width), height: Number(height) });
      }
    }
  }
  return places;
}
