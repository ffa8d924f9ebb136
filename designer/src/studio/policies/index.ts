export { PoliciesPanel } from './PoliciesPanel.tsx';
