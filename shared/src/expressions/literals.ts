/** Literals as they are written in FEEL, and how they are meant. */

/** Sign and digits may stand apart. */
export const numberOf = (written: string): number => Number(written.replace(/\s+/g, ''));

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
/** `\uXXXX` as often as it takes (pairs of surrogates come as two); five or six digits are one code point. */
const ESCAPE = /\\(?:u([0-9a-f]{5,6})|u([0-9a-f]{1,4})|(["\\nrt]))/gi;

/** What a quoted text means; an escape that is none stays as it is written. */
export function stringOf(quoted: string): string {
  return quoted.replace(/^"|"$/g, '').replace(ESCAPE, (whole, point?: string, unit?: string, plain?: string) => {
    if (point !== undefined) return fromCodePoint(parseInt(point, 16));
    if (unit !== undefined) return String.fromCharCode(parseInt(unit, 16));
    return ESCAPES[plain?.toLowerCase() ?? ''] ?? whole;
  });
}

const fromCodePoint = (point: number): string => (point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd');
