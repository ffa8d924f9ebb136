/**
 * BPMN 2.0 files in. What cannot be read is said by a code; nothing throws.
 */
/// <reference path="./bpmn-moddle.d.ts" />
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { xmlFault, type XmlFault } from '../xml-guard.ts';

export type { ModdleElement };
export type BpmnReadError = XmlFault | 'notXml' | 'notBpmn' | 'tooManyUnknown';

/** Elements that BPMN does not know; the parser takes time by their square. */
export const MAX_UNKNOWN = 10_000;

export type BpmnReading =
  | {
      readonly ok: true;
      readonly definitions: ModdleElement;
      /** What the file holds that BPMN does not know, as the parser says it. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly code: BpmnReadError };

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

export async function readBpmn(xml: string): Promise<BpmnReading> {
  const fault = xmlFault(xml);
  if (fault) return { ok: false, code: fault };
  const moddle = new BpmnModdle();
  if (unknownIn(xml, moddle) > MAX_UNKNOWN) return { ok: false, code: 'tooManyUnknown' };
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml);
    if (!isElement(rootElement) || rootElement.$type !== 'bpmn:Definitions') return { ok: false, code: 'notBpmn' };
    return { ok: true, definitions: rootElement, warnings: warnings.map(({ message }) => message) };
  } catch {
    // The parser throws for what is no XML and for another root alike.
    return { ok: false, code: xml.includes(MODEL) ? 'notXml' : 'notBpmn' };
  }
}

/** How many elements of the text have a name that no type of BPMN or its diagrams has; stops when it is too many. */
function unknownIn(xml: string, moddle: BpmnModdle): number {
  // An element is written under the name of its type, or of the property that it fills.
  const types = moddle.getPackages().flatMap((one) => one.types);
  const names = types.flatMap(({ name, properties = [] }) => [name, ...properties.map((property) => property.name)]);
  const known = new Set(names.map((name) => name.slice(name.indexOf(':') + 1).toLowerCase()));
  let count = 0;
  for (const [, name = ''] of xml.matchAll(/<(?:[\w.-]+:)?([\w.-]+)/gu)) {
    if (!known.has(name.toLowerCase())) count++;
    if (count > MAX_UNKNOWN) break;
  }
  return count;
}

export function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && typeof (value as ModdleElement).$type === 'string';
}

export function child(element: ModdleElement, name: string): ModdleElement | undefined {
  const value = element[name];
  return isElement(value) ? value : undefined;
}

export function children(element: ModdleElement, name: string): readonly ModdleElement[] {
  const value = element[name];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

export function text(element: ModdleElement, name: string): string | undefined {
  const value = element[name];
  return typeof value === 'string' ? value : undefined;
}
