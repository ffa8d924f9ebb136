/**
 * Tables of a document as a DMN 1.3 file: one decision each, over the input data `form` and `steps`. Reading it gives
 * the same tables (cells that say nothing are left out), and any DMN engine the same results.
 */
import type { DmnModdle, ModdleElement } from 'dmn-moddle';
import {
  cellOf,
  isIrrelevant,
  type Aggregation,
  type DecisionTable,
  type HitPolicy,
  type TableInput,
  type TableOutput,
  type TableTypes,
  type TableValueKind,
} from '../../decisions/index.ts';
import { sorted } from '../../document/order.ts';
import { fieldToFeel, readsOfFeel } from '../../expressions/index.ts';
import { dmnModdle } from './moddle.ts';
import { AGGREGATION_OF, POLICY_OF } from './table.ts';

export interface TableExport {
  /** Of the definitions, e.g. the scenario's title. */
  readonly name: string;
  /** Namespace of the definitions: an absolute URI that is the exporter's own. */
  readonly namespace: string;
  readonly tables: readonly DecisionTable[];
  /** What the fields hold: inputs and outputs get their types from it. */
  readonly types?: TableTypes;
}

export async function tablesToDmn({ name, namespace, tables, types }: TableExport): Promise<string> {
  const moddle = dmnModdle();
  const writer = new TableWriter(moddle, types);
  const decisions = tables.map((table, at) => writer.decision(table, `decision_${at + 1}`));
  const definitions = moddle.create('dmn:Definitions', {
    id: 'definitions',
    name: clean(name),
    namespace: clean(namespace),
    exporter: 'Tongban',
    drgElement: [...writer.inputs(), ...decisions],
  });
  const { xml } = await moddle.toXML(definitions, { format: true, preamble: true });
  return xml;
}

class TableWriter {
  readonly #read = new Set<'form' | 'steps'>();

  constructor(
    private readonly moddle: DmnModdle,
    private readonly types: TableTypes | undefined,
  ) {}

  /** The input data that the decisions written so far require. */
  inputs(): ModdleElement[] {
    return [...this.#read].sort().map((name) =>
      this.moddle.create('dmn:InputData', {
        id: `input_${name}`,
        name,
        variable: this.moddle.create('dmn:InformationItem', { id: `input_${name}_variable`, name }),
      }),
    );
  }

  decision(table: DecisionTable, id: string): ModdleElement {
    const before = textsOf(table).flatMap((text) => readsOf(text));
    const needed = [...new Set(before)].sort();
    for (const name of needed) this.#read.add(name);
    return this.moddle.create('dmn:Decision', {
      id,
      name: clean(table.name),
      'tongban:ref': clean(table.id),
      ...(table.note === undefined || table.note.trim() === '' ? {} : { description: clean(table.note) }),
      variable: this.moddle.create('dmn:InformationItem', { id: `${id}_variable`, name: clean(table.name) }),
      informationRequirement: needed.map((name) =>
        this.moddle.create('dmn:InformationRequirement', {
          id: `${id}_requires_${name}`,
          requiredInput: this.moddle.create('dmn:DMNElementReference', { href: `#input_${name}` }),
        }),
      ),
      decisionLogic: this.#table(table, `${id}_table`),
    });
  }

