import { emptyDesign } from '../../document/index.ts';
import { DesignBuilder, linearDesign } from '../testing.ts';
import { branch, changeNode, compare, days, dispatch, dropEdge, line, promise, side, type Cases } from './made-of.ts';

/** Shape, people, data, time and form. */
export const FLOW_CASES: Cases = {
  'an empty page begins with what to do first': {
    design: emptyDesign('new', 'New'),
    codes: ['flow.empty', 'catalog.none'],
  },
  'steps without start and end': {
    design: new DesignBuilder().task('a').task('b').chain('a', 'b').build(),
    codes: ['flow.noStart', 'flow.noEnd'],
  },
  'two starts': {
    design: line().node('start', 'extra').chain('start', 'a', 'end').edge('extra', 'a').build(),
    codes: ['flow.severalStarts'],
  },
  'an island is named once': {
    design: line().task('x').task('y').chain('start', 'a', 'end').chain('x', 'y', 'end').build(),
    codes: ['node.unreachable'],
  },
  'a dead end': { design: line().chain('start', 'a').build(), codes: ['node.noWayOut'] },
  'a circle without a way out': {
    design: line().task('b').chain('start', 'a', 'b', 'a').build(),
    codes: ['node.noWayToEnd'],
  },
  'two ways at once out of a step': {
    design: line().task('b').chain('start', 'a', 'end').chain('a', 'b', 'end').build(),
    codes: ['node.severalWays'],
  },
  'a decision that leads nowhere': {
    design: new DesignBuilder()
      .node('start', 'start')
      .task('a', { decides: ['ok', '-no'] })
      .node('end', 'end')
      .chain('start', 'a')
      .edge('a', 'end', { decision: 'ok' })
      .build(),
    codes: ['decision.noWay'],
  },
  'a step that nobody can finish': {
    design: linearDesign({}).task('a', { decides: [] }).chain('start', 'a', 'end').with(dropEdge('start>end')).build(),
    codes: ['decision.none'],
  },
  'a step without an office': {
    design: line()
      .chain('start', 'a', 'end')
      .with(changeNode('a', { lane: undefined }))
      .build(),
    codes: ['task.noLane'],
  },
  'a branch without a condition, where one way could be the rest': {
    design: branch()
      .edge('x', 'left', { condition: compare('size', 'gt', 5) })
      .edge('x', 'right')
      .build(),
    codes: ['edge.missingCondition'],
  },
  'a branch that may have no way on': {
    design: branch()
      .edge('x', 'left', { condition: compare('size', 'gt', 5) })
      .edge('x', 'right', { condition: compare('size', 'lt', 3) })
      .build(),
    codes: ['choice.noDefault'],
  },
  'a condition on a field that is gone': {
    design: branch()
      .edge('x', 'left', { condition: compare('gone', 'gt', 5) })
      .edge('x', 'right', { isDefault: true })
      .build(),
    codes: ['condition.unknownField'],
  },
  'a condition that compares with the wrong kind': {
    design: branch()
      .edge('x', 'left', { condition: compare('size', 'gt', 'five') })
      .edge('x', 'right', { isDefault: true })
      .build(),
    codes: ['condition.wrongType'],
  },
  'a condition on a field that is only written later': {
    design: branch()
      .field('later', { kind: 'number', access: { start: 'hidden', left: 'write' } })
      .edge('x', 'left', { condition: compare('later', 'gt', 5) })
      .edge('x', 'right', { isDefault: true })
      .build(),
    codes: ['data.conditionUnwritten'],
  },
  'an empty dispatch': {
    design: new DesignBuilder()
      .node('start', 'start')
      .node('dispatch', 'd')
      .node('end', 'end')
      .chain('start', 'd', 'end')
      .build(),
    codes: ['dispatch.empty'],
  },
  'a dispatch whose ticks nobody can fill before': {
    design: dispatch({ choice: { mode: 'ticked', field: 'ticks' } })
      .field('ticks', { kind: 'department', access: { start: 'hidden', last: 'write' } })
      .build(),
    codes: ['dispatch.tickedNotFilled'],
  },
  'bodies of a dispatch that overwrite each other': {
    design: dispatch({})
      .field('score', { kind: 'number', access: { start: 'hidden', d: 'write' } })
      .build(),
    codes: ['data.concurrentWriters'],
  },
  'two branches that write one field at once': {
    design: side()
      .field('both', { access: { start: 'hidden', left: 'write', right: 'write' } })
      .build(),
    codes: ['data.concurrentWriters'],
  },
  'a reader beside its writer': {
    design: side()
      .field('number', { access: { start: 'hidden', left: 'write', right: 'read' } })
      .build(),
    codes: ['data.missing'],
  },
  'a field that a step needs and nobody fills': {
    design: linearDesign({ a: 1 })
      .field('number', { access: { start: 'hidden', a: 'read' } })
      .with(promise(5))
      .build(),
    codes: ['field.neverWritten', 'data.noWriter'],
  },
  'a step longer than the promise is blamed itself': {
    design: linearDesign({ a: 3, b: 15 }).with(promise(10)).build(),
    codes: ['time.stepTooLong'],
  },
  'a way longer than the promise': {
    design: linearDesign({ a: 6, b: 7 }).with(promise(10)).build(),
    codes: ['time.pathTooLong'],
  },
  'a promise longer than the law': {
    design: linearDesign({ a: 2 }).with(promise(30, 20)).build(),
    codes: ['time.promiseOverStatute'],
  },
  'a timer later than its step': {
    design: linearDesign({ a: 2 })
      .with(promise(5))
      .node('onTime', 'late', { attachedTo: 'a', after: days(3) })
      .edge('late', 'end')
      .build(),
    codes: ['onTime.tooLate'],
  },
  'a scenario without a lead': {
    design: linearDesign({ a: 2 })
      .with(promise(5))
      .with((d) => ({ ...d, meta: { ...d.meta, lead: undefined } }))
      .build(),
    codes: ['meta.noLead'],
  },
  'a field nobody can fill': {
    design: linearDesign({ a: 2 })
      .with(promise(5))
      .field('f', { rules: { required: true }, access: { start: 'read' } })
      .build(),
    codes: ['field.nobodyWrites'],
  },
  'a field without a section, a choice without options': {
    design: linearDesign({ a: 2 }).with(promise(5)).field('f', { kind: 'choice', section: 'gone' }).build(),
    codes: ['field.noSection', 'field.noOptions'],
  },
  'shared data from nowhere': {
    design: linearDesign({ a: 2 })
      .with(promise(5))
      .field('card', { kind: 'idCard' })
      .field('f', { source: { type: 'shared', register: 'stars', attribute: 'x' } })
      .field('g', { source: { type: 'shared', register: 'people', attribute: 'height' } })
      .build(),
    codes: ['field.unknownRegister', 'field.unknownAttribute', 'form.noKeyField'],
  },
  'an office that the directory does not know': {
    design: linearDesign({ a: 2 }).with(promise(5)).lane('moon').build(),
    codes: ['lane.unknownType'],
  },
  'a formula that makes no sense, and one that needs itself': {
    design: linearDesign({ a: 2 })
      .with(promise(5))
      .field('f', { kind: 'number', source: { type: 'computed', feel: 'form.g +' } })
      .field('g', { kind: 'number', source: { type: 'computed', feel: 'form.h + 1' } })
      .field('h', { kind: 'number', source: { type: 'computed', feel: 'form.g + 1' } })
      .build(),
    codes: ['field.computedCycle', 'field.computedSyntax'],
  },
  'an own answer where there is no dispatch': {
    design: linearDesign({ a: 2 })
      .with(promise(5))
      .field('f', { access: { start: 'write', a: 'own' } })
      .build(),
    codes: ['field.ownOutsideDispatch'],
  },
};
