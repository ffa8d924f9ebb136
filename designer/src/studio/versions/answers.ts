/** Departments' answers to a version: objections first, then those who still have to answer, then who confirmed. */
export interface Answering {
  readonly id: string;
  readonly name: string;
  readonly answer: 'confirmed' | 'objected' | null;
}

export interface Answers<T extends Answering> {
  readonly confirmed: number;
  readonly objected: number;
  readonly waiting: number;
  readonly inOrder: readonly T[];
}

const RANK = { objected: 0, waiting: 1, confirmed: 2 } as const;
const rank = (one: Answering): number => RANK[one.answer ?? 'waiting'];

export function answersOf<T extends Answering>(departments: readonly T[]): Answers<T> {
  const count = (answer: Answering['answer']) => departments.filter((one) => one.answer === answer).length;
  return {
    confirmed: count('confirmed'),
    objected: count('objected'),
    waiting: count(null),
    inOrder: [...departments].sort((a, b) => rank(a) - rank(b)),
  };
}
