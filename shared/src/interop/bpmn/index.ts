/** BPMN 2.0: files in. */
export { importBpmn, type BpmnImport, type ImportedDesign } from './import.ts';
export { CHANGES, KEPT_REASONS, type Change, type ImportReport, type KeptReason, type ReportLine } from './report.ts';
export type { ConvertOptions } from './convert.ts';
export type { BpmnReadError } from './read.ts';
