export { VersionsPanel } from './VersionsPanel.tsx';
