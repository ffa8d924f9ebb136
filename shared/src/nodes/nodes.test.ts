import { describe, expect, it } from 'vitest';
import { nodeSchema, type NodeKind } from '../document/index.ts';
import { NODE_KINDS, NODE_WORDS, newNode, nodeIcon, nodeKind } from './index.ts';

describe('node kinds', () => {
  it.each(NODE_KINDS)('%s: a new one is a node of its schema, with words in both languages', (kind) => {
    for (const lang of ['zh-CN', 'en'] as const) {
      const node = newNode(kind, { id: 'n1', lane: 'l1', attachedTo: 'host' }, lang);
      expect(nodeSchema.parse(node)).toEqual(node);
      expect(node).toMatchObject({ id: 'n1', kind, lane: 'l1', name: NODE_WORDS[kind][lang].name });
    }
    expect(nodeIcon(kind)).not.toBe('');
  });

  it('say what was expected when a kind is unknown', () => {
    expect(() => nodeKind('teleport' as NodeKind)).toThrow(/Expected a node kind of start, .*, but got "teleport"/);
  });
});
