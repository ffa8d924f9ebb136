import { describe, expect, it } from 'vitest';
import { decisionTableSchema } from './schema.ts';

describe('a decision table in a document', () => {
  it('needs only its name and place; the rest is what an empty table is', () => {
    expect(decisionTableSchema.parse({ id: 't', order: 'a0', name: '分级' })).toEqual({
      id: 't',
      order: 'a0',
      name: '分级',
      hitPolicy: 'unique',
      aggregation: 'list',
      inputs: {},
      outputs: {},
      annotations: {},
      rules: {},
    });
  });

  it('refuses a column that asks about nothing, and a policy that DMN does not know', () => {
    const input = { id: 'i', order: 'a0', name: '年龄' };
    const table = { id: 't', order: 'a0', name: '分级' };
    expect(decisionTableSchema.safeParse({ ...table, inputs: { i: input } }).success).toBe(false);
    expect(decisionTableSchema.safeParse({ ...table, hitPolicy: 'U' }).success).toBe(false);
  });
});
