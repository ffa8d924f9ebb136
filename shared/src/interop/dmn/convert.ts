/** From XML to the plain model. Depth is bounded by the reader, so recursion is. */
import type {
  DmnContext,
  DmnDecision,
  DmnExpression,
  DmnFunction,
  DmnKnowledge,
  DmnModel,
  DmnService,
  DmnTable,
  DmnType,
  DmnVariable,
} from './model.ts';
import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml.ts';

export function modelOf(definitions: XmlElement): DmnModel {
  return {
    name: nameOf(definitions),
    namespace: attr(definitions, 'namespace') ?? '',
    imports: children(definitions, 'import').map((element) => ({
      name: nameOf(element),
      namespace: attr(element, 'namespace') ?? '',
    })),
    types: children(definitions, 'itemDefinition').map(typeOf),
    inputs: children(definitions, 'inputData').map((element) => ({ ...named(element), variable: variableOf(element) })),
    decisions: children(definitions, 'decision').map(decisionOf),
    knowledge: children(definitions, 'businessKnowledgeModel').map(knowledgeOf),
    services: children(definitions, 'decisionService').map(serviceOf),
    others: definitions.children
      .filter(({ name }) => !KEPT.has(name))
      .map((element) => ({ kind: element.name, name: nameOf(element) })),
  };
}

/** What stands in a model. `extensionElements` are another tool's. */
const KEPT: ReadonlySet<string> = new Set(
  [
    'description',
    'extensionElements',
    'import',
    'itemDefinition',
    'inputData',
    'decision',
    'businessKnowledgeModel',
    'decisionService',
  ].map((name) => `dmn:${name}`),
);

const attr = attributeOf;
const child = (element: XmlElement, name: string): XmlElement | undefined => childOf(element, `dmn:${name}`);
const children = (element: XmlElement, name: string): readonly XmlElement[] => childrenOf(element, `dmn:${name}`);

/** Text of a child element: `<text>`, `<description>`. */
const textOf = (element: XmlElement | undefined, name = 'text'): string | undefined =>
  element && child(element, name)?.text;

const nameOf = (element: XmlElement): string => attr(element, 'name') ?? '';
const named = (element: XmlElement) => ({ id: attr(element, 'id'), name: nameOf(element) });
const refOf = (element: XmlElement): string | undefined => attr(element, 'tongban:ref');

/** The variable of an element has the element's name (and in old files none of its own). */
function variableOf(element: XmlElement): DmnVariable {
  const variable = child(element, 'variable');
  return { name: (variable && attr(variable, 'name')) ?? nameOf(element), type: typeRef(variable) };
}

/** Name and type of an information item: a parameter, a column. */
const itemOf = (element: XmlElement): DmnVariable => ({ name: nameOf(element), type: typeRef(element) });

/** Names of FEEL's own types may bear its prefix. */
const plainType = (name: string | undefined): string | undefined => name?.trim().replace(/^feel[:.]/, '');

const typeRef = (element: XmlElement | undefined): string | undefined => element && plainType(attr(element, 'typeRef'));

/** Percent-encoded; what is not stays as it is. */
function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

const hrefs = (element: XmlElement, name: string): readonly string[] =>
  children(element, name).flatMap((reference) => attr(reference, 'href') ?? []);

/** References inside requirements: a requirement holds one of several. */
const required = (element: XmlElement, requirement: string, name: string): readonly string[] =>
  children(element, requirement).flatMap((one) => hrefs(one, name));

function typeOf(element: XmlElement): DmnType {
  const fn = child(element, 'functionItem');
  return {
    name: nameOf(element),
    base: plainType(textOf(element, 'typeRef')),
    isCollection: attr(element, 'isCollection') === 'true',
    parts: children(element, 'itemComponent').map(typeOf),
    fn: fn && {
      parameters: children(fn, 'parameters').map(itemOf),
      result: plainType(attr(fn, 'outputTypeRef')),
    },
    allowed: textOf(child(element, 'allowedValues')),
    constraint: textOf(child(element, 'typeConstraint')),
  };
}

function decisionOf(element: XmlElement): DmnDecision {
  return {
    ...named(element),
    ref: refOf(element),
    description: textOf(element, 'description'),
    variable: variableOf(element),
    decisions: required(element, 'informationRequirement', 'requiredDecision'),
    inputs: required(element, 'informationRequirement', 'requiredInput'),
    knowledge: required(element, 'knowledgeRequirement', 'requiredKnowledge'),
    logic: heldBy(element),
  };
}

function knowledgeOf(element: XmlElement): DmnKnowledge {
  const logic = child(element, 'encapsulatedLogic');
  return {
    ...named(element),
    variable: variableOf(element),
    knowledge: required(element, 'knowledgeRequirement', 'requiredKnowledge'),
    logic: logic && functionOf(logic),
  };
}

function serviceOf(element: XmlElement): DmnService {
  return {
    ...named(element),
    variable: variableOf(element),
    outputs: hrefs(element, 'outputDecision'),
    encapsulated: hrefs(element, 'encapsulatedDecision'),
    inputDecisions: hrefs(element, 'inputDecision'),
    inputData: hrefs(element, 'inputData'),
  };
}

