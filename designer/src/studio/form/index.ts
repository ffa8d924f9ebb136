export { FormPanel } from './FormPanel.tsx';
