/**
 * FEEL as models use it: every text with the names that are in sight, which may hold spaces; what goes wrong is noted
 * beside a null. One session serves one evaluation of a model: its texts are compiled once, its work has one bound.
 */
import {
  compileFeel,
  type CompiledFeel,
  type FeelDateTime,
  type FeelFault,
  type FeelFunction,
  type FeelType,
  type FeelTypes,
} from '../../expressions/index.ts';

/** Names and their values: FEEL's values, see expressions/values.ts. */
export type Scope = Readonly<Record<string, unknown>>;

export interface Evaluated {
  readonly value: unknown;
  /** What went wrong; FEEL's value beside an error is null. */
  readonly errors: readonly string[];
}

/** Of one text: what fails in a loop fails often. */
const MOST_ERRORS = 20;

type Mode = 'expression' | 'unaryTests';

export class FeelSession {
  readonly #compiled = new Map<string, { readonly names: string; readonly feel: CompiledFeel }>();

  /** `now`: what `now()` and `today()` tell; without it they are errors. */
  constructor(private readonly now?: FeelDateTime) {}

  evaluate(text: string, scope: Scope): Evaluated {
    return this.#run(text, scope, 'expression');
  }

  /** Unary tests over `?`; the value is true or false. */
  test(text: string, value: unknown, scope: Scope): Evaluated {
    return this.#run(text, { ...scope, '?': value }, 'unaryTests');
  }

  /** Calls a function with arguments by name. */
  call(fn: FeelFunction, args: Readonly<Record<string, unknown>>): Evaluated {
    const names = Object.keys(args);
    const text = `fn(${names.map((_, at) => `a${at}`).join(', ')})`;
    const ordered = fn.parameterNames.map((name) => args[name] ?? null);
    return this.evaluate(text, { fn, ...Object.fromEntries(ordered.map((value, at) => [`a${at}`, value])) });
  }

  #run(text: string, scope: Scope, mode: Mode): Evaluated {
    const feel = this.#compile(text, scope, mode);
    if (!feel.ok) return { value: null, errors: feel.problems.map(({ code, from }) => `${code} at ${from}`) };
    const errors: string[] = [];
    const onFault = ({ code, subject }: FeelFault): void => {
      if (errors.length < MOST_ERRORS) errors.push(subject === '' ? code : `${code} ${subject}`);
    };
    const result = feel.evaluate(scope, { onFault, ...(this.now ? { now: this.now } : {}) });
    return result.ok ? { value: result.value, errors } : { value: null, errors: [...errors, result.code] };
  }

  #compile(text: string, scope: Scope, mode: Mode): CompiledFeel {
    const types = namesOf(scope);
    const names = JSON.stringify(types);
    const key = `${mode} ${text}`;
    const known = this.#compiled.get(key);
    if (known?.names === names) return known.feel;
    const feel = compileFeel(text, { names: types, mode });
    this.#compiled.set(key, { names, feel });
    return feel;
  }
}

/** Elements of a list that are looked at for the names of their entries. */
const LOOKED_AT = 20;
/** Contexts inside one another in which names are looked for. */
const DEEPEST = 20;

function namesOf(scope: Scope, depth = 0): FeelTypes {
  return Object.fromEntries(Object.entries(scope).map(([name, value]) => [name, typeOf(value, depth + 1)]));
}

/** The type as far as a parser needs it: which names stand behind a name. */
function typeOf(value: unknown, depth: number): FeelType {
  if (depth > DEEPEST) return 'any';
  if (isContext(value)) return { kind: 'context', entries: namesOf(value, depth) };
  if (!Array.isArray(value)) return 'any';
  const elements = value.slice(0, LOOKED_AT).filter(isContext);
  return elements.length === 0
    ? 'any'
    : { kind: 'list', of: { kind: 'context', entries: namesOf(Object.assign({}, ...elements) as Scope, depth) } };
}

export function isContext(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
