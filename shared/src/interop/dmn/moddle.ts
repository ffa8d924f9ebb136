/**
 * dmn-moddle knows DMN 1.3. The later versions (1.4 to 1.6) keep its elements and add boxed conditionals, filters and
 * iterations, and type constraints: they are described here, in dmn-moddle's own terms, under the 1.3 namespace.
 * A file of a known version is read as 1.3 once its namespaces are.
 */
/// <reference path="./dmn-moddle.d.ts" />
import { DmnModdle, type ModdleElement, type ModdleProperty, type ModdleType } from 'dmn-moddle';

export type { ModdleElement };

const MODEL_13 = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
const DMNDI_13 = 'https://www.omg.org/spec/DMN/20191111/DMNDI/';

const SAME_AS_13: Readonly<Record<string, string>> = {
  'http://www.omg.org/spec/DMN/20180521/MODEL/': MODEL_13,
  [MODEL_13]: MODEL_13,
  'https://www.omg.org/spec/DMN/20211108/MODEL/': MODEL_13,
  'https://www.omg.org/spec/DMN/20230324/MODEL/': MODEL_13,
  'https://www.omg.org/spec/DMN/20240513/MODEL/': MODEL_13,
  'http://www.omg.org/spec/DMN/20180521/DMNDI/': DMNDI_13,
  'https://www.omg.org/spec/DMN/20211108/DMNDI/': DMNDI_13,
  'https://www.omg.org/spec/DMN/20230324/DMNDI/': DMNDI_13,
  'https://www.omg.org/spec/DMN/20240513/DMNDI/': DMNDI_13,
};

/** Namespaces of FEEL, as expression and type language. */
export const FEEL_LANGUAGES: ReadonlySet<string> = new Set([
  'http://www.omg.org/spec/DMN/20180521/FEEL/',
  'https://www.omg.org/spec/DMN/20191111/FEEL/',
  'https://www.omg.org/spec/DMN/20211108/FEEL/',
  'https://www.omg.org/spec/DMN/20230324/FEEL/',
  'https://www.omg.org/spec/DMN/20240513/FEEL/',
  'feel',
]);

const NAMESPACE = /(\sxmlns(?::[\w.-]+)?\s*=\s*)(["'])([^"']*)\2/g;

/** The text with the namespaces of every known version made those of 1.3. */
export function withNamespacesOf13(xml: string): string {
  return xml.replace(NAMESPACE, (declaration, before: string, quote: string, uri: string) => {
    const known = SAME_AS_13[uri];
    return known === undefined ? declaration : `${before}${quote}${known}${quote}`;
  });
}

const property = (name: string, type: string): ModdleProperty => ({ name, type, xml: { serialize: 'property' } });
const attribute = (name: string): ModdleProperty => ({ name, type: 'String', isAttr: true });

const LATER_TYPES: readonly ModdleType[] = [
  { name: 'ChildExpression', properties: [{ name: 'value', type: 'Expression' }, attribute('id')] },
  { name: 'TypedChildExpression', superClass: ['ChildExpression'], properties: [attribute('typeRef')] },
  {
    name: 'Conditional',
    superClass: ['Expression'],
    properties: ['if', 'then', 'else'].map((name) => property(name, 'ChildExpression')),
  },
  {
    name: 'Filter',
    superClass: ['Expression'],
    properties: [property('in', 'ChildExpression'), property('match', 'ChildExpression')],
  },
  {
    name: 'Iterator',
    isAbstract: true,
    superClass: ['Expression'],
    properties: [attribute('iteratorVariable'), property('in', 'TypedChildExpression')],
  },
  { name: 'For', superClass: ['Iterator'], properties: [property('return', 'ChildExpression')] },
  {
    name: 'Quantified',
    isAbstract: true,
    superClass: ['Iterator'],
    properties: [property('satisfies', 'ChildExpression')],
  },
  { name: 'Every', superClass: ['Quantified'] },
  { name: 'Some', superClass: ['Quantified'] },
];

/** Properties that later versions add to types of 1.3. */
const LATER_PROPERTIES: Readonly<Record<string, readonly ModdleProperty[]>> = {
  ItemDefinition: [property('typeConstraint', 'UnaryTests')],
};

export function createModdle(): DmnModdle {
  const known = new DmnModdle().getPackage('dmn');
  const types = known.types.map((type) => {
    const added = LATER_PROPERTIES[type.name];
    return added ? { ...type, properties: [...(type.properties ?? []), ...added] } : type;
  });
  return new DmnModdle({ dmn: { ...known, types: [...types, ...LATER_TYPES] } });
}

// ---------------------------------------------------------------- reading elements

/** An attribute or a child that holds text only. Texts of markup characters only are texts, too. */
export function text(element: ModdleElement, name: string): string | undefined {
  const value = element[name];
  return typeof value === 'string' ? value : undefined;
}

export function child(element: ModdleElement, name: string): ModdleElement | undefined {
  const value = element[name];
  return isElement(value) ? value : undefined;
}

export function children(element: ModdleElement, name: string): readonly ModdleElement[] {
  const value = element[name];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

export function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && typeof (value as ModdleElement).$type === 'string';
}
