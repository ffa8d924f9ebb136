/** `instance of`: types by name, lists and contexts by what they hold. A type that is not known has no instances. */
import type { TypeName } from './ast.ts';
import type { Budget } from './budget.ts';
import { FeelDuration, isContext, isList, isNil, kindOf, type Kind } from './values.ts';

type TypeTest = (value: unknown, budget: Budget) => boolean;

const KINDS: Readonly<Record<string, Kind>> = {
  Null: 'null',
  number: 'number',
  string: 'string',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date and time': 'date time',
  duration: 'duration',
  context: 'context',
  list: 'list',
  range: 'range',
  function: 'function',
};
const DURATIONS: Readonly<Record<string, boolean>> = {
  'years and months duration': true,
  'days and time duration': false,
};

export const isTypeName = (name: string): boolean =>
  name === 'Any' || Object.hasOwn(KINDS, name) || Object.hasOwn(DURATIONS, name);

export function typeTest(type: TypeName): TypeTest {
  switch (type.type) {
    case 'named':
      return namedTest(type.name);
    case 'list': {
      const element = typeTest(type.of);
      return (value, budget) => {
        if (!isList(value)) return false;
        budget.spend(1 + value.length);
        return value.every((one) => element(one, budget));
      };
    }
    case 'context': {
      const entries = type.entries.map(({ name, of }) => ({ name, test: typeTest(of) }));
      return (value, budget) =>
        isContext(value) && entries.every(({ name, test }) => Object.hasOwn(value, name) && test(value[name], budget));
    }
    case 'function':
      return (value) => kindOf(value) === 'function';
  }
}

function namedTest(name: string): TypeTest {
  if (name === 'Any') return (value) => !isNil(value);
  if (Object.hasOwn(DURATIONS, name)) {
    return (value) => value instanceof FeelDuration && value.yearsMonths === DURATIONS[name];
  }
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  return (value) => kind !== undefined && kindOf(value) === kind;
}
