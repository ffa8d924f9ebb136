/** The one set of field components, used by builder, preview and case page. */
export { FieldInput, type FieldInputProps } from './FieldInput.tsx';
export { FormSections, type FormSectionsProps } from './FormSections.tsx';
export { useProblemWords } from './problem-words.ts';
export { FormToolsContext, useFormTools, type FormMode, type FormTools } from './tools.ts';
export { flushDrafts } from './use-local-draft.ts';
export { countFields, holdsValue, isFilled, isMissing, valueOf, type Values } from './values.ts';
