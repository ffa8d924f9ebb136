import { describe, expect, it } from 'vitest';
import { answersOf } from './answers.ts';

describe('answers to a version', () => {
  it('shows first who objects, then who has not answered', () => {
    const answers = answersOf([
      { id: 'a', name: 'A', answer: 'confirmed' },
      { id: 'b', name: 'B', answer: null },
      { id: 'c', name: 'C', answer: 'objected' },
      { id: 'd', name: 'D', answer: null },
    ]);
    expect(answers.inOrder.map((one) => one.id)).toEqual(['c', 'b', 'd', 'a']);
    expect(answers).toMatchObject({ confirmed: 1, objected: 1, waiting: 2 });
  });
});
