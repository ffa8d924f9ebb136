export { ConditionEditor, type ConditionEditorProps } from './ConditionEditor.tsx';
