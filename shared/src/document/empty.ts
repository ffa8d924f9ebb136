/** A blank page: what a new scenario starts with. */
import { SCHEMA_VERSION, designSchema, type Design, type ModuleId } from './schema.ts';

export function emptyDesign(code: string, title: string, module: ModuleId = 'approval'): Design {
  return designSchema.parse({ schemaVersion: SCHEMA_VERSION, meta: { code, title, module }, flow: {}, form: {} });
}
