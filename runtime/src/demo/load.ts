/**
 * Reads the built-in data from disk. A folder that is not there gives nothing; a file that does not fit throws with its
 * name, the place and what was expected, because half of it would be worse than none.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Design } from '@tongban/shared/document';
import type { z } from 'zod';
import type { Register, RegisterValue } from '../sharing/types.ts';
import {
  cardsSchema,
  casesSchema,
  catalogSchema,
  demoDesignsSchema,
  directorySchema,
  elementsSchema,
  readData,
  registerRecordsSchema,
  registersSchema,
  templateSchema,
} from './data-schema.ts';

export interface BuiltIn {
  readonly templates: ReadonlyMap<string, Design>;
  readonly items: z.infer<typeof catalogSchema>;
  readonly elements: z.infer<typeof elementsSchema>;
  readonly registers: z.infer<typeof registersSchema>;
}
export interface SampleData {
  readonly directory: z.infer<typeof directorySchema>;
  readonly cards: z.infer<typeof cardsSchema>;
  readonly designs: z.infer<typeof demoDesignsSchema>;
  readonly cases: z.infer<typeof casesSchema>;
}

function read<T>(folder: string, name: string, schema: z.ZodType<T>): T | null {
  const file = join(folder, name);
  if (!existsSync(file)) return null;
  const data = readData(name, readFileSync(file, 'utf8'), schema);
  if (!data.ok) throw new Error(data.message);
  return data.value;
}

export function loadBuiltIn(folder: string): BuiltIn {
  const templates = new Map<string, Design>();
  const names = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  for (const entry of names.filter((one) => one.isDirectory()).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const design = read(folder, join(entry.name, 'design.json'), templateSchema);
    if (design) templates.set(design.meta.code, design);
  }
  return {
    templates,
    items: read(folder, 'catalog.json', catalogSchema) ?? [],
    elements: read(folder, 'elements.json', elementsSchema) ?? [],
    registers: read(folder, 'registers.json', registersSchema) ?? [],
  };
}

/** Null when there is no sample directory: then there is nobody to play the rest. */
export function loadSample(folder: string): SampleData | null {
  const demo = join(folder, 'demo');
  const directory = read(demo, 'directory.json', directorySchema);
  if (!directory) return null;
  return {
    directory,
    cards: read(demo, 'cards.json', cardsSchema) ?? [],
    designs: read(demo, 'designs.json', demoDesignsSchema) ?? [],
    cases: read(demo, 'cases.json', casesSchema) ?? [],
  };
}

/**
 * The registers behind the port. In demo mode they answer from the sample records; otherwise they are known by name
 * and down, until a connector takes their place.
 */
export function builtInRegisters(builtIn: BuiltIn, folder: string, demo: boolean): readonly Register[] {
  return builtIn.registers.map(({ id, name, attributes }): Register => {
    const file = demo ? read(join(folder, 'demo', 'registers'), `${id}.json`, registerRecordsSchema) : null;
    const records = new Map<string, Readonly<Record<string, RegisterValue>>>(Object.entries(file?.records ?? {}));
    return {
      id,
      name,
      attributes,
      lookup: (key) =>
        file ? Promise.resolve(records.get(key) ?? null) : Promise.reject(new Error(`No connector for register ${id}`)),
    };
  });
}
