/**
 * XML of unknown origin as a tree. What it may cost is bounded before and while it is read: characters, depth,
 * elements. There is no document type, so no entity but XML's own five, and nothing outside the text is reached.
 */
/// <reference path="./saxen.d.ts" />
import { Parser } from 'saxen';

export interface XmlElement {
  /** With the prefix that the caller gave its namespace; others keep the file's. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

/** doctype: the file declares a document type. */
export const XML_ERRORS = ['tooLarge', 'tooDeep', 'doctype', 'notXml'] as const;
export type XmlError = (typeof XML_ERRORS)[number];

export type XmlReading =
  { readonly ok: true; readonly root: XmlElement } | { readonly ok: false; readonly code: XmlError };

export interface XmlLimits {
  readonly characters: number;
  readonly depth: number;
  readonly elements: number;
}

interface Building {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Building[];
  text: string;
}

/** `prefixes`: by namespace. */
export function readXml(xml: string, prefixes: Readonly<Record<string, string>>, limits: XmlLimits): XmlReading {
  if (xml.length > limits.characters) return { ok: false, code: 'tooLarge' };
  const document: Building = { name: '', attributes: {}, children: [], text: '' };
  const open: Building[] = [document];
  let code: XmlError | undefined;
  let elements = 0;
  const parser = new Parser();
  const refuse = (why: XmlError): void => {
    code ??= why;
    parser.stop();
  };
  const addText = (text: string): void => {
    const at = open.at(-1);
    if (at) at.text += text;
  };
  parser
    .ns(prefixes)
    .on('openTag', (name, attributes, decode) => {
      elements += 1;
      if (elements > limits.elements) return refuse('tooLarge');
      if (open.length > limits.depth) return refuse('tooDeep');
      const element: Building = { name, attributes: decoded(attributes(), decode), children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
    })
    .on('closeTag', () => {
      open.pop();
    })
    .on('text', (text, decode) => addText(decode(text)))
    .on('cdata', addText)
    .on('attention', (text) => {
      if (/^<!DOCTYPE/i.test(text)) refuse('doctype');
    })
    .on('error', () => refuse('notXml'))
    .parse(xml);
  const [root, ...others] = document.children;
  if (code !== undefined) return { ok: false, code };
  return root && others.length === 0 && open.length === 1 ? { ok: true, root } : { ok: false, code: 'notXml' };
}

/** A prototype is no attribute. */
function decoded(attributes: Readonly<Record<string, string>>, decode: (text: string) => string) {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, decode(value)]));
}

export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);

export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name);

export const attributeOf = (element: XmlElement, name: string): string | undefined =>
  Object.hasOwn(element.attributes, name) ? element.attributes[name] : undefined;
