/**
 * Functions as values. A function that a text defines pays from the budget of whoever calls it; one that comes from
 * outside is called as it is. Parameters that are not given are null.
 */
import { Budget } from './budget.ts';
import { admit, FeelFunction, FeelRange } from './values.ts';
import { within } from './compare.ts';

type Body = (args: readonly unknown[], budget: Budget) => unknown;

class DefinedFunction extends FeelFunction {
  readonly #body: Body;
  constructor(body: Body, parameters: string[]) {
    super((...args: unknown[]) => body(args, new Budget()), parameters);
    this.#body = body;
  }

  call(args: readonly unknown[], budget: Budget): unknown {
    return this.#body(args, budget);
  }
}

export const defineFunction = (body: Body, parameters: readonly string[]): FeelFunction =>
  new DefinedFunction(body, [...parameters]);

/** The same function, paid for from this budget wherever it is called. */
export function bound(fn: FeelFunction, budget: Budget): FeelFunction {
  return fn instanceof DefinedFunction
    ? new FeelFunction((...args: unknown[]) => fn.call(args, budget), fn.parameterNames)
    : fn;
}

const isVariadic = (fn: FeelFunction): boolean => fn.parameterNames.at(-1)?.startsWith('...') === true;

export function callFunction(target: unknown, args: readonly unknown[], budget: Budget): unknown {
  budget.spend(1);
  if (target instanceof FeelRange) {
    return args.length > 1 ? budget.fault('argumentCount') : budget.valued(within(target, args[0]), 'argumentType');
  }
  if (!(target instanceof FeelFunction)) return budget.fault('notAFunction');
  if (args.length > target.parameterNames.length && !isVariadic(target)) return budget.fault('argumentCount');
  return admit(target instanceof DefinedFunction ? target.call(args, budget) : target.fn(...args));
}

/** Arguments by name, in the order of the parameters; null when there is no parameter of a name. */
export function arrange(
  parameters: readonly string[],
  named: readonly { readonly name: string; readonly value: unknown }[],
): readonly unknown[] | null {
  const plain = parameters.map((name) => name.replace(/^\.\.\./, ''));
  if (named.some(({ name }) => !plain.includes(name))) return null;
  return plain.flatMap((name, index) => {
    const given = named.filter((one) => one.name === name).at(-1)?.value;
    if (!parameters[index]?.startsWith('...')) return [given];
    if (Array.isArray(given)) return given as unknown[];
    return given === undefined || given === null ? [] : [given];
  });
}
