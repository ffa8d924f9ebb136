/** What the compiler needs of a catalog, from files: for the command line, where no server runs. */
import type { CompileContext } from '@tongban/shared/compiler';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const itemsSchema = z.array(
  z.object({ id: z.string(), version: z.number(), name: z.string(), published: z.boolean() }),
);
const registersSchema = z.array(
  z.object({ id: z.string(), name: z.string(), attributes: z.array(z.object({ id: z.string() })) }),
);

/** Reads catalog.json and, where it is there, registers.json. Throws when a file is missing or of another shape. */
export function readContext(folder: string): CompileContext {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const items = itemsSchema.parse(read('catalog.json')).sort((a, b) => a.version - b.version);
  const context: CompileContext = { items: Object.fromEntries(items.map((item) => [item.id, item])) };
  if (!existsSync(join(folder, 'registers.json'))) return context;
  const registers = registersSchema.parse(read('registers.json'));
  return {
    ...context,
    registers: Object.fromEntries(
      registers.map(({ id, name, attributes }) => [
        id,
        { name, attributes: attributes.map((attribute) => attribute.id) },
      ]),
    ),
  };
}
