import { describe, expect, it } from 'vitest';
import { caseInView } from './case-in-view.ts';

describe('the case stays open when the role changes', () => {
  it('on its own page, its paper and the desk', () => {
    expect(caseInView('/cases/c1', {})).toBe('c1');
    expect(caseInView('/cases/c1/paper', {})).toBe('c1');
    expect(caseInView('/desk', { case: 'c2', task: 't' })).toBe('c2');
  });

  it('and there is none elsewhere', () => {
    expect(caseInView('/desk', {})).toBe(null);
    expect(caseInView('/portal', { case: 'c3' })).toBe(null);
  });
});
