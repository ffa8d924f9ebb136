/** A template's document as a Design, read as the product reads it: an older schema version is brought up. */
import { savedDesignSchema, type Design } from '../document/index.ts';

export const designOf = (json: unknown): Design => savedDesignSchema.parse(json);
