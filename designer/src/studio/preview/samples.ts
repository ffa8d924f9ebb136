/** Sample values for a whole form: for what a place only reads, and for what somebody is to type. */
import type { Design } from '@tongban/shared/document';
import type { FieldView, Value } from '@tongban/shared/kernel';
import { accessAt, type Place } from '../form/access.ts';
import { fillSamples, type SampleSetting } from './sample-values.ts';
import { tickableOf } from './sections.ts';

/**
 * What registers, computations and earlier steps would bring, by field id. At the start nothing comes before: only what
 * is not typed by hand has a value.
 */
export function readSamples(
  design: Design,
  place: Pick<Place, 'id' | 'kind'>,
  setting: SampleSetting,
): Readonly<Record<string, Value>> {
  const tickable = tickableOf(design);
  const result: Record<string, Value> = {};
  for (const field of Object.values(design.form.fields)) {
    if (accessAt(design, field, place.id) !== 'read') continue;
    if (place.kind === 'start' && field.source.type === 'manual') continue;
    const ids = (tickable[field.id] ?? []).map((option) => option.id);
    const sample = { ...field, valid: field.rules.valid };
    Object.assign(result, fillSamples([sample], {}, { ...setting, tickable: ids }));
  }
  return result;
}

/** Values for the fields that can be typed in, by data key; what is filled in stays. */
export function typedSamples(
  fields: readonly FieldView[],
  values: Readonly<Record<string, Value>>,
  setting: SampleSetting,
  design: Design,
): Record<string, Value> {
  const tickable = tickableOf(design);
  const result: Record<string, Value> = {};
  for (const { key, field, value: known } of fields) {
    const ids = (tickable[field.id] ?? []).map((option) => option.id);
    const filled = Object.hasOwn(values, key) ? values[key] : known;
    const value = fillSamples([field], { [field.id]: filled }, { ...setting, tickable: ids })[field.id];
    if (value !== undefined) result[key] = value;
  }
  return result;
}
