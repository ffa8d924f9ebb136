/** A step as people name it: office · step, or the one of both that is known. */
import type { Place } from './access.ts';

export function placeLabel(place: Pick<Place, 'office' | 'name'>): string {
  return [place.office, place.name].filter((part) => part !== '').join(' · ');
}
