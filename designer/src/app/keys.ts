/** A key that nobody else has: 128 random bits. Works on plain http too, where crypto.randomUUID is absent. */
export function newKey(): string {
  const bits = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bits, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
