/** DMN files in. A file comes from anywhere: what cannot be read is said by a code, and nothing throws. */
import { readXml, XML_ERRORS, type XmlError } from '../xml.ts';
import { modelOf } from './convert.ts';
import type { DmnModel } from './model.ts';
import { PREFIXES } from './names.ts';

/** The largest tables that are drawn by hand have some thousand rules. */
export const DMN_LIMITS = { characters: 5_000_000, depth: 100, elements: 300_000 } as const;

/** notDmn: XML, but not of DMN 1.2 to 1.6. */
export const DMN_READ_ERRORS = [...XML_ERRORS, 'notDmn'] as const;
export type DmnReadError = XmlError | 'notDmn';

export type DmnReading =
  { readonly ok: true; readonly model: DmnModel } | { readonly ok: false; readonly code: DmnReadError };

export function readDmn(xml: string): DmnReading {
  const reading = readXml(xml, PREFIXES, DMN_LIMITS);
  if (!reading.ok) return reading;
  return reading.root.name === 'dmn:definitions'
    ? { ok: true, model: modelOf(reading.root) }
    : { ok: false, code: 'notDmn' };
}
