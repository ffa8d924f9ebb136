import { defineConfig } from 'vitest/config';

/** Browser walks share one machine with their servers, so they run after one another; the rest side by side. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'shared', root: 'shared', include: ['src/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'runtime',
          root: 'runtime',
          include: ['{src,test}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'designer', root: 'designer', include: ['{src,test}/**/*.test.{ts,tsx}'], testTimeout: 30_000 } },
      {
        test: {
          name: 'tests',
          root: 'tests',
          include: ['{conformance,e2e,faults,properties}/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
