/**
 * Small designs for tests, built in a few lines. Ids are given by the test; everything else has a plain default.
 * No scenario, department or field of a real one is named here.
 */
import {
  conditionSchema,
  designSchema,
  emptyDesign,
  fieldSchema,
  nodeSchema,
  orderAtEnd,
  type Access,
  type Condition,
  type Design,
  type Edge,
  type Field,
  type FieldKind,
  type FieldSource,
  type NodeKind,
} from '../document/index.ts';
import { newNode } from '../nodes/index.ts';
import type { CompileContext } from './types.ts';

export const OPEN_CATALOG: CompileContext = { items: { item1: { version: 1, name: 'Item', published: true } } };

type Loose = Readonly<Record<string, unknown>>;

/** A design under construction: each call adds one element and returns the builder. */
export class DesignBuilder {
  private design: Design;

  constructor(code = 'sample') {
    const empty = emptyDesign(code, 'Sample');
    this.design = {
      ...empty,
      meta: { ...empty.meta, lead: 'office' },
      items: { i1: { id: 'i1', order: 'a0', item: 'item1', version: 1, role: 'lead' } },
      form: { ...empty.form, sections: { s1: { id: 's1', order: 'a0', name: 'Section' } } },
    };
    this.lane('office');
  }

  lane(id: string, type = `type-${id}`): this {
    const lanes = this.design.flow.lanes;
    const lane = {
      id,
      order: orderAtEnd(lanes),
      name: id,
      party: { kind: 'department' as const, type, level: 'same' as const },
    };
    return this.flow({ lanes: { ...lanes, [id]: lane } });
  }

  node(kind: NodeKind, id: string, more: Loose = {}): this {
    const lane = kind === 'task' ? { lane: 'office' } : {};
    const post = kind === 'task' || kind === 'dispatch' ? { post: 'clerk' } : {};
    const node = nodeSchema.parse({ ...newNode(kind, { id, name: id }), ...lane, ...post, ...more });
    return this.flow({ nodes: { ...this.design.flow.nodes, [id]: node } });
  }

  /** A task of one office with decisions given as ids; `-` before an id makes it negative. */
  task(id: string, more: Loose & { readonly days?: number; readonly decides?: readonly string[] } = {}): this {
    const { days, decides = ['ok'], ...rest } = more;
    const decisions = Object.fromEntries(
      decides.map((word, i) => {
        const name = word.replace(/^-/, '');
        const tone = word.startsWith('-') ? 'negative' : 'positive';
        return [name, { id: name, order: `a${i}`, name, tone, opinionRequired: false }];
      }),
    );
    const deadline = days === undefined ? {} : { deadline: { amount: days, unit: 'workday' } };
    return this.node('task', id, { decisions, ...deadline, ...rest });
  }

  edge(from: string, to: string, more: Partial<Edge> = {}): this {
    const edges = this.design.flow.edges;
    const siblings = Object.fromEntries(Object.entries(edges).filter(([, edge]) => edge.from === from));
    const id = more.id ?? [from, more.decision, to].filter(Boolean).join('>');
    const edge: Edge = { order: orderAtEnd(siblings), ...more, id, from, to };
    return this.flow({ edges: { ...edges, [id]: edge } });
  }

  /** start → each → end, in order. */
  chain(...ids: readonly string[]): this {
    ids.slice(1).forEach((to, i) => this.edge(ids[i] ?? '', to));
    return this;
  }

  field(
    id: string,
    more: {
      readonly kind?: FieldKind;
      readonly source?: FieldSource;
      readonly access?: Readonly<Record<string, Access>>;
    } & Loose = {},
  ): this {
    const fields = this.design.form.fields;
    const field: Field = fieldSchema.parse({
      id,
      order: orderAtEnd(fields),
      section: 's1',
      kind: 'text',
      name: id,
      ...more,
    });
    this.design = { ...this.design, form: { ...this.design.form, fields: { ...fields, [id]: field } } };
    return this;
  }

  with(change: (design: Design) => Design): this {
    this.design = change(this.design);
    return this;
  }

  /** The design, checked against its schema. */
  build(): Design {
    return designSchema.parse(this.design);
  }

  private flow(change: Partial<Design['flow']>): this {
    this.design = { ...this.design, flow: { ...this.design.flow, ...change } };
    return this;
  }
}

export const when = (condition: unknown): Condition => conditionSchema.parse(condition);

/** start → a task per entry (days) → end. */
export function linearDesign(steps: Readonly<Record<string, number>>): DesignBuilder {
  const builder = new DesignBuilder().node('start', 'start');
  for (const [id, days] of Object.entries(steps)) builder.task(id, { days });
  return builder.node('end', 'end').chain('start', ...Object.keys(steps), 'end');
}
