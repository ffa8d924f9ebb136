/** From parsed elements to the plain model. Depth is bounded by the reader, so recursion is. */
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
import { child, children, text, type ModdleElement } from './moddle.ts';

export function modelOf(definitions: ModdleElement): DmnModel {
  const elements = children(definitions, 'drgElement');
  const ofType = (type: string): readonly ModdleElement[] => elements.filter(({ $type }) => $type === type);
  return {
    name: text(definitions, 'name') ?? '',
    namespace: text(definitions, 'namespace') ?? '',
    imports: children(definitions, 'import').map((element) => ({
      name: nameOf(element),
      namespace: text(element, 'namespace') ?? '',
    })),
    types: children(definitions, 'itemDefinition').map(typeOf),
    inputs: ofType('dmn:InputData').map((element) => ({ ...named(element), variable: variableOf(element) })),
    decisions: ofType('dmn:Decision').map(decisionOf),
    knowledge: ofType('dmn:BusinessKnowledgeModel').map(knowledgeOf),
    services: ofType('dmn:DecisionService').map(serviceOf),
  };
}

const nameOf = (element: ModdleElement): string => text(element, 'name') ?? '';
const named = (element: ModdleElement) => ({ id: text(element, 'id'), name: nameOf(element) });

/** The variable of an element has the element's name (and in old files none of its own). */
function variableOf(element: ModdleElement): DmnVariable {
  const variable = child(element, 'variable');
  return {
    name: (variable && text(variable, 'name')) ?? nameOf(element),
    type: typeRef(variable),
  };
}

/** Name and type of an information item: a parameter, a column. */
const itemOf = (element: ModdleElement): DmnVariable => ({ name: nameOf(element), type: typeRef(element) });

const typeRef = (element: ModdleElement | undefined): string | undefined => {
  const ref = element && text(element, 'typeRef');
  return ref?.trim().replace(/^feel[:.]/, '');
};

const hrefs = (element: ModdleElement, property: string): readonly string[] =>
  children(element, property).flatMap((reference) => text(reference, 'href') ?? []);

/** References inside requirements: a requirement holds one of several. */
const required = (element: ModdleElement, requirement: string, property: string): readonly string[] =>
  children(element, requirement).flatMap((one) => {
    const reference = child(one, property);
    return (reference && text(reference, 'href')) ?? [];
  });

function typeOf(element: ModdleElement): DmnType {
  const fn = child(element, 'functionItem');
  return {
    name: nameOf(element),
    base: text(element, 'typeRef')
      ?.trim()
      .replace(/^feel[:.]/, ''),
    isCollection: element['isCollection'] === true,
    parts: children(element, 'itemComponent').map(typeOf),
    fn: fn && {
      parameters: children(fn, 'parameters').map(itemOf),
      result: text(fn, 'outputTypeRef'),
    },
    allowed: testsOf(child(element, 'allowedValues')),
    constraint: testsOf(child(element, 'typeConstraint')),
  };
}

const testsOf = (element: ModdleElement | undefined): string | undefined => element && text(element, 'text');

function decisionOf(element: ModdleElement): DmnDecision {
  return {
    ...named(element),
    variable: variableOf(element),
    decisions: required(element, 'informationRequirement', 'requiredDecision'),
    inputs: required(element, 'informationRequirement', 'requiredInput'),
    knowledge: required(element, 'knowledgeRequirement', 'requiredKnowledge'),
    logic: expressionOf(child(element, 'decisionLogic')),
  };
}

function knowledgeOf(element: ModdleElement): DmnKnowledge {
  const logic = child(element, 'encapsulatedLogic');
  return {
    ...named(element),
    variable: variableOf(element),
    knowledge: required(element, 'knowledgeRequirement', 'requiredKnowledge'),
    logic: logic && functionOf(logic),
  };
}

