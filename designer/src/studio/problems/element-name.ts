import type { ElementRef } from '@tongban/shared/compiler';
import type { Design } from '@tongban/shared/document';

/** Name of the element a problem concerns; empty for the design as a whole and for what has no name. */
export function elementName(design: Design, element: ElementRef): string {
  switch (element.kind) {
    case 'node':
      return design.flow.nodes[element.id]?.name ?? '';
    case 'edge': {
      const edge = design.flow.edges[element.id];
      if (!edge) return '';
      return `${design.flow.nodes[edge.from]?.name ?? ''} → ${design.flow.nodes[edge.to]?.name ?? ''}`;
    }
    case 'field':
      return design.form.fields[element.id]?.name ?? '';
    case 'section':
      return design.form.sections[element.id]?.name ?? '';
    case 'lane':
      return design.flow.lanes[element.id]?.name ?? '';
    case 'material':
      return design.materials[element.id]?.name ?? '';
    case 'item':
    case 'table':
    case 'design':
      return '';
  }
}
