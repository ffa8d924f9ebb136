export { RehearsalBar } from './RehearsalBar.tsx';
export { RehearsalPanel } from './RehearsalPanel.tsx';
export { usePlayTrace, useRehearsal, type RehearsalOnCanvas } from './use-rehearsal.ts';
