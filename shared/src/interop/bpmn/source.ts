/** The text of one element in its file, to the letter: what is kept is kept as it was written. */

/** Empty when the element has no id, or its end is not found. */
export function sourceOf(xml: string, id: string | undefined): string {
  if (id === undefined) return '';
  const attribute = new RegExp(`\\sid\\s*=\\s*(?:"${escaped(id)}"|'${escaped(id)}')`, 'u').exec(xml);
  if (!attribute) return '';
  const from = xml.lastIndexOf('<', attribute.index);
  const name = /^<([\w.-]+(?::[\w.-]+)?)/u.exec(xml.slice(from, from + 200))?.[1];
  if (from < 0 || name === undefined) return '';
  const tag = new RegExp(`<(/?)${escaped(name)}(?=[\\s/>])(?:"[^"]*"|'[^']*'|[^"'>])*?(/?)>`, 'gu');
  tag.lastIndex = from;
  let depth = 0;
  for (let match = tag.exec(xml); match; match = tag.exec(xml)) {
    if (match[1] === '/') depth--;
    else if (match[2] !== '/') depth++;
    if (depth <= 0) return xml.slice(from, match.index + match[0].length);
  }
  return '';
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
