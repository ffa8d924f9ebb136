export { PublishDialog } from './PublishDialog.tsx';
