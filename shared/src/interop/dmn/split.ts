/** `"a, b", [1, 2], f(3, 4)` in its three parts: commas inside texts and brackets part nothing. */
export function splitTests(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if ('([{'.includes(token)) depth += 1;
    else if (')]}'.includes(token)) depth -= 1;
    else if (token === ',' && depth <= 0) {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** A text that is not closed reaches to the end. */
const TOKEN = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[()[\]{},]/gs;
