/** Words of the studio: form, preview, rehearsal, publishing and tables; one file per part. */
import compare from './studio-form/compare.ts';
import fields from './studio-form/fields.ts';
import form from './studio-form/form.ts';
import materials from './studio-form/materials.ts';
import policies from './studio-form/policies.ts';
import preview from './studio-form/preview.ts';
import publish from './studio-form/publish.ts';
import rehearsal from './studio-form/rehearsal.ts';
import versions from './studio-form/versions.ts';

export default {
  ...form,
  ...fields,
  ...preview,
  ...rehearsal,
  ...publish,
  ...versions,
  ...compare,
  ...materials,
  ...policies,
};
