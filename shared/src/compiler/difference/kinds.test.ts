import { describe, expect, it } from 'vitest';
import { decisionTableSchema } from '../../decisions/index.ts';
import { putNode, removeElements, updateNode, type Design, type FlowNode, type NodeOf } from '../../document/index.ts';
import { newNode } from '../../nodes/index.ts';
import { differenceSentence } from '../../words/difference.ts';
import { DesignBuilder } from '../testing.ts';
import { difference } from './difference.ts';

const signer = (id: string, more: object = {}) => ({ [id]: { id, order: id, name: id, post: 'clerk', ...more } });
const base = (): Design =>
  new DesignBuilder()
    .node('start', 'start')
    .task('a', { days: 2, decides: ['ok', '-no'], mode: 'vote', signers: signer('s'), threshold: 0.5 })
    .node('group', 'part')
    .task('inner', { group: 'part' })
    .node('notify', 'tell', { text: 'Come' })
    .node('dispatch', 'd', {
      bodies: { b: { id: 'b', order: 'a0', name: 'B', party: { kind: 'department', type: 'b' } } },
    })
    .node('end', 'end')
    .chain('start', 'a', 'part', 'tell', 'd', 'end')
    .build();

const zh = (change: (design: Design) => Design): string[] => {
  const sentences = difference(base(), change(base()));
  for (const one of sentences) expect(differenceSentence(one, 'en')).not.toMatch(/[{}]/);
  return sentences.map((one) => differenceSentence(one, 'zh'));
};
const set =
  <N extends FlowNode>(id: string, change: Partial<N>) =>
  (design: Design) =>
    updateNode<N>(design, id, change as Partial<Omit<N, 'id' | 'kind'>>);

describe('what changed in nodes of every kind', () => {
  it('is said by the name of the kind', () => {
    expect(zh((design) => putNode(design, newNode('wait', { id: 'w', name: '公示' }, 'zh-CN')))).toEqual([
      '新增等待“公示”。',
    ]);
    expect(zh((design) => removeElements(design, ['tell']))).toContain('取消消息通知“tell”。');
    expect(zh(set<NodeOf<'notify'>>('tell', { text: 'Go' }))).toEqual(['消息通知“tell”有调整。']);
  });

  it('tells where steps stand now, and what undoes what', () => {
    expect(zh(set('inner', { group: undefined }))).toContain('“inner”移出子流程“part”。');
    expect(zh(set('tell', { group: 'part' }))).toEqual(['“tell”移入子流程“part”。']);
    expect(zh(set('tell', { undoes: 'a' }))).toEqual(['“tell”成为“a”的撤销环节。']);
  });

  it('tells how several decide, and what happens at the due time', () => {
    const task = (change: Partial<NodeOf<'task'>>) => zh(set<NodeOf<'task'>>('a', change));
    expect(task({ mode: 'graded' })).toEqual(['“a”改为分级审批。']);
    expect(task({ threshold: 0.7 })).toEqual(['“a”的通过比例有调整。']);
    expect(task({ signers: signer('s', { weight: 3 }) as NodeOf<'task'>['signers'] })).toEqual([
      '“a”中“s”的岗位、票数或条件有调整。',
    ]);
    expect(task({ reminders: [{ amount: 1, unit: 'workday' }] })).toEqual(['“a”到期前提醒 1 次。']);
    expect(task({ overdue: { type: 'default', decision: 'ok', basis: '规定' } })).toEqual([
      '“a”超时按“ok”办结，依据：规定。',
    ]);
    expect(task({ overdue: { type: 'escalate', code: 'late' } })).toEqual(['“a”超时上报。']);
    expect(zh(set<NodeOf<'dispatch'>>('d', { join: 'atLeast', count: 1 }))).toEqual(['“d”有 1 个部门同意即往下走。']);
  });

  it('tells of decision tables', () => {
    const table = decisionTableSchema.parse({ id: 't', order: 'a0', name: '级别' });
    expect(zh((design) => ({ ...design, tables: { t: table } }))).toEqual(['新增规则表“级别”。']);
    const ruled = { ...base(), tables: { t: table } };
    const sentences = difference(ruled, { ...ruled, tables: { t: { ...table, hitPolicy: 'first' } } });
    expect(sentences.map((one) => differenceSentence(one, 'zh'))).toEqual(['规则表“级别”有修改。']);
  });
});
