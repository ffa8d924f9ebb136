import type zh from '../zh/releases.ts';

const en: Record<keyof typeof zh, string> = {
  title: 'Versions to confirm',
  help: 'Versions published to your office. Confirm to work by the new one, or comment: the designers read it.',
  emptyTitle: 'Nothing to confirm',
  emptyBody: 'A new version published to your office appears here.',
  pending: 'To confirm',
  answered: 'Answered',
  published: 'Published {{at}}',
  myPart: 'What changes for your office',
  otherPart: 'Other changes ({{count}})',
  noChange: 'No difference from the version before',
  first: 'First version',
  confirm: 'Confirm',
  object: 'Comment',
  comment: 'Comment',
  commentNeeded: 'Write your comment.',
  send: 'Send the comment',
  confirmed: 'Confirmed',
  objected: 'Commented: {{comment}}',
  thanks: 'Confirmed: new cases follow version {{version}}',
  thanksObjection: 'Comment sent',
};
export default en;
