import type zh from '../../zh/studio-form/preview.ts';

const en: Record<keyof typeof zh, string> = {
  'preview.open': 'Preview',
  'preview.back': 'Back to the builder',
  'preview.as': 'Seen by whom',
  'preview.asOne': 'As {{who}}',
  'preview.fill': 'Fill in samples',
  'preview.clear': 'Clear',
  'preview.note': 'The form as {{who}} meets it. What you type here is only for trying and is not kept.',
  'preview.emptyTitle': 'No step to preview yet',
  'preview.emptyBody': 'Put a Submit under Flow first, then see the form as the applicant does.',
  'preview.nothingTitle': 'Nothing to see',
  'preview.nothingBody': '{{who}} has nothing to see or fill. Select a field under Form to say who sees and fills it.',
  'preview.decisions': 'What can be decided',
  'preview.opinionRequired': 'with an opinion',
  'preview.powers': 'Also: {{powers}}',
  'preview.comma': ', ',
  'preview.correct': 'ask for a correction',
  'preview.return': 'return to an earlier step',
  'preview.reject': 'reject the case',
  'sample.text': 'Sample {{name}}',
  'sample.longText': 'Sample text for {{name}}, for trying only.',
  'sample.file': 'Sample {{name}}',
};
export default en;
