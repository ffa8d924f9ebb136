/** What a new job of a machine begins with; the same as the schema's own defaults. */
export const JOB_DEFAULTS = { retries: 3, retryMinutes: 5, timeoutSeconds: 30 } as const;
