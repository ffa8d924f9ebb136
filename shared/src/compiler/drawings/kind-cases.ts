import type { DesignBuilder } from '../testing.ts';
import { linearDesign, when } from '../testing.ts';
import type { NodeKind } from '../../document/index.ts';
import { CATALOG, changeNode, compare, days, dispatch, line, promise, type Cases } from './made-of.ts';

const mapping = (field: string, name: string, id = 'm') => ({ [id]: { id, order: 'a0', field, name } });
const signer = (id: string, order: string, more: object = {}) => ({ [id]: { id, order, name: id, post: id, ...more } });
const ok = { id: 'ok', order: 'a0', name: 'ok', tone: 'positive', opinionRequired: false };
const no = { id: 'no', order: 'a1', name: 'no', tone: 'negative', opinionRequired: false };

/** start → x → end, with a few fields. */
const one = (kind: NodeKind, more: object = {}): DesignBuilder =>
  line()
    .node(kind, 'x', more as Readonly<Record<string, unknown>>)
    .chain('start', 'a', 'x', 'end')
    .field('number', { kind: 'idCard' })
    .field('sex')
    .field('sum', { kind: 'number', source: { type: 'computed', feel: '1' } })
    .field('paper', { kind: 'file' })
    .with((design) => ({
      ...design,
      parties: { ...design.parties, subject: { ...design.parties.subject, keyField: 'number' } },
    }));
const task = (more: object): DesignBuilder =>
  linearDesign({ a: 3 })
    .with(promise(5))
    .with(changeNode('a', { ...more }));
const both = { decisions: { ok, no } };
const fetching = { register: 'people', into: mapping('sex', 'sex') };
const calling = { url: 'https://example.org/x' };
const scenarios = {
  other: { title: 'Other', calls: ['third'], fields: { f: 'text' as const } },
  third: { title: 'Third', calls: ['sample'], fields: {} },
  leaf: { title: 'Leaf', calls: [], fields: { f: 'text' as const } },
};
const context = { ...CATALOG, scenarios };
const table = {
  t: {
    id: 't',
    order: 'a0',
    name: 'Table',
    hitPolicy: 'unique' as const,
    aggregation: 'list' as const,
    inputs: {},
    outputs: { o: { id: 'o', order: 'a0', name: 'o', kind: 'text' as const, values: {} } },
    annotations: {},
    rules: { r: { id: 'r', order: 'a0', when: {}, then: { o: '"f"' }, notes: {} } },
  },
};