// ---------------------------------------------------------------- expressions

/** The first expression among the children: DMN lets an element hold one at most, whatever it is called there. */
const heldBy = (element: XmlElement | undefined): DmnExpression | undefined => {
  for (const one of element?.children ?? []) {
    const expression = expressionOf(one);
    if (expression) return expression;
  }
  return undefined;
};

function expressionOf(element: XmlElement): DmnExpression | undefined {
  const type = typeRef(element);
  switch (element.name) {
    case 'dmn:literalExpression':
      return {
        kind: 'literal',
        type,
        text: textOf(element) ?? '',
        language: attr(element, 'expressionLanguage'),
      };
    case 'dmn:context':
      return contextOf(element);
    case 'dmn:invocation':
      return {
        kind: 'invocation',
        type,
        called: heldBy(element),
        bindings: children(element, 'binding').map((binding) => {
          const parameter = child(binding, 'parameter');
          return {
            name: parameter ? nameOf(parameter) : '',
            value: heldBy(binding),
          };
        }),
      };
    case 'dmn:functionDefinition':
      return functionOf(element);
    case 'dmn:list':
      return { kind: 'list', type, elements: elementsOf(element) };
    case 'dmn:relation':
      return {
        kind: 'relation',
        type,
        columns: children(element, 'column').map(itemOf),
        rows: children(element, 'row').map(elementsOf),
      };
    case 'dmn:decisionTable':
      return tableOf(element);
    case 'dmn:conditional':
      return {
        kind: 'conditional',
        type,
        if: held(element, 'if'),
        then: held(element, 'then'),
        else: held(element, 'else'),
      };
    case 'dmn:filter':
      return { kind: 'filter', type, in: held(element, 'in'), match: held(element, 'match') };
    case 'dmn:for':
    case 'dmn:every':
    case 'dmn:some':
      return {
        kind: element.name === 'dmn:for' ? 'for' : element.name === 'dmn:every' ? 'every' : 'some',
        type,
        variable: { name: attr(element, 'iteratorVariable') ?? '', type: typeRef(child(element, 'in')) },
        in: held(element, 'in'),
        body: held(element, element.name === 'dmn:for' ? 'return' : 'satisfies'),
      };
    default:
      return undefined;
  }
}

/** The expression inside a child expression. */
const held = (element: XmlElement, name: string): DmnExpression | undefined => heldBy(child(element, name));

const elementsOf = (element: XmlElement): readonly DmnExpression[] =>
  element.children.flatMap((one) => expressionOf(one) ?? []);

function contextOf(element: XmlElement): DmnContext {
  return {
    kind: 'context',
    type: typeRef(element),
    entries: children(element, 'contextEntry').map((entry) => {
      const variable = child(entry, 'variable');
      return { variable: variable && itemOf(variable), value: heldBy(entry) };
    }),
  };
}

function functionOf(element: XmlElement): DmnFunction {
  const language = attr(element, 'kind');
  return {
    kind: 'function',
    type: typeRef(element),
    parameters: children(element, 'formalParameter').map(itemOf),
    language: language === 'Java' || language === 'PMML' ? language : 'FEEL',
    body: heldBy(element),
  };
}

function tableOf(element: XmlElement): DmnTable {
  return {
    kind: 'table',
    id: attr(element, 'id'),
    type: typeRef(element),
    hitPolicy: attr(element, 'hitPolicy') ?? 'UNIQUE',
    aggregation: attr(element, 'aggregation'),
    inputs: children(element, 'input').map((input) => {
      const expression = child(input, 'inputExpression');
      return {
        id: attr(input, 'id'),
        ref: refOf(input),
        label: attr(input, 'label'),
        text: textOf(expression) ?? '',
        type: typeRef(expression),
        allowed: textOf(child(input, 'inputValues')),
      };
    }),
    outputs: children(element, 'output').map((output) => {
      const fallback = child(output, 'defaultOutputEntry');
      return {
        id: attr(output, 'id'),
        ref: refOf(output),
        field: attr(output, 'tongban:field'),
        valueRefs: attr(output, 'tongban:values')?.split(' ').map(decoded) ?? [],
        label: attr(output, 'label'),
        name: attr(output, 'name'),
        type: typeRef(output),
        values: textOf(child(output, 'outputValues')),
        fallback: textOf(fallback),
      };
    }),
    annotations: children(element, 'annotation').map((annotation) => ({
      name: nameOf(annotation),
      ref: refOf(annotation),
    })),
    rules: children(element, 'rule').map((rule) => ({
      id: attr(rule, 'id'),
      ref: refOf(rule),
      description: textOf(rule, 'description'),
      tests: children(rule, 'inputEntry').map((entry) => textOf(entry) ?? ''),
      entries: children(rule, 'outputEntry').map((entry) => textOf(entry) ?? ''),
      annotations: children(rule, 'annotationEntry').map((entry) => textOf(entry) ?? ''),
    })),
  };
}
