import type zh from '../../zh/studio-form/versions.ts';

const en: Record<keyof typeof zh, string> = {
  'versions.title': 'Published versions',
  'versions.number': 'Version {{version}}',
  'versions.newest': 'newest',
  'versions.published': '{{at}} by {{who}}',
  'versions.identity': 'Identity',
  'versions.copy': 'Copy the whole identity',
  'versions.copied': 'Copied',
  'versions.cases': '{{count}} running · {{all}} cases in all',
  'versions.answers': 'For {{all}} departments: {{confirmed}} confirmed, {{objected}} objected, {{waiting}} to answer',
  'versions.confirmed': 'Confirmed',
  'versions.objected': 'Objected',
  'versions.waiting': 'To answer',
  'versions.by': '{{who}}, {{at}}',
  'versions.unfold': 'Show all {{count}} departments',
  'versions.fold': 'Fold',
  'versions.emptyTitle': 'Not published yet',
  'versions.emptyBody':
    'When flow and form are drawn and rehearsed, publish at the top right. Each version and its answers are listed here.',
  'versions.old': 'The server cannot be reached; this is what was read before.',
  'versions.compare': 'Compare two versions',
  'versions.from': 'From version',
  'versions.to': 'To version',
  'versions.draft': 'the draft as it is',
  'versions.days': 'Longest time: {{before}} → {{after}} working days',
  'versions.same': 'No difference.',
};
export default en;
