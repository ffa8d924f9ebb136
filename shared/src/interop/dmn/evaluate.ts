/**
 * Evaluating a model: decisions by need, each once per run; decision services and business knowledge models as
 * functions. Nothing throws on what a model says: what goes wrong is a problem beside a null.
 *
 * Invariant: an element sees what it requires and nothing else (DMN 1.3, 6.3.7 and 10.4).
 */
import { FeelFunction, type FeelDateTime } from '../../expressions/index.ts';
import { evaluateBoxed, functionOf, typed, type BoxedContext } from './boxed.ts';
import { FeelSession } from './feel.ts';
import type { DmnOutcome, DmnProblem } from './problems.ts';
import type { DmnVariable } from './model.ts';
import type { DmnNode, DmnNodeOf, DmnProgram, DmnUnit } from './program.ts';

export type DmnValues = Readonly<Record<string, unknown>>;

/** Calls inside one another: recursion of knowledge models ends here. */
export const MAX_CALLS = 200;

export interface DmnQuestion {
  /** Of the decision, service or knowledge model. */
  readonly name: string;
  /** By name: input data, input decisions, parameters. Of an imported model: import.name. */
  readonly values: DmnValues;
  /** What `now()` and `today()` tell; without it they are problems. */
  readonly now?: FeelDateTime;
}

/** A decision. One that has a value in `values` takes it instead of its logic. */
export function evaluateDecision(program: DmnProgram, question: DmnQuestion): DmnOutcome {
  const given = givenNodes(program, question.values);
  return withNode(program, { ...question, kind: 'decision' }, (node, session) =>
    new Run(session, given).decision(node),
  );
}

/** A decision service, with its input data and input decisions. */
export function evaluateService(program: DmnProgram, question: DmnQuestion): DmnOutcome {
  const { values } = question;
  return withNode(program, { ...question, kind: 'service' }, (node, session) => new Run(session).service(node, values));
}

/** A business knowledge model, with its parameters. */
export function evaluateKnowledge(program: DmnProgram, question: DmnQuestion): DmnOutcome {
  return withNode(program, { ...question, kind: 'knowledge' }, (node, session) => {
    const { value, errors } = session.feel.call(new Run(session).knowledge(node), question.values);
    for (const detail of errors) session.problems.push({ code: 'feel', element: question.name, detail });
    return value;
  });
}

/** What all runs of one evaluation share. */
interface Session {
  readonly feel: FeelSession;
  readonly problems: DmnProblem[];
}

function withNode<K extends DmnNode['kind']>(
  program: DmnProgram,
  { name, kind, now }: DmnQuestion & { readonly kind: K },
  run: (node: DmnNodeOf<K>, session: Session) => unknown,
): DmnOutcome {
  const node = program.main.nodes.find((one): one is DmnNodeOf<K> => one.kind === kind && one.element.name === name);
  if (!node) return { value: null, problems: [{ code: 'unknownElement', element: name, detail: kind }] };
  const problems: DmnProblem[] = [];
  const value = run(node, { feel: new FeelSession(now), problems });
  return { value: value ?? null, problems };
}

function givenNodes(program: DmnProgram, values: DmnValues): ReadonlyMap<DmnNode, unknown> {
  const given = new Map<DmnNode, unknown>();
  for (const unit of program.units) {
    for (const node of unit.nodes) {
      const prefix = program.main.importName(node);
      const name = prefix === undefined ? node.element.name : `${prefix}.${node.element.name}`;
      if (Object.hasOwn(values, name)) given.set(node, values[name]);
    }
  }
  return given;
}

/** One evaluation: what was given, what was found out so far. */
class Run {
  readonly #found = new Map<DmnNode, unknown>();
  readonly #open = new Set<DmnNode>();

  constructor(
    private readonly session: Session,
    private readonly given: ReadonlyMap<DmnNode, unknown> = new Map(),
    private readonly depth = 0,
  ) {}

