/** Namespaces of DMN's versions (1.2 to 1.6 have the same elements, each more than the last), and of ours. */
export const MODEL_NAMESPACES: readonly string[] = [
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20191111/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
  'https://www.omg.org/spec/DMN/20240513/MODEL/',
];

/** FEEL, as an expression language. */
export const FEEL_LANGUAGES: ReadonlySet<string> = new Set([
  'http://www.omg.org/spec/DMN/20180521/FEEL/',
  'https://www.omg.org/spec/DMN/20191111/FEEL/',
  'https://www.omg.org/spec/DMN/20211108/FEEL/',
  'https://www.omg.org/spec/DMN/20230324/FEEL/',
  'https://www.omg.org/spec/DMN/20240513/FEEL/',
  'feel',
]);

/** What our files say beyond DMN; see writer.ts. Other tools pass over it. */
export const OUR_NAMESPACE = 'urn:tongban:dmn:1';

export const PREFIXES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(MODEL_NAMESPACES.map((uri) => [uri, 'dmn'])),
  [OUR_NAMESPACE]: 'tongban',
};
