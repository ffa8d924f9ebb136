export { MaterialsPanel } from './MaterialsPanel.tsx';
