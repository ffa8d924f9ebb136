/** Is there anybody who catches an error? Asked of the BPMN tree, outwards from the end event that throws it. */
import { codeOf, eventType } from './events.ts';
import { child, children, type ModdleElement } from './read.ts';
import { typeOf } from './report.ts';

export function isCaughtError(element: ModdleElement, code: string | undefined): boolean {
  const matches = (event: ModdleElement): boolean => {
    if (eventType(event) !== 'error') return false;
    const caught = codeOf(event, 'error');
    return caught === undefined || caught === code;
  };
  for (let at = element.$parent; at; at = at.$parent) {
    const beside = children(at, 'flowElements');
    const handled = beside.some(
      (one) =>
        typeOf(one) === 'SubProcess' &&
        one['triggeredByEvent'] === true &&
        !holds(one, element) &&
        children(one, 'flowElements').some((start) => typeOf(start) === 'StartEvent' && matches(start)),
    );
    if (handled) return true;
    const around = at.$parent ? children(at.$parent, 'flowElements') : [];
    if (around.some((one) => typeOf(one) === 'BoundaryEvent' && child(one, 'attachedToRef') === at && matches(one))) {
      return true;
    }
  }
  return false;
}

function holds(part: ModdleElement, element: ModdleElement): boolean {
  for (let at = element.$parent; at; at = at.$parent) if (at === part) return true;
  return false;
}
