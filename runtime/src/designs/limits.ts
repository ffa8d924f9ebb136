/** Bytes of one Yjs update. */
export const UPDATE_LIMIT = 2 * 1024 * 1024;
/** Characters of a design as JSON. */
export const DRAFT_TEXT_LIMIT = 8 * 1024 * 1024;
/** Levels of nested maps and arrays in a draft. */
export const DEPTH_LIMIT = 24;
