/**
 * A model with what it imports, ready to be evaluated: elements by reference and by name. References that lead nowhere
 * are met when they are used.
 */
import type { DmnDecision, DmnInput, DmnKnowledge, DmnModel, DmnService } from './model.ts';
import { typesOf, type TypeLookup } from './types.ts';

export type DmnNode =
  | { readonly kind: 'input'; readonly element: DmnInput; readonly unit: DmnUnit }
  | { readonly kind: 'decision'; readonly element: DmnDecision; readonly unit: DmnUnit }
  | { readonly kind: 'knowledge'; readonly element: DmnKnowledge; readonly unit: DmnUnit }
  | { readonly kind: 'service'; readonly element: DmnService; readonly unit: DmnUnit };
export type DmnNodeOf<K extends DmnNode['kind']> = Extract<DmnNode, { kind: K }>;

/** One model of a program. */
export interface DmnUnit {
  readonly model: DmnModel;
  readonly types: TypeLookup;
  readonly nodes: readonly DmnNode[];
  /** A node of this model by its id. */
  node(id: string): DmnNode | undefined;
  /** The node that a reference in this model means. */
  find(reference: string): DmnNode | undefined;
  /** The import under which this model knows a node of another; undefined for its own. */
  importName(node: DmnNode): string | undefined;
}

export interface DmnProgram {
  readonly main: DmnUnit;
  /** All models, the main one first. */
  readonly units: readonly DmnUnit[];
}

/** `others`: the models that may be imported, in any order. The first of a namespace counts. */
export function linkModels(main: DmnModel, others: readonly DmnModel[] = []): DmnProgram {
  const units = new Map<string, DmnUnit>();
  const unitOf = (model: DmnModel): DmnUnit => {
    const unit = createUnit(model, (namespace) => units.get(namespace));
    if (!units.has(model.namespace)) units.set(model.namespace, unit);
    return unit;
  };
  const first = unitOf(main);
  return { main: first, units: [first, ...others.map(unitOf)] };
}

function createUnit(model: DmnModel, byNamespace: (namespace: string) => DmnUnit | undefined): DmnUnit {
  const imported: TypeLookup = (name) => {
    for (const { name: prefix, namespace } of model.imports) {
      if (name.startsWith(`${prefix}.`)) return byNamespace(namespace)?.types(name.slice(prefix.length + 1));
    }
    return undefined;
  };
  const nodes: DmnNode[] = [];
  const byId = new Map<string, DmnNode>();
  const unit: DmnUnit = {
    model,
    nodes,
    node: (id) => byId.get(id),
    types: typesOf(model.types, imported),
    find(reference) {
      const at = reference.lastIndexOf('#');
      const namespace = reference.slice(0, Math.max(0, at));
      const id = reference.slice(at + 1);
      const owner = namespace === '' || namespace === model.namespace ? unit : byNamespace(namespace);
      return owner?.node(id);
    },
    importName: (node) =>
      node.unit === unit
        ? undefined
        : model.imports.find(({ namespace }) => namespace === node.unit.model.namespace)?.name,
  };
  nodes.push(
    ...model.inputs.map((element) => ({ kind: 'input' as const, element, unit })),
    ...model.decisions.map((element) => ({ kind: 'decision' as const, element, unit })),
    ...model.knowledge.map((element) => ({ kind: 'knowledge' as const, element, unit })),
    ...model.services.map((element) => ({ kind: 'service' as const, element, unit })),
  );
  for (const node of nodes) if (node.element.id !== undefined) byId.set(node.element.id, node);
  return unit;
}
