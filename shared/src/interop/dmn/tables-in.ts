/**
 * A model's decisions as tables of a document. What does not become a table is named, never dropped in silence.
 * A decision that is one expression becomes a table of one rule without inputs.
 */
import { orderBetween } from '../../document/order.ts';
import {
  decisionTableSchema,
  isIrrelevant,
  type DecisionTable,
  type TableInputSource,
  type TableValueKind,
} from '../../decisions/index.ts';
import { fieldToFeel, readsOfFeel } from '../../expressions/index.ts';
import { splitTests } from './split.ts';
import type { DmnDecision, DmnLiteral, DmnModel, DmnTable, DmnType } from './model.ts';
import { AGGREGATION_OF, POLICY_OF } from './table.ts';

/** `name`: of the element that is not, or not wholly, in the result. */
export interface DmnImportNote {
  readonly code:
    /** A decision whose logic is neither a table nor an expression; `kind` says what it is. */
    | 'decisionNotConverted'
    /** A decision without logic. */
    | 'decisionEmpty'
    /** A knowledge model, a service, an import, an annotation, a diagram: `kind` is its element. */
    | 'elementNotConverted'
    /** A table beyond what a document holds: its texts are too long, its rules too many. */
    | 'beyondLimits'
    /** A hit policy or aggregation that DMN does not know: `kind`. */
    | 'unknownPolicy';
  readonly name: string;
  readonly kind: string;
}

export interface DmnTables {
  readonly tables: readonly DecisionTable[];
  readonly notes: readonly DmnImportNote[];
}

export interface TableImportOptions {
  /** The form field that an input expression or an output's name means, if it means one. */
  field?(text: string): string | undefined;
}

export function tablesOfModel(model: DmnModel, options: TableImportOptions = {}): DmnTables {
  const tables: DecisionTable[] = [];
  const taken = new Set<string>();
  const notes: DmnImportNote[] = [
    ...model.knowledge.map(({ name }) => elementNote(name, 'businessKnowledgeModel')),
    ...model.services.map(({ name }) => elementNote(name, 'decisionService')),
    ...model.imports.map(({ name }) => elementNote(name, 'import')),
    ...model.others.map(({ name, kind }) => elementNote(name, kind.replace(/^dmn:/, ''))),
  ];
  for (const decision of model.decisions) {
    const built = partsOf(decision, new Builder(model.types, options));
    if ('code' in built) {
      notes.push(built);
      continue;
    }
    const { ref, id, name, description } = decision;
    const checked = decisionTableSchema.safeParse({
      id: freeId(ref ?? id, 'table', taken),
      order: nextOrder(tables.at(-1)?.order ?? ''),
      name,
      ...optional('note', description),
      ...built,
    });
    if (checked.success) {
      tables.push(checked.data);
      taken.add(checked.data.id);
    } else notes.push({ code: 'beyondLimits', name, kind: '' });
  }
  return { tables, notes };
}

const elementNote = (name: string, kind: string): DmnImportNote => ({ code: 'elementNotConverted', name, kind });

function partsOf(decision: DmnDecision, builder: Builder): TableParts | DmnImportNote {
  const { logic, name } = decision;
  if (!logic) return { code: 'decisionEmpty', name, kind: '' };
  if (logic.kind === 'table') {
    return logic.rules.length > MOST_RULES ? { code: 'beyondLimits', name, kind: '' } : builder.table(logic, decision);
  }
  return logic.kind === 'literal'
    ? builder.literal(logic, decision)
    : { code: 'decisionNotConverted', name, kind: logic.kind };
}

/** Rules of one table. */
const MOST_RULES = 5_000;

type TableParts = Omit<DecisionTable, 'id' | 'order' | 'name' | 'note'>;

class Builder {
  constructor(
    private readonly types: readonly DmnType[],
    private readonly options: TableImportOptions,
  ) {}

