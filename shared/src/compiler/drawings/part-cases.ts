import { DesignBuilder } from '../testing.ts';
import { changeNode, days, line, type Cases } from './made-of.ts';

/** start → part → end; the part holds the step p. */
const parted = (): DesignBuilder =>
  new DesignBuilder()
    .node('start', 'start')
    .node('group', 'part')
    .task('p', { group: 'part' })
    .node('end', 'end')
    .chain('start', 'part', 'end');
const plain = (): DesignBuilder => line().chain('start', 'a', 'end');
const soon = { type: 'timer', after: days(1) };

/** How the parts of a flow stand to each other. */
export const PART_CASES: Cases = {
  'a line across the border of a part': {
    design: parted().task('b').chain('p', 'b', 'end').build(),
    codes: ['edge.crossesGroup'],
  },
  'an empty part': {
    design: line().node('group', 'part').chain('start', 'a', 'part', 'end').build(),
    codes: ['group.empty'],
  },
  'a part that begins nowhere': {
    design: parted().task('q', { group: 'part' }).chain('p', 'q', 'p').build(),
    codes: ['group.noBeginning', 'node.unreachable'],
  },
  'a part that an event opens, on a way': {
    design: plain()
      .node('group', 'part', { event: { on: soon, interrupting: false } })
      .task('p', { group: 'part' })
      .edge('part', 'end')
      .build(),
    codes: ['group.eventOnWay'],
  },
  'a part that no event opens': {
    design: plain()
      .node('group', 'part', { event: { interrupting: false } })
      .task('p', { group: 'part' })
      .build(),
    codes: ['event.none'],
  },
  'a part that an error opens beside what has failed': {
    design: plain()
      .node('group', 'part', { event: { on: { type: 'error' }, interrupting: false } })
      .task('p', { group: 'part' })
      .node('group', 'risk')
      .task('q', { group: 'risk', decides: ['ok', '-no'] })
      .node('fail', 'f', { group: 'risk', code: 'broken' })
      .node('end', 'well', { group: 'risk' })
      .with((design) => ({ ...design, flow: { ...design.flow, edges: {} } }))
      .chain('start', 'a', 'risk', 'end')
      .chain('q', 'well')
      .edge('q', 'f', { decision: 'no' })
      .build(),
    codes: ['group.errorGoesOn'],
  },
  'an attachment to an end': {
    design: plain().node('onError', 'x', { attachedTo: 'end' }).edge('x', 'end').build(),
    codes: ['attachment.noHost'],
  },
  'an attachment for what never happens': {
    design: plain().node('onError', 'x', { attachedTo: 'a', code: 'broken' }).edge('x', 'end').build(),
    codes: ['catch.neverThrown'],
  },
  'an attachment beside the step that joins the flow again': {
    design: line()
      .task('b')
      .chain('start', 'a', 'b', 'end')
      .node('onTime', 'late', { attachedTo: 'a', after: days(1) })
      .edge('late', 'b')
      .build(),
    codes: ['aside.joinsMain', 'sound.twoTokens'],
  },
  'a beginning of a part that has its own way of starting': {
    design: parted()
      .node('start', 's', { group: 'part', trigger: { type: 'office' } })
      .chain('s', 'p')
      .build(),
    codes: ['start.triggerInside'],
  },
  'a link without its other end': {
    design: line().node('link', 'x', { direction: 'throw', name: 'L' }).chain('start', 'a', 'x').build(),
    codes: ['link.noPartner', 'node.unreachable'],
  },
  'a link with several ends to arrive at': {
    design: line()
      .node('link', 'x', { direction: 'throw', name: 'L' })
      .node('link', 'y', { direction: 'catch', name: 'L' })
      .node('link', 'z', { direction: 'catch', name: 'L' })
      .chain('start', 'a', 'x')
      .chain('y', 'end')
      .chain('z', 'end')
      .build(),
    codes: ['link.severalCatches'],
  },
  'a link with a line on the wrong side': {
    design: line()
      .node('link', 'x', { direction: 'throw', name: 'L' })
      .node('link', 'y', { direction: 'catch', name: 'L' })
      .chain('start', 'a', 'x', 'end')
      .chain('y', 'end')
      .build(),
    codes: ['link.wrongSide'],
  },
  'a race of one, to no wait': {
    design: line().node('firstEvent', 'x').chain('start', 'x', 'a', 'end').build(),
    codes: ['firstEvent.oneWay', 'firstEvent.noWait'],
  },
  'a race to a wait that others come to': {
    design: line()
      .node('firstEvent', 'x')
      .node('wait', 'w', { on: soon })
      .node('wait', 'v', { on: soon })
      .with(changeNode('a', { decisions: { ok: decision('ok', 'a0'), no: decision('no', 'a1') } }))
      .edge('start', 'a')
      .edge('a', 'x', { decision: 'ok' })
      .edge('a', 'w', { decision: 'no' })
      .chain('x', 'w', 'end')
      .chain('x', 'v', 'end')
      .build(),
    codes: ['firstEvent.sharedWait'],
  },
  'a reverse step that cannot undo': {
    design: plain().node('exclusive', 'x', { undoes: 'a' }).build(),
    codes: ['reverse.wrongKind'],
  },
  'a reverse step in another part': {
    design: parted().task('back', { undoes: 'p' }).build(),
    codes: ['reverse.otherGroup'],
  },
  'a reverse step on a way': {
    design: line().task('back', { undoes: 'a' }).chain('start', 'a', 'back', 'end').build(),
    codes: ['reverse.onWay'],
  },
  'two reverse steps of one': {
    design: plain().task('back', { undoes: 'a' }).task('again', { undoes: 'a' }).build(),
    codes: ['reverse.several'],
  },
  'a reverse step that goes on with the flow': {
    design: line().task('b').task('back', { undoes: 'a' }).chain('start', 'a', 'b', 'end').chain('back', 'b').build(),
    codes: ['reverse.joinsMain'],
  },
  'an undoing of nothing': {
    design: line().node('undo', 'x').chain('start', 'a', 'x', 'end').build(),
    codes: ['undo.nothing'],
  },
  'an undoing of a step that is gone': {
    design: line().node('undo', 'x', { of: 'gone' }).chain('start', 'a', 'x', 'end').build(),
    codes: ['undo.unknown'],
  },
  'an undoing of a step that cannot be undone': {
    design: line().node('undo', 'x', { of: 'a' }).chain('start', 'a', 'x', 'end').build(),
    codes: ['undo.noReverse'],
  },
};

function decision(id: string, order: string) {
  return { id, order, name: id, tone: 'neutral', opinionRequired: false };
}