  decision(node: DmnNodeOf<'decision'>): unknown {
    const { element, unit } = node;
    if (this.#found.has(node)) return this.#found.get(node);
    if (this.given.has(node)) return this.given.get(node) ?? null;
    if (this.#open.has(node)) return this.#problem('circle', element.name, element.name);
    this.#open.add(node);
    const value = element.logic
      ? this.#typed(
          unit,
          element.variable,
          evaluateBoxed(element.logic, this.#scopeOf(node), this.#boxed(node)),
          element.name,
        )
      : this.#problem('noLogic', element.name, '');
    this.#open.delete(node);
    this.#found.set(node, value);
    return value;
  }

  knowledge(node: DmnNodeOf<'knowledge'>): FeelFunction {
    const { element, unit } = node;
    const { logic } = element;
    if (!logic) {
      return new FeelFunction(() => this.#problem('noLogic', element.name, ''), []);
    }
    const names = logic.parameters.map(({ name }) => name);
    return new FeelFunction((...args: unknown[]) => {
      const inner = this.#deeper(element.name);
      if (!inner) return null;
      const call = functionOf(logic, inner.#scopeOf(node), inner.#boxed(node));
      return inner.#typed(unit, element.variable, call.invoke(args), element.name);
    }, names);
  }

  service(node: DmnNodeOf<'service'>, values: DmnValues): unknown {
    const { element, unit } = node;
    const given = new Map<DmnNode, unknown>();
    for (const parameter of this.#parametersOf(node)) {
      const { name } = parameter.element;
      given.set(parameter, this.#typed(unit, parameter.element.variable, values[name] ?? null, element.name));
    }
    const inner = this.#deeper(element.name, given);
    if (!inner) return null;
    const results = element.outputs.flatMap((reference) => {
      const output = unit.find(reference);
      if (output?.kind === 'decision') return [[output.element.variable.name, inner.decision(output)] as const];
      this.#problem('unknownReference', element.name, reference);
      return [];
    });
    const [only] = results;
    const value = results.length === 1 && only ? only[1] : Object.fromEntries(results);
    return this.#typed(unit, element.variable, value, element.name);
  }

  #serviceFunction(node: DmnNodeOf<'service'>): FeelFunction {
    const names = this.#parametersOf(node).map(({ element }) => element.name);
    return new FeelFunction(
      (...args: unknown[]) => this.service(node, Object.fromEntries(names.map((name, at) => [name, args[at]]))),
      names,
    );
  }

  /** Input data, then input decisions: the parameters of a service in their order (DMN 1.3, 10.4). */
  #parametersOf({ element, unit }: DmnNodeOf<'service'>): readonly DmnNodeOf<'input' | 'decision'>[] {
    return [...element.inputData, ...element.inputDecisions].flatMap((reference) => {
      const node = unit.find(reference);
      if (node && (node.kind === 'input' || node.kind === 'decision')) return [node];
      this.#problem('unknownReference', element.name, reference);
      return [];
    });
  }

  #input(node: DmnNodeOf<'input'>): unknown {
    if (this.#found.has(node)) return this.#found.get(node);
    const value = this.#typed(node.unit, node.element.variable, this.given.get(node) ?? null, node.element.name);
    this.#found.set(node, value);
    return value;
  }

  /** What an element requires, by name; what comes from another model stands in a context of the import's name. */
  #scopeOf(node: DmnNodeOf<'decision' | 'knowledge'>): Record<string, unknown> {
    const scope: Record<string, unknown> = {};
    const { element, unit } = node;
    const references =
      node.kind === 'decision'
        ? [...node.element.inputs, ...node.element.decisions, ...node.element.knowledge]
        : node.element.knowledge;
    for (const reference of references) {
      const needed = unit.find(reference);
      if (!needed) {
        this.#problem('unknownReference', element.name, reference);
        continue;
      }
      const prefix = unit.importName(needed);
      const name = needed.element.variable.name;
      if (prefix === undefined) scope[name] = this.#valueOf(needed);
      else scope[prefix] = { ...(scope[prefix] as object | undefined), [name]: this.#valueOf(needed) };
    }
    return scope;
  }

  #valueOf(node: DmnNode): unknown {
    switch (node.kind) {
      case 'input':
        return this.#input(node);
      case 'decision':
        return this.decision(node);
      case 'knowledge':
        return this.knowledge(node);
      case 'service':
        return this.#serviceFunction(node);
    }
  }

  #boxed({ element, unit }: DmnNode): BoxedContext {
    return this.#context(unit, element.name);
  }

  #context({ types }: DmnUnit, element: string): BoxedContext {
    const { feel } = this.session;
    return { types, feel, problem: (code, detail) => this.#problem(code, element, detail) };
  }

  #typed(unit: DmnUnit, variable: DmnVariable, value: unknown, element: string): unknown {
    return typed(value, variable, this.#context(unit, element));
  }

  #deeper(element: string, given = this.given): Run | null {
    if (this.depth < MAX_CALLS) return new Run(this.session, given, this.depth + 1);
    return this.#problem('tooDeep', element, String(MAX_CALLS));
  }

  #problem(code: DmnProblem['code'], element: string, detail: string): null {
    this.session.problems.push({ code, element, detail });
    return null;
  }
}
