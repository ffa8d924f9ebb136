import { DesignBuilder, linearDesign, OPEN_CATALOG, when } from '../testing.ts';
import { branch, changeNode, compare, days, line, promise, type Cases } from './made-of.ts';

const plain = () => linearDesign({ a: 2 }).with(promise(5));
const asked = (condition: unknown) =>
  branch()
    .field('kind', { kind: 'choice', options: { x: { id: 'x', order: 'a0', name: 'X' } } })
    .task('first', { decides: ['ok', '-no'] })
    .with((design) => ({ ...design, flow: { ...design.flow, edges: {} } }))
    .chain('start', 'first', 'x')
    .edge('x', 'left', { condition: when(condition) })
    .edge('x', 'right', { isDefault: true })
    .chain('left', 'end')
    .chain('right', 'end');
const decided = (node: string, right: string) =>
  asked({ type: 'compare', left: { type: 'decision', node }, op: 'eq', right });

/** Conditions, fields, names, catalog and time. */
export const FORM_CASES: Cases = {
  'a condition on a step that is gone': { design: decided('gone', 'ok').build(), codes: ['condition.unknownStep'] },
  'a condition on a decision that is gone': {
    design: decided('first', 'gone').build(),
    codes: ['condition.unknownDecision'],
  },
  'a condition on a decision that is taken later': {
    design: decided('left', 'ok').build(),
    codes: ['data.conditionUndecided'],
  },
  'a condition on an option that is gone': {
    design: asked(compare('kind', 'eq', 'gone')).build(),
    codes: ['condition.unknownOption'],
  },
  'a condition without a value': { design: asked(compare('kind', 'eq')).build(), codes: ['condition.incomplete'] },
  'a condition that makes no sense': {
    design: asked({ type: 'feel', text: 'form.size >' }).build(),
    codes: ['condition.syntax'],
  },
  'limits that cross': {
    design: plain().field('n', { kind: 'number', min: 5, max: 1 }).build(),
    codes: ['field.limitsCrossed'],
  },
  'a field that nobody sees': {
    design: plain()
      .field('f', { access: { start: 'hidden', a: 'hidden' } })
      .with((design) => ({ ...design, form: { ...design.form, defaultAccess: 'hidden' as const } }))
      .build(),
    codes: ['field.hiddenToAll'],
  },
  'a material without a place': {
    design: plain()
      .with((design) => ({ ...design, materials: { m: { id: 'm', order: 'a0', name: 'M', exempt: false } } }))
      .build(),
    codes: ['material.noField'],
  },
  'no title': {
    design: plain()
      .with((design) => ({ ...design, meta: { ...design.meta, title: ' ' } }))
      .build(),
    codes: ['meta.noTitle'],
  },
  'two lanes for one office': { design: plain().lane('other', 'type-office').build(), codes: ['lane.sameParty'] },
  'a step without a name': {
    design: plain()
      .with(changeNode('a', { name: '' }))
      .build(),
    codes: ['name.missing'],
  },
  'two steps of one name': {
    design: linearDesign({ a: 1, b: 1 })
      .with(promise(5))
      .with(changeNode('b', { name: 'a' }))
      .build(),
    codes: ['name.duplicate'],
  },
  'an item outside the catalog': { design: plain().build(), codes: ['catalog.unknown'], context: { items: {} } },
  'an item that is not published': {
    design: plain().build(),
    codes: ['catalog.unpublished'],
    context: { items: { item1: { version: 1, name: 'x', published: false } } },
  },
  'an item that has a newer version': {
    design: plain().build(),
    codes: ['catalog.outdated'],
    context: { items: { item1: { version: 2, name: 'x', published: true } } },
  },
  'no promise': { design: linearDesign({ a: 2 }).build(), codes: ['time.noPromise'], context: OPEN_CATALOG },
  'a step without a time limit among others': {
    design: new DesignBuilder()
      .node('start', 'start')
      .task('a', { days: 1 })
      .task('b')
      .node('end', 'end')
      .chain('start', 'a', 'b', 'end')
      .with(promise(5))
      .build(),
    codes: ['time.noDeadline'],
  },
  'a line into the start, and one out of an end': {
    design: line()
      .task('b')
      .with(changeNode('a', { decisions: { ok: decision('ok'), no: decision('no') } }))
      .chain('start', 'a', 'end')
      .edge('a', 'start', { decision: 'no' })
      .edge('end', 'b')
      .node('end', 'last')
      .chain('b', 'last')
      .build(),
    codes: ['node.intoStart', 'node.fromEnd'],
  },
  'a line that has lost an end': {
    design: line()
      .chain('start', 'a', 'end')
      .with((design) => {
        const edges = { ...design.flow.edges, x: { id: 'x', from: 'a', to: 'gone', order: 'a9' } };
        return { ...design, flow: { ...design.flow, edges } };
      })
      .build(),
    codes: ['edge.dangling'],
  },
  'a way for a decision that is gone, and one that is never taken': {
    design: line()
      .task('b')
      .edge('start', 'a')
      .edge('a', 'end', { decision: 'ok' })
      .edge('a', 'b', { decision: 'gone' })
      .chain('b', 'end')
      .build(),
    codes: ['edge.unknownDecision'],
  },
  'two ways otherwise': {
    design: branch().edge('x', 'left', { isDefault: true }).edge('x', 'right', { isDefault: true }).build(),
    codes: ['choice.severalDefaults'],
  },
  'a fork of one way': {
    design: line().node('parallel', 'p').chain('start', 'p', 'a', 'end').build(),
    codes: ['parallel.pointless'],
  },
  'a timer on nothing': {
    design: line()
      .chain('start', 'a', 'end')
      .node('onTime', 'late', { attachedTo: 'end', after: days(1) })
      .edge('late', 'end')
      .build(),
    codes: ['onTime.noHost'],
  },
  'a line into a timer': {
    design: line()
      .chain('start', 'a', 'end')
      .task('b')
      .node('onTime', 'late', { attachedTo: 'a', interrupting: true, after: days(1) })
      .chain('late', 'b', 'end')
      .edge('b', 'late', { decision: 'ok' })
      .build(),
    codes: ['node.intoAttachment', 'edge.neverTaken'],
  },
};

function decision(id: string) {
  return { id, order: id, name: id, tone: 'neutral', opinionRequired: false };
}
