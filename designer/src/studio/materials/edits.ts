/** Materials and items as pure changes of the design. */
import {
  materialSchema,
  orderAt,
  orderAtEnd,
  placeField,
  sorted,
  type Design,
  type Field,
} from '@tongban/shared/document';
import { newField } from '@tongban/shared/fields';

export type Material = Design['materials'][string];
export type ItemRef = Design['items'][string];

const withMaterials = (design: Design, materials: Design['materials']): Design => ({ ...design, materials });

export const addMaterial = (design: Design, id: string, name: string): Design =>
  withMaterials(design, {
    ...design.materials,
    [id]: materialSchema.parse({ id, name, order: orderAtEnd(design.materials) }),
  });

/** Changes answers of a material. What it is no longer asked (a reason when it is submitted) goes away. */
export function changeMaterial(design: Design, id: string, change: Partial<Omit<Material, 'id'>>): Design {
  const material = design.materials[id];
  if (!material) return design;
  const next = { ...material, ...change };
  if (!next.exempt) delete next.exemptReason;
  return withMaterials(design, { ...design.materials, [id]: next });
}

export function removeMaterial(design: Design, id: string): Design {
  const { [id]: _gone, ...rest } = design.materials;
  return withMaterials(design, rest);
}

export function stepMaterial(design: Design, id: string, direction: -1 | 1): Design {
  const list = sorted(design.materials);
  const now = list.findIndex((material) => material.id === id);
  const target = now + direction;
  if (now < 0 || target < 0 || target >= list.length) return design;
  return changeMaterial(design, id, { order: orderAt(design.materials, target, id) });
}

/** A file field of the material's name at the end of the form, and the material uploaded there. */
export function giveUploadField(design: Design, id: string, fieldId: string): Design {
  const material = design.materials[id];
  const section = sorted(design.form.sections).at(-1);
  if (!material || !section) return design;
  const field: Field = newField({ id: fieldId, order: 'a0', section: section.id, kind: 'file', name: material.name });
  return changeMaterial(placeField(design, field, section.id), id, { field: fieldId });
}

export interface MaterialFigures {
  readonly all: number;
  readonly exempt: number;
  readonly upload: number;
}
export function materialFigures(design: Design): MaterialFigures {
  const all = Object.values(design.materials);
  const exempt = all.filter((material) => material.exempt).length;
  return { all: all.length, exempt, upload: all.length - exempt };
}

// ---------------------------------------------------------------- items

const withItems = (design: Design, items: Design['items']): Design => ({ ...design, items });

/** The first item leads, the others take part. An item that is there already is not taken twice. */
export function addItem(design: Design, id: string, item: { readonly id: string; readonly version: number }): Design {
  const list = Object.values(design.items);
  if (list.some((ref) => ref.item === item.id)) return design;
  const role = list.some((ref) => ref.role === 'lead') ? 'co' : 'lead';
  const ref: ItemRef = { id, order: orderAtEnd(design.items), item: item.id, version: item.version, role };
  return withItems(design, { ...design.items, [id]: ref });
}

export function changeItem(design: Design, id: string, change: Partial<Omit<ItemRef, 'id' | 'item'>>): Design {
  const ref = design.items[id];
  return ref ? withItems(design, { ...design.items, [id]: { ...ref, ...change } }) : design;
}

/** One item leads: the one that led before takes part from now on. */
export function lead(design: Design, id: string): Design {
  if (!design.items[id]) return design;
  const items = Object.fromEntries(
    Object.entries(design.items).map(([key, ref]) => [
      key,
      { ...ref, role: key === id ? ('lead' as const) : ('co' as const) },
    ]),
  );
  return withItems(design, items);
}

export function removeItem(design: Design, id: string): Design {
  const { [id]: _gone, ...rest } = design.items;
  return withItems(design, rest);
}
