/** Test files of the DMN TCK (testCases.xsd): what is given, what is evaluated, what is expected. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import { parseDate, parseDateTime, parseDuration, parseTime } from '@tongban/shared/expressions';

const TCK = 'http://www.omg.org/spec/DMN/20160719/testcase';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

export interface TckFile {
  readonly modelName: string;
  readonly cases: readonly TckCase[];
}

export interface TckCase {
  readonly id: string;
  readonly type: 'decision' | 'decisionService' | 'bkm';
  /** Decision service or knowledge model that is called. */
  readonly invocable: string | undefined;
  /** FEEL values by name of the input. */
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly results: readonly TckResult[];
}

export interface TckResult {
  readonly name: string;
  readonly type: TckCase['type'];
  readonly expected: unknown;
  /** The evaluation must report an error. */
  readonly error: boolean;
}

export function parseTestFile(xml: string): TckFile {
  const document = new DOMParser({ onError: () => undefined }).parseFromString(xml, 'text/xml');
  const root = document.documentElement;
  if (root?.localName !== 'testCases') throw new Error(`Expected testCases, but found ${root?.localName ?? 'nothing'}`);
  return {
    modelName: textOf(parts(root, 'modelName')[0]),
    cases: parts(root, 'testCase').map(caseOf),
  };
}

function caseOf(element: Element): TckCase {
  const type = typeOf(element.getAttribute('type'), 'decision');
  return {
    id: element.getAttribute('id') ?? element.getAttribute('name') ?? '',
    type,
    invocable: element.getAttribute('invocableName') ?? undefined,
    inputs: Object.fromEntries(
      parts(element, 'inputNode').map((node) => [node.getAttribute('name') ?? '', valueOf(node)]),
    ),
    results: parts(element, 'resultNode').map((node) => {
      const [expected] = parts(node, 'expected');
      return {
        name: node.getAttribute('name') ?? '',
        type: typeOf(node.getAttribute('type'), type),
        expected: expected ? valueOf(expected) : null,
        error: node.getAttribute('errorResult') === 'true',
      };
    }),
  };
}

function typeOf(text: string | null, otherwise: TckCase['type']): TckCase['type'] {
  return text === 'decision' || text === 'decisionService' || text === 'bkm' ? text : otherwise;
}

/** The value inside an element of valueType. */
function valueOf(element: Element): unknown {
  const [list] = parts(element, 'list');
  if (list) return isNil(list) ? null : parts(list, 'item').map(valueOf);
  const components = parts(element, 'component');
  if (components.length > 0) {
    return Object.fromEntries(
      components.map((part) => [part.getAttribute('name') ?? '', isNil(part) ? null : valueOf(part)]),
    );
  }
  const [value] = parts(element, 'value');
  if (!value || isNil(value)) return null;
  return simpleValue(value.getAttributeNS(XSI, 'type')?.replace(/^.*:/, '') ?? 'string', textOf(value));
}

const isNil = (element: Element): boolean => element.getAttributeNS(XSI, 'nil') === 'true';

function simpleValue(type: string, text: string): unknown {
  const read = SIMPLE[type];
  if (!read) throw new Error(`Expected a simple type, but found "${type}"`);
  return read(text) ?? new UnreadableValue(type, text);
}

/** A value beyond what our types hold. It is equal to nothing. */
export class UnreadableValue {
  constructor(
    private readonly type: string,
    private readonly text: string,
  ) {}

  toString(): string {
    return `${this.type} ${this.text}`;
  }
}

const SIMPLE: Readonly<Record<string, (text: string) => unknown>> = {
  string: (text) => text,
  boolean: (text) => (text.trim() === 'true' ? true : text.trim() === 'false' ? false : null),
  decimal: numberOf,
  double: numberOf,
  integer: numberOf,
  date: (text) => parseDate(text.trim()),
  time: (text) => parseTime(text.trim()),
  dateTime: (text) => parseDateTime(text.trim()),
  duration: (text) => parseDuration(text.trim()),
};

function numberOf(text: string): number | null {
  const number = Number(text.trim());
  return text.trim() === '' || Number.isNaN(number) ? null : number;
}

const parts = (element: Element, name: string): Element[] =>
  [...element.childNodes].filter(
    (node): node is Element => node.nodeType === 1 && node.namespaceURI === TCK && node.localName === name,
  );

const textOf = (element: Element | undefined): string => element?.textContent ?? '';
