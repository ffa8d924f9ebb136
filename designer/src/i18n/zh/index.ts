/** Every area's words in this language; studio-flow and studio-form belong to the studio. */
import admin from './admin.ts';
import calendar from './calendar.ts';
import cases from './cases.ts';
import common from './common.ts';
import desk from './desk.ts';
import form from './form.ts';
import portal from './portal.ts';
import reasons from './reasons.ts';
import releases from './releases.ts';
import signin from './signin.ts';
import studioFlow from './studio-flow.ts';
import studioForm from './studio-form.ts';
import supervise from './supervise.ts';

export default {
  admin,
  calendar,
  cases,
  common,
  desk,
  form,
  portal,
  reasons,
  releases,
  signin,
  'studio-flow': studioFlow,
  'studio-form': studioForm,
  supervise,
};
