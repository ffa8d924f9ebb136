/**
 * XML from anywhere, before a parser sees it: it is measured, has no document type (so no entity but XML's own five),
 * and does not nest deeper than any drawing does. Linear in the length of the text.
 */

/** Characters. The largest model that we know of in the field is below two million. */
export const MAX_XML_LENGTH = 5_000_000;
/** Elements inside one another. */
export const MAX_XML_DEPTH = 100;

export const XML_FAULTS = ['tooLarge', 'doctype', 'tooDeep'] as const;
export type XmlFault = (typeof XML_FAULTS)[number];

export function xmlFault(xml: string): XmlFault | null {
  if (xml.length > MAX_XML_LENGTH) return 'tooLarge';
  if (/<!DOCTYPE/i.test(xml)) return 'doctype';
  return xmlDepth(xml) > MAX_XML_DEPTH ? 'tooDeep' : null;
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
