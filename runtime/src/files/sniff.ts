/** Does a file begin as its extension promises? Kinds without a known beginning pass. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
const BEGINNINGS: Readonly<Record<string, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46],
  png: [0x89, 0x50, 0x4e, 0x47],
  jpg: [0xff, 0xd8, 0xff],
  jpeg: [0xff, 0xd8, 0xff],
  gif: [0x47, 0x49, 0x46, 0x38],
  bmp: [0x42, 0x4d],
  doc: OLE,
  xls: OLE,
  ppt: OLE,
  wps: OLE,
  docx: ZIP,
  xlsx: ZIP,
  pptx: ZIP,
  ofd: ZIP,
  zip: ZIP,
  rar: [0x52, 0x61, 0x72, 0x21],
  '7z': [0x37, 0x7a, 0xbc, 0xaf],
};
/** Text must not carry zero bytes. */
const TEXT: ReadonlySet<string> = new Set(['txt', 'csv', 'json', 'xml', 'md']);
/** Bytes of the beginning that are needed. */
export const SNIFF_BYTES = 512;

export function beginsAs(extension: string, head: Uint8Array): boolean {
  if (TEXT.has(extension)) return !head.includes(0);
  const expected = BEGINNINGS[extension];
  return expected === undefined || expected.every((byte, at) => head[at] === byte);
}

/** Lower case, without the dot; '' when there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}
