/** Periods that hold where a policy says nothing. */
export const USUAL_PERIODS = {
  /** 催办: at most once in half a working day on one task. */
  urgeEvery: { amount: 4, unit: 'workhour' },
  /** 容缺: the cure period after a broken promise, as one city has it. */
  curePeriod: { amount: 15, unit: 'workday' },
} as const;