  table(table: DmnTable, { name, variable }: DmnDecision): TableParts | DmnImportNote {
    const hitPolicy = POLICY_OF.get(table.hitPolicy);
    const aggregation = table.aggregation === undefined ? 'list' : AGGREGATION_OF.get(table.aggregation);
    if (!hitPolicy || !aggregation) {
      return { code: 'unknownPolicy', name, kind: hitPolicy ? (table.aggregation ?? '') : table.hitPolicy };
    }
    const inputs = collect(table.inputs, 'input', (input) => ({
      name: input.label ?? input.text,
      source: this.#source(input.text, input.type),
      ...optional('allowed', input.allowed ?? this.#type(input.type)?.allowed),
    }));
    const outputs = collect(table.outputs, 'output', (output) => {
      // One output without a name or a type of its own is the decision itself.
      const alone = table.outputs.length === 1;
      const type = output.type ?? (alone ? variable.type : undefined);
      const title = output.name ?? output.label ?? (alone ? name : '');
      const values = splitTests(output.values ?? this.#type(type)?.allowed ?? '');
      return {
        name: title,
        kind: this.#kind(type),
        ...optional('field', output.field ?? this.options.field?.(title)),
        values: byId(
          collect(
            values.map((value, at) => ({ ref: output.valueRefs[at], id: undefined, value })),
            'value',
            ({ value }) => ({ value }),
          ),
        ),
        ...optional('default', output.fallback),
      };
    });
    const annotations = collect(
      table.annotations.map((annotation) => ({ ...annotation, id: undefined })),
      'annotation',
      (annotation) => ({ name: annotation.name }),
    );
    const rules = collect(table.rules, 'rule', (rule) => ({
      when: cells(inputs, rule.tests, isIrrelevant),
      then: cells(outputs, rule.entries, isBlank),
      notes: cells(annotations, rule.annotations, isBlank),
    }));
    return {
      hitPolicy,
      aggregation,
      inputs: byId(inputs),
      outputs: byId(outputs),
      annotations: byId(annotations),
      rules: byId(rules),
    };
  }

  literal({ text, type }: DmnLiteral, { name, variable }: DmnDecision): TableParts {
    const output = {
      id: 'output1',
      order: FIRST,
      name,
      kind: this.#kind(variable.type ?? type),
      ...optional('field', this.options.field?.(name)),
      values: {},
    };
    const rule = { id: 'rule1', order: FIRST, when: {}, then: { output1: text }, notes: {} };
    return {
      hitPolicy: 'unique',
      aggregation: 'list',
      inputs: {},
      outputs: { output1: output },
      annotations: {},
      rules: { rule1: rule },
    };
  }

  #source(text: string, type: string | undefined): TableInputSource {
    const field = fieldRead(text) ?? this.options.field?.(text.trim());
    return field === undefined ? { type: 'feel', text, kind: this.#kind(type) } : { type: 'field', field };
  }

  #type(name: string | undefined): DmnType | undefined {
    return name === undefined ? undefined : this.types.find((type) => type.name === name);
  }

  /** Kind of a type, through the item definitions that refine one another. */
  #kind(name: string | undefined): TableValueKind {
    const seen = new Set<string>();
    let at = name;
    while (at !== undefined && !seen.has(at)) {
      const kind = KIND_OF.get(at);
      if (kind) return kind;
      seen.add(at);
      const type = this.#type(at);
      at = type && !type.isCollection && type.parts.length === 0 ? type.base : undefined;
    }
    return 'any';
  }
}

/** Characters that reading a field takes at most: an id is short. */
const LONGEST_READ = 200;

const FIRST = orderBetween(null, null);

const KIND_OF: ReadonlyMap<string, TableValueKind> = new Map([
  ['string', 'text'],
  ['number', 'number'],
  ['boolean', 'yesNo'],
  ['date', 'date'],
  ['time', 'time'],
  ['date and time', 'dateTime'],
  ['dateTime', 'dateTime'],
  ['days and time duration', 'daysDuration'],
  ['dayTimeDuration', 'daysDuration'],
  ['years and months duration', 'monthsDuration'],
  ['yearMonthDuration', 'monthsDuration'],
]);

/** The field that the text reads, if it is all that it does. */
function fieldRead(text: string): string | undefined {
  if (text.length > LONGEST_READ) return undefined;
  const [id] = readsOfFeel(text).fields;
  return id !== undefined && fieldToFeel(id) === text.trim() ? id : undefined;
}

interface Named {
  readonly id: string | undefined;
  readonly ref: string | undefined;
}
interface Placed {
  readonly id: string;
  readonly order: string;
}

/** Elements in their order, each with an id that is free: ours, the file's, or a new one. */
function collect<S extends Named, T>(sources: readonly S[], stem: string, build: (source: S) => T): (T & Placed)[] {
  const taken = new Set<string>();
  let order = '';
  return sources.map((source) => {
    const id = freeId(source.ref ?? source.id, stem, taken);
    taken.add(id);
    order = nextOrder(order);
    return { id, order, ...build(source) };
  });
}

const nextOrder = (order: string): string => orderBetween(order === '' ? null : order, null);

const MOST_CHARACTERS = 64;

function freeId(wanted: string | undefined, stem: string, taken: ReadonlySet<string>): string {
  const fits = wanted !== undefined && wanted !== '' && wanted.length <= MOST_CHARACTERS && wanted !== '__proto__';
  if (fits && !taken.has(wanted)) return wanted;
  let at = taken.size + 1;
  while (taken.has(`${stem}${at}`)) at += 1;
  return `${stem}${at}`;
}

const byId = <T extends Placed>(elements: readonly T[]): Record<string, T> =>
  Object.fromEntries(elements.map((element) => [element.id, element]));

/** The texts of a rule by column, without those that say nothing. */
function cells(columns: readonly Placed[], texts: readonly string[], saysNothing: (text: string) => boolean) {
  return Object.fromEntries(
    columns.flatMap(({ id }, at) => {
      const text = texts[at];
      return text === undefined || saysNothing(text) ? [] : [[id, text] as const];
    }),
  );
}

const isBlank = (text: string): boolean => text.trim() === '';

const optional = <K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } =>
  value === undefined || value.trim() === '' ? {} : ({ [key]: value } as { readonly [key in K]?: string });
