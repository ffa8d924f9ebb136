import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFeel, type Mode } from './parse.ts';
import { isPlainText } from './plain-names.ts';
import { expressions, soups } from './testing.ts';

describe('a text', () => {
  const modes = fc.constantFrom<Mode>('expression', 'unaryTests');

  it('that knows plain names only is read the short way as it is the long way', () => {
    fc.assert(
      fc.property(fc.oneof(soups, expressions), modes, (text, mode) => {
        fc.pre(isPlainText(text, {}));
        // A name with a space is followed through the whole text.
        expect(parseFeel(text, mode)).toEqual(parseFeel(text, mode, { 'zq zq': 'any' }));
      }),
      { numRuns: 1500 },
    );
  });

  it('is read with the names it is given, spaces and signs inside', () => {
    const names = { 'a-b': 'number', 'c d': { kind: 'context', entries: { 'e/f': 'number' } } } as const;
    const root = (text: string, given = {}) => {
      const parsed = parseFeel(text, 'expression', given);
      return parsed.ok && parsed.tree.mode === 'expression' ? parsed.tree.root : parsed;
    };
    expect(root('a-b', names)).toMatchObject({ type: 'name', name: 'a - b' });
    expect(root('a-b')).toMatchObject({ type: 'arithmetic' });
    expect(root('c d.e/f', names)).toMatchObject({ type: 'path', name: 'e / f' });
    expect(root('form.a-b', { form: { kind: 'context', entries: { 'a-b': 'number' }, byId: true } })).toMatchObject({
      type: 'arithmetic',
    });
  });

  it('keeps what stands one after the other flat', () => {
    const parsed = parseFeel('a and b and c or d + 1 - 2 + 3 = 4', 'expression');
    expect(parsed).toMatchObject({
      tree: {
        root: {
          type: 'any',
          of: [
            { type: 'all', of: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] },
            { type: 'compare', left: { rest: [{ operator: '+' }, { operator: '-' }, { operator: '+' }] } },
          ],
        },
      },
    });
  });
});
