/**
 * A built-in function: its signature, which the checker reads, and what it does. Arguments are converted as FEEL says
 * (DMN 1.5, 10.3.2.9.4): a value where a list is wanted is a list of one, a list of one where a value is wanted is that
 * value. Arguments that do not fit give null.
 */
import type { Budget } from '../budget.ts';
import type { FeelType } from '../types.ts';
import { FeelDate, FeelDateTime, FeelTime, isList, kindOf, type Kind } from '../values.ts';

/** `any` takes everything; the rest are kinds of values. */
export type ParameterKind = 'any' | Exclude<Kind, 'null' | 'foreign' | 'test'>;

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** May be left out, or null. */
  readonly optional: boolean;
}

export interface Builtin {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** The last parameter may be given any number of times. */
  readonly variadic: boolean;
  readonly result: FeelType;
  /** Arguments in order; a parameter that is left out is undefined. */
  readonly call: (args: readonly unknown[], budget: Budget) => unknown;
}

/** `name: kind`, `name?: kind` for what may be left out, `...name: kind` for any number of them. */
type Signature = readonly string[];

type Body = (args: readonly never[], budget: Budget) => unknown;

interface Definition<Args extends readonly unknown[]> {
  readonly takes: Signature;
  readonly gives: FeelType;
  /** null without a fault: arguments were not what they have to be. */
  readonly does: (args: Args, budget: Budget) => unknown;
  /** null is among its results. */
  readonly mayBeNull?: true;
}

/** A function of a fixed number of values. `does` gets them converted; null for a missing optional is as it was given. */
export function builtin<Args extends readonly unknown[]>(name: string, definition: Definition<Args>): Builtin {
  const parameters = definition.takes.map(parameter);
  const does = definition.does as unknown as Body;
  return {
    name,
    parameters,
    variadic: false,
    result: definition.gives,
    call: (args, budget) => {
      const converted: unknown[] = [];
      for (let i = 0; i < parameters.length; i += 1) {
        const value = convert(args[i], parameters[i] as Parameter);
        if (value === MISFIT) return budget.fault('argumentType', name);
        converted.push(value);
      }
      const value = does(converted as never[], budget);
      return definition.mayBeNull ? value : budget.valued(value, 'argumentType', name);
    },
  };
}

/** A function over a list, which may also be given as the arguments themselves. */
export function listBuiltin<Element>(
  name: string,
  kind: ParameterKind,
  definition: {
    readonly gives: FeelType;
    readonly takes?: string;
    readonly does: (list: readonly Element[], budget: Budget) => unknown;
  },
): Builtin {
  const element: Parameter = { name: definition.takes ?? 'list', kind, optional: kind === 'any' };
  return {
    name,
    parameters: [element],
    variadic: true,
    result: definition.gives,
    call: (args, budget) => {
      if (args.length === 0) return budget.fault('argumentCount', name);
      const [first] = args;
      const list = args.length === 1 && isList(first) ? first : args;
      budget.spend(1 + list.length);
      const converted: unknown[] = [];
      for (const value of list) {
        const one = convert(value, element);
        if (one === MISFIT) return budget.fault('argumentType', name);
        converted.push(one);
      }
      return definition.does(converted as Element[], budget);
    },
  };
}

function parameter(written: string): Parameter {
  const [name = '', kind = 'any'] = written.split(': ');
  return { name: name.replace('?', ''), kind: kind as ParameterKind, optional: name.endsWith('?') };
}

const MISFIT = Symbol('misfit');

function convert(given: unknown, { kind, optional }: Parameter): unknown {
  if (kind === 'list') {
    if (isList(given)) return given;
    if (given === undefined && optional) return given;
    return given === undefined || given === null ? MISFIT : [given];
  }
  if (given === undefined) return optional ? given : MISFIT;
  if (kind === 'any') return given;
  const value = isList(given) && given.length === 1 ? given[0] : given;
  if (value === null || value === undefined) return optional ? value : MISFIT;
  const found = kindOf(value);
  return found === kind ? value : cast(value, kind);
}

/** A date and time where one of its halves is wanted, and a date where it starts a day. */
function cast(value: unknown, kind: ParameterKind): unknown {
  if (value instanceof FeelDate && kind === 'date time') return new FeelDateTime(value.unwrap().toPlainDateTime());
  if (!(value instanceof FeelDateTime)) return MISFIT;
  if (kind === 'date') return new FeelDate(value.unwrap().toPlainDate());
  return kind === 'time' ? new FeelTime(value.unwrap().toPlainTime(), value.zone) : MISFIT;
}
