import type { Diagnostic } from '@tongban/shared/compiler';

/** How many errors and warnings there are; notes are not counted. */
export function countOpen(diagnostics: readonly Diagnostic[]): { errors: number; warnings: number } {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const warnings = diagnostics.filter((diagnostic) => diagnostic.severity === 'warning').length;
  return { errors, warnings };
}