  #table(table: DecisionTable, id: string): ModdleElement {
    const inputs = sorted(table.inputs);
    const outputs = sorted(table.outputs);
    const annotations = sorted(table.annotations);
    return this.moddle.create('dmn:DecisionTable', {
      id,
      hitPolicy: POLICY_NAMES.get(table.hitPolicy),
      ...(table.hitPolicy === 'collect' && table.aggregation !== 'list'
        ? { aggregation: AGGREGATION_NAMES.get(table.aggregation) }
        : {}),
      input: inputs.map((input, at) => this.#input(input, `${id}_input_${at + 1}`)),
      output: outputs.map((output, at) => this.#output(output, `${id}_output_${at + 1}`)),
      annotation: annotations.map(({ id: ref, name }) =>
        this.moddle.create('dmn:RuleAnnotationClause', { name: clean(name), 'tongban:ref': clean(ref) }),
      ),
      rule: sorted(table.rules).map((rule, at) =>
        this.moddle.create('dmn:DecisionRule', {
          id: `${id}_rule_${at + 1}`,
          'tongban:ref': clean(rule.id),
          inputEntry: inputs.map((input) => this.#tests(cellOf(rule.when, input.id) ?? '-')),
          outputEntry: outputs.map((output) => this.#expression(cellOf(rule.then, output.id) ?? '')),
          annotationEntry: annotations.map((annotation) =>
            this.moddle.create('dmn:RuleAnnotation', { text: clean(cellOf(rule.notes, annotation.id) ?? '') }),
          ),
        }),
      ),
    });
  }

  #input({ id: ref, name, source, allowed }: TableInput, id: string): ModdleElement {
    const kind = source.type === 'field' ? this.types?.field(source.field)?.kind : source.kind;
    const text = source.type === 'field' ? fieldToFeel(source.field) : source.text;
    return this.moddle.create('dmn:InputClause', {
      id,
      label: clean(name),
      'tongban:ref': clean(ref),
      inputExpression: this.moddle.create('dmn:LiteralExpression', { text: clean(text), ...typeRef(kind) }),
      ...(allowed === undefined ? {} : { inputValues: this.#tests(allowed) }),
    });
  }

  #output(output: TableOutput, id: string): ModdleElement {
    const values = sorted(output.values);
    return this.moddle.create('dmn:OutputClause', {
      id,
      name: clean(output.name),
      'tongban:ref': clean(output.id),
      ...typeRef(output.kind),
      ...(output.field === undefined ? {} : { 'tongban:field': clean(output.field) }),
      ...(values.length === 0
        ? {}
        : {
            'tongban:values': values.map((value) => encodeURIComponent(clean(value.id))).join(' '),
            outputValues: this.#tests(values.map(({ value }) => value).join(', ')),
          }),
      ...(output.default === undefined ? {} : { defaultOutputEntry: this.#expression(output.default) }),
    });
  }

  #tests(text: string): ModdleElement {
    return this.moddle.create('dmn:UnaryTests', { text: clean(isIrrelevant(text) ? '-' : text) });
  }

  #expression(text: string): ModdleElement {
    return this.moddle.create('dmn:LiteralExpression', { text: clean(text) });
  }
}

const POLICY_NAMES: ReadonlyMap<HitPolicy, string> = reversed(POLICY_OF);
const AGGREGATION_NAMES: ReadonlyMap<Aggregation, string> = reversed(AGGREGATION_OF);

function reversed<K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<V, K> {
  return new Map([...map].map(([key, value]) => [value, key]));
}

const TYPE_NAMES: Readonly<Record<TableValueKind, string | null>> = {
  any: null,
  text: 'string',
  number: 'number',
  yesNo: 'boolean',
  date: 'date',
  time: 'time',
  dateTime: 'dateTime',
  daysDuration: 'dayTimeDuration',
  monthsDuration: 'yearMonthDuration',
};

function typeRef(kind: TableValueKind | undefined): { readonly typeRef?: string } {
  const name = kind && TYPE_NAMES[kind];
  return name ? { typeRef: name } : {};
}

function textsOf(table: DecisionTable): string[] {
  return [
    ...Object.values(table.inputs).flatMap(({ source, allowed }) => [
      source.type === 'field' ? fieldToFeel(source.field) : source.text,
      allowed ?? '',
    ]),
    ...Object.values(table.outputs).map((output) => output.default ?? ''),
    ...Object.values(table.rules).flatMap((rule) => [...Object.values(rule.when), ...Object.values(rule.then)]),
  ];
}

function readsOf(text: string): ('form' | 'steps')[] {
  const { fields, decisions } = readsOfFeel(text);
  return [...(fields.length > 0 ? (['form'] as const) : []), ...(decisions.length > 0 ? (['steps'] as const) : [])];
}

/** XML has no form for some characters: they become the replacement character. Of line ends it keeps one kind. */
const clean = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/(?![\t\n\x7f-\x9f])[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, '\ufffd');
