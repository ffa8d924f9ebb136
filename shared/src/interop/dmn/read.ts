/**
 * DMN files in. A file comes from anywhere: it is measured before it is parsed, has no document type (so no entity
 * but XML's own five), and what cannot be read is said by a code; nothing throws.
 */
import { modelOf } from './convert.ts';
import type { DmnModel } from './model.ts';
import { createModdle, isElement, withNamespacesOf13 } from './moddle.ts';

/** Characters. The largest table that we know of in the field is below one million. */
export const MAX_DMN_LENGTH = 5_000_000;
/** Elements inside one another. */
export const MAX_DMN_DEPTH = 100;

export const DMN_READ_ERRORS = ['tooLarge', 'doctype', 'notXml', 'notDmn', 'tooDeep'] as const;
export type DmnReadError = (typeof DMN_READ_ERRORS)[number];

export type DmnReading =
  | {
      readonly ok: true;
      readonly model: DmnModel;
      /** What the file holds that DMN does not know, as the parser says it. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly code: DmnReadError };

export async function readDmn(xml: string): Promise<DmnReading> {
  if (xml.length > MAX_DMN_LENGTH) return { ok: false, code: 'tooLarge' };
  if (/<!DOCTYPE/i.test(xml)) return { ok: false, code: 'doctype' };
  const depth = xmlDepth(xml);
  if (depth > MAX_DMN_DEPTH) return { ok: false, code: 'tooDeep' };
  let parsed;
  try {
    parsed = await createModdle().fromXML(withNamespacesOf13(xml));
  } catch {
    // The parser throws for what is no XML and for another root alike.
    return { ok: false, code: /<(?:[\w.-]+:)?definitions[\s/>]/.test(xml) ? 'notXml' : 'notDmn' };
  }
  const { rootElement, warnings } = parsed;
  if (!isElement(rootElement)) return { ok: false, code: 'notXml' };
  return { ok: true, model: modelOf(rootElement), warnings: warnings.map(({ message }) => message) };
}

const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)[^\s<>/]+(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>/g;

/** Greatest depth of elements; of text that is no XML, at least what a parser would open. */
function xmlDepth(xml: string): number {
  let depth = 0;
  let greatest = 0;
  for (const [, closes, empty] of xml.matchAll(TAG)) {
    if (closes === undefined || empty === '/') continue;
    depth += closes === '/' ? -1 : 1;
    greatest = Math.max(greatest, depth);
  }
  return greatest;
}
