/** Places in a text that a person writes: `{field id}` stands for the field's value. */

/** Each id once, in order of first appearance. */
export function placesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([^{}\s]{1,64})\}/gu)].map((match) => match[1] ?? ''))];
}
