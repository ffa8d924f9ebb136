/**
 * What a form may do beyond holding values, given once for all its fields so that no field re-renders for it:
 * uploading, opening a file, objecting to shared data (有误，提出异议), collecting remarks of a correction (补正).
 */
import type { Option } from '@tongban/shared/document';
import type { FieldView, FileRef } from '@tongban/shared/kernel';
import { createContext, useContext } from 'react';

export interface FormTools {
  readonly upload?: (field: string, file: File) => Promise<FileRef>;
  readonly openFile?: (file: FileRef) => void;
  /** For `department` fields: what can be ticked, by field id. */
  readonly tickable?: Readonly<Record<string, readonly Option[]>>;
  readonly dispute?: (field: FieldView) => void;
  /** While a correction is being written: a click on a field picks it. */
  readonly pick?: (field: FieldView) => void;
  /** Remarks being written, by field id. */
  readonly picked?: Readonly<Record<string, string>>;
}

export const FormToolsContext = createContext<FormTools>({});

export function useFormTools(): FormTools {
  return useContext(FormToolsContext);
}

export type FormMode = 'edit' | 'read';
