import { describe, expect, it } from 'vitest';
import { CODES } from '../compiler/diagnostics.ts';
import { REPAIR_CODES } from '../compiler/repairs.ts';
import { ASSUMPTIONS } from '../compiler/seal.ts';
import { ASSUMPTION_WORDS, DIAGNOSTIC_WORDS, REPAIR_WORDS } from './diagnostics.ts';
import { placesIn } from './sentence.ts';

describe('what the compiler says', () => {
  it('has a sentence in both languages for every code, with the same facts in both', () => {
    expect(Object.keys(DIAGNOSTIC_WORDS).sort()).toEqual(Object.keys(CODES).sort());
    for (const [code, words] of Object.entries(DIAGNOSTIC_WORDS)) {
      expect(new Set(placesIn(words.en)), code).toEqual(new Set(placesIn(words.zh)));
      expect(words.zh, code).toMatch(/。$/);
      expect(words.en, code).toMatch(/\.$/);
    }
  });

  it('has a word for every repair and assumption', () => {
    expect(Object.keys(REPAIR_WORDS).sort()).toEqual([...REPAIR_CODES].sort());
    expect(Object.keys(ASSUMPTION_WORDS).sort()).toEqual([...ASSUMPTIONS].sort());
  });
});
