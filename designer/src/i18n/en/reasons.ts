import type zh from '../zh/reasons.ts';

const en: Record<keyof typeof zh, string> = {
  offline: 'The server cannot be reached. What you typed is kept; try again when it is back.',
  unexpected:
    'Something went wrong and this step was not done. Nothing else is affected. Try again, or tell an administrator.',
  sessionRequired: 'Your session has ended. Sign in again; what you typed is kept.',
  forbidden: 'Your post does not have this right. Ask an administrator for it.',
  badCredentials: 'Account or password is wrong. Check them and try again.',
  tooManyAttempts: 'Too many attempts. Wait a few minutes and try again.',
  conflict: 'Someone else has changed this, so your change was not saved. Reload and look before you go on.',
  newerSchema: 'This file comes from a newer version that cannot be read here. Upgrade first.',
  invalidJson: 'This is not valid JSON; nothing was imported. Check it and try again.',
  invalidDesign: 'The content is not as required; nothing was imported.',
  tooLarge: 'This is over the size limit and was not saved. Compress or split it and try again.',
  tooDeep: 'This is nested too deeply and was not saved.',
  fileType: 'This type of file is not accepted. Convert it and upload it again.',
  staleDraft: 'The draft was upgraded elsewhere. Reload the page.',
  blocked: 'There are problems left; it cannot be published yet.',
  changedSince: 'It has changed since you looked. Check it again before you send it.',
  noDepartments: 'Choose at least one department.',
  registerUnknown: 'There is no such register.',
  demoOnly: 'Only the demo allows this.',
  invalidInput: 'What was sent is not as required and was not saved. Check it and try again.',
  invalidCalendar: 'The holiday data has the wrong form and was not imported.',
  notOffered: 'This service is not open to your office at present.',
  alreadyAnswered: 'This version has been answered already.',
  csrf: 'The request did not pass the origin check. Reload the page and try again.',
  notFound: 'Not found. It may have been deleted, or you may not see it.',
};
export default en;