/** What one kind of node lacks by itself. */
export const KIND_CASES: Cases = {
  // people
  'a step in a lane that is gone': {
    design: task({ lane: 'gone' }).build(),
    codes: ['task.unknownLane'],
  },
  'a step in the lane of several departments': {
    design: task({ lane: 'all' })
      .lane('all')
      .with((design) => {
        const lanes = {
          ...design.flow.lanes,
          all: { id: 'all', order: 'z', name: 'all', party: { kind: 'several' as const } },
        };
        return { ...design, flow: { ...design.flow, lanes } };
      })
      .build(),
    codes: ['task.severalLane'],
  },
  'a joint signing by no one': { design: task({ mode: 'all' }).build(), codes: ['task.noSigners'] },
  'a vote that asks for more than all': {
    design: task({ mode: 'vote', threshold: 1.5, signers: signer('s', 'a0'), ...both }).build(),
    codes: ['task.threshold'],
  },
  'a vote of somebody without votes': {
    design: task({
      mode: 'vote',
      signers: { ...signer('s', 'a0', { weight: 0 }), ...signer('t', 'a1') },
      ...both,
    }).build(),
    codes: ['task.weight'],
  },
  'a vote that cannot be lost': {
    design: task({ mode: 'vote', signers: signer('s', 'a0') }).build(),
    codes: ['task.noRefusal'],
  },
  'a grading of four levels': {
    design: task({
      mode: 'graded',
      signers: Object.assign({}, ...['p', 'q', 'r', 's'].map((id, i) => signer(id, `a${i}`))) as object,
    }).build(),
    codes: ['task.levels'],
  },
  'a grading that may ask nobody': {
    design: task({ mode: 'graded', signers: signer('s', 'a0', { condition: compare('n', 'gt', 5) }) })
      .field('n', { kind: 'number' })
      .build(),
    codes: ['task.mayBeUnsigned'],
  },
  'a default at the due time without a due time or a basis': {
    design: line()
      .chain('start', 'a', 'end')
      .with(changeNode('a', { overdue: { type: 'default', decision: 'ok', basis: ' ' } }))
      .build(),
    codes: ['overdue.noDeadline', 'overdue.noBasis'],
  },
  'a default that is gone': {
    design: task({ overdue: { type: 'default', decision: 'gone', basis: 'Law' } }).build(),
    codes: ['overdue.unknownDecision'],
  },
  'a reminder before there is anything to remind of': {
    design: task({ reminders: [days(5)] }).build(),
    codes: ['overdue.earlyReminder'],
  },
  'an escalation that nobody catches': {
    design: task({ overdue: { type: 'escalate', code: 'late' } }).build(),
    codes: ['escalation.nobodyCatches'],
  },
  'a dispatch that needs more than there are': {
    design: dispatch({ join: 'atLeast', count: 3 }).build(),
    codes: ['dispatch.count'],
  },
  'a dispatch that ends at a refusal that nobody can give': {
    design: dispatch({ join: 'firstRejection' }).build(),
    codes: ['dispatch.noRefusal'],
  },
  'a dispatch without a field for its ticks': {
    design: dispatch({ choice: { mode: 'ticked', field: 'gone' } }).build(),
    codes: ['dispatch.tickedUnknownField'],
  },

  // machines
  'a fetch from nowhere into nothing': {
    design: one('fetch').build(),
    codes: ['fetch.noRegister', 'fetch.nothingInto'],
  },
  'a fetch from a register that is gone': {
    design: one('fetch', { ...fetching, register: 'stars' }).build(),
    codes: ['fetch.unknownRegister'],
  },
  'a fetch of what a register does not have': {
    design: one('fetch', { ...fetching, into: mapping('sex', 'height') }).build(),
    codes: ['fetch.unknownAttribute'],
  },
  'a fetch without a key': { design: one('fetch', { ...fetching, key: 'gone' }).build(), codes: ['fetch.noKey'] },
  'a fetch into a computed field': {
    design: one('fetch', { ...fetching, into: mapping('sum', 'sex') }).build(),
    codes: ['mapping.takesNothing'],
  },
  'a mapping without a name': {
    design: one('connect', { ...calling, inputs: mapping('sex', '') }).build(),
    codes: ['mapping.incomplete'],
  },
  'a call to nowhere': { design: one('connect').build(), codes: ['connect.noUrl'] },
  'a call to something that is no address': {
    design: one('connect', { url: 'ftp://example.org' }).build(),
    codes: ['connect.badUrl'],
  },
  'a header that would be two': {
    design: one('connect', {
      ...calling,
      headers: { h: { id: 'h', order: 'a0', name: 'X', value: 'a\r\nY: b' } },
    }).build(),
    codes: ['connect.badHeader'],
  },
  'a call that is tried for ever': {
    design: one('connect', { ...calling, retries: 1e9 }).build(),
    codes: ['job.numbers'],
  },
  'a call by the hand of nobody': {
    design: one('connect', { ...calling, byHand: { lane: 'gone', instruction: '', done: '' } }).build(),
    codes: ['job.noHand'],
  },
  'a document of nothing, for nowhere': {
    design: one('document').build(),
    codes: ['document.noTemplate', 'document.noTarget'],
  },
  'a document that quotes a field that is gone': {
    design: one('document', { template: '{gone}', target: 'paper' }).build(),
    codes: ['text.unknownPlace'],
  },
  'a document sealed by nobody': {
    design: one('document', { template: 'x', target: 'paper', seal: 'gone' }).build(),
    codes: ['document.noSealHolder'],
  },
  'a rule without a table': { design: one('rule').build(), codes: ['rule.noTable'] },
  'a rule that writes nothing': {
    design: one('rule', { table: 't' })
      .with((design) => ({ ...design, tables: table }))
      .build(),
    codes: ['rule.noTarget'],
  },
  'a computation of nothing': { design: one('set').build(), codes: ['set.nothing'] },
  'a computation into a field that is gone': {
    design: one('set', { sets: { s: { id: 's', order: 'a0', field: 'gone', feel: '1' } } }).build(),
    codes: ['set.unknownField'],
  },
  'a computation that makes no sense, and one of a field that is gone': {
    design: one('set', {
      sets: {
        s: { id: 's', order: 'a0', field: 'sex', feel: '1 +' },
        t: { id: 't', order: 'a1', field: 'number', feel: 'form.gone' },
      },
    }).build(),
    codes: ['set.syntax', 'condition.unknownField'],
  },
  'a message to nobody, by nothing, of nothing': {
    design: one('notify', { to: { type: 'lane', lane: 'gone' }, channels: [] }).build(),
    codes: ['notify.nobody', 'notify.noChannel', 'notify.noText'],
  },
  'a call of no scenario': { design: one('scenario').build(), codes: ['scenario.none'] },
  'a call of the scenario itself': {
    design: one('scenario', { scenario: 'sample' }).build(),
    codes: ['scenario.itself'],
  },
  'a call of a scenario that is not published': {
    design: one('scenario', { scenario: 'gone' }).build(),
    codes: ['scenario.unknown'],
    context,
  },
  'a call that comes round': {
    design: one('scenario', { scenario: 'other' }).build(),
    codes: ['scenario.circle'],
    context,
  },
  'a call that uses a field that the other does not have': {
    design: one('scenario', { scenario: 'leaf', inputs: mapping('sex', 'g') }).build(),
    codes: ['scenario.unknownField'],
    context,
  },
  'a call that maps a file to a word': {
    design: one('scenario', { scenario: 'leaf', inputs: mapping('paper', 'f') }).build(),
    codes: ['scenario.otherKind'],
    context,
  },
  'a call some of whose results lead nowhere': {
    design: line()
      .node('scenario', 'x', { scenario: 'leaf' })
      .chain('start', 'a', 'x')
      .edge('x', 'end', { decision: 'approved' })
      .build(),
    codes: ['scenario.noWay'],
  },
  'a call with a way for no result': {
    design: one('scenario', { scenario: 'leaf' })
      .task('b')
      .edge('x', 'b', { decision: 'gone' })
      .chain('b', 'end')
      .build(),
    codes: ['edge.unknownResult'],
  },

  // events
  'a wait for nothing': { design: one('wait').build(), codes: ['event.none'] },
  'a wait for a message without a name': {
    design: one('wait', { on: { type: 'message', name: '', into: {} } }).build(),
    codes: ['event.noName'],
  },
  'a wait for a date that is none': {
    design: one('wait', { on: { type: 'date', field: 'sex' } }).build(),
    codes: ['event.noDate'],
  },
  'a wait for a condition that is empty': {
    design: one('wait', { on: { type: 'condition', condition: when({ type: 'all', of: [] }) } }).build(),
    codes: ['event.noCondition'],
  },
  'a signal of nothing': { design: one('signal').build(), codes: ['signal.nothing'] },
  'a signal that nobody waits for': {
    design: one('signal', { throws: { type: 'signal', name: 'go' } }).build(),
    codes: ['signal.nobodyWaits'],
  },
  'a wait for a signal that nothing sends': {
    design: one('wait', { on: { type: 'signal', name: 'go' } }).build(),
    codes: ['signal.neverThrown'],
  },
  'an end with an error without a name': {
    design: line().node('fail', 'x').chain('start', 'a', 'x').edge('a', 'end', { decision: 'ok' }).build(),
    codes: ['fail.noCode', 'edge.neverTaken'],
  },
  'an end of the part where there is none': {
    design: line()
      .node('terminate', 'x', { of: 'group' })
      .with(changeNode('a', both))
      .edge('start', 'a')
      .edge('a', 'x', { decision: 'no' })
      .edge('a', 'end', { decision: 'ok' })
      .build(),
    codes: ['terminate.noGroup'],
  },
  'a timer without a time': {
    design: line()
      .chain('start', 'a', 'end')
      .node('onTime', 'late', { attachedTo: 'a', after: undefined })
      .edge('late', 'end')
      .build(),
    codes: ['onTime.noTime'],
  },
  'a reminder of a machine': {
    design: one('wait', { on: { type: 'timer', after: days(2) } })
      .node('onTime', 'soon', { attachedTo: 'x', remind: true })
      .edge('soon', 'end')
      .build(),
    codes: ['onTime.remindsNobody'],
  },
  'a timer before the due time of a step that has none': {
    design: line()
      .chain('start', 'a', 'end')
      .node('onTime', 'late', { attachedTo: 'a', after: undefined, timing: { from: 'due', before: days(1) } })
      .edge('late', 'end')
      .build(),
    codes: ['onTime.noDueTime'],
  },
};