function serviceOf(element: ModdleElement): DmnService {
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

function expressionOf(element: ModdleElement | undefined): DmnExpression | undefined {
  if (!element) return undefined;
  const type = typeRef(element);
  switch (element.$type) {
    case 'dmn:LiteralExpression':
      return {
        kind: 'literal',
        type,
        text: text(element, 'text') ?? '',
        language: text(element, 'expressionLanguage'),
      };
    case 'dmn:Context':
      return contextOf(element);
    case 'dmn:Invocation':
      return {
        kind: 'invocation',
        type,
        called: expressionOf(child(element, 'calledFunction')),
        bindings: children(element, 'binding').map((binding) => {
          const parameter = child(binding, 'parameter');
          return {
            name: parameter ? nameOf(parameter) : '',
            value: expressionOf(child(binding, 'bindingFormula')),
          };
        }),
      };
    case 'dmn:FunctionDefinition':
      return functionOf(element);
    case 'dmn:List':
      return { kind: 'list', type, elements: elementsOf(element) };
    case 'dmn:Relation':
      return {
        kind: 'relation',
        type,
        columns: children(element, 'column').map(itemOf),
        rows: children(element, 'row').map(elementsOf),
      };
    case 'dmn:DecisionTable':
      return tableOf(element);
    case 'dmn:Conditional':
      return {
        kind: 'conditional',
        type,
        if: held(element, 'if'),
        then: held(element, 'then'),
        else: held(element, 'else'),
      };
    case 'dmn:Filter':
      return { kind: 'filter', type, in: held(element, 'in'), match: held(element, 'match') };
    case 'dmn:For':
    case 'dmn:Every':
    case 'dmn:Some':
      return {
        kind: element.$type === 'dmn:For' ? 'for' : element.$type === 'dmn:Every' ? 'every' : 'some',
        type,
        variable: { name: text(element, 'iteratorVariable') ?? '', type: typeRef(child(element, 'in')) },
        in: held(element, 'in'),
        body: held(element, element.$type === 'dmn:For' ? 'return' : 'satisfies'),
      };
    default:
      return undefined;
  }
}

/** The expression inside a child expression. */
const held = (element: ModdleElement, property: string): DmnExpression | undefined => {
  const holder = child(element, property);
  return holder && expressionOf(child(holder, 'value'));
};

const elementsOf = (element: ModdleElement): readonly DmnExpression[] =>
  children(element, 'elements').flatMap((one) => expressionOf(one) ?? []);

function contextOf(element: ModdleElement): DmnContext {
  return {
    kind: 'context',
    type: typeRef(element),
    entries: children(element, 'contextEntry').map((entry) => {
      const variable = child(entry, 'variable');
      return { variable: variable && itemOf(variable), value: expressionOf(child(entry, 'value')) };
    }),
  };
}

function functionOf(element: ModdleElement): DmnFunction {
  const language = text(element, 'kind');
  return {
    kind: 'function',
    type: typeRef(element),
    parameters: children(element, 'formalParameter').map(itemOf),
    language: language === 'Java' || language === 'PMML' ? language : 'FEEL',
    body: expressionOf(child(element, 'body')),
  };
}

function tableOf(element: ModdleElement): DmnTable {
  return {
    kind: 'table',
    id: text(element, 'id'),
    type: typeRef(element),
    hitPolicy: text(element, 'hitPolicy') ?? 'UNIQUE',
    aggregation: text(element, 'aggregation'),
    inputs: children(element, 'input').map((input) => {
      const expression = child(input, 'inputExpression');
      return {
        id: text(input, 'id'),
        label: text(input, 'label'),
        text: (expression && text(expression, 'text')) ?? '',
        type: typeRef(expression),
        allowed: testsOf(child(input, 'inputValues')),
      };
    }),
    outputs: children(element, 'output').map((output) => {
      const fallback = child(output, 'defaultOutputEntry');
      return {
        id: text(output, 'id'),
        label: text(output, 'label'),
        name: text(output, 'name'),
        type: typeRef(output),
        values: testsOf(child(output, 'outputValues')),
        fallback: fallback && text(fallback, 'text'),
      };
    }),
    annotations: children(element, 'annotation').map(nameOf),
    rules: children(element, 'rule').map((rule) => ({
      id: text(rule, 'id'),
      description: text(rule, 'description'),
      tests: children(rule, 'inputEntry').map((entry) => text(entry, 'text') ?? ''),
      entries: children(rule, 'outputEntry').map((entry) => text(entry, 'text') ?? ''),
      annotations: children(rule, 'annotationEntry').map((entry) => text(entry, 'text') ?? ''),
    })),
  };
}
