/** Sentences with places for parameters: `{name}` is filled in, an empty value by a word that says so. */
export type Language = 'zh' | 'en';

export type WordLanguage = Language;
export type Words = Readonly<Record<WordLanguage, string>>;
export type Params = Readonly<Record<string, string | number>>;

const EMPTY: Words = { zh: '未命名', en: 'unnamed' };

/** A parameter that is missing is a fault of the caller and stays visible as `{name}`. */
export function fill(words: Words, params: Params, language: WordLanguage): string {
  return words[language].replace(/\{(\w+)\}/g, (place, key: string) => {
    const value = params[key];
    return value === undefined ? place : value === '' ? EMPTY[language] : String(value);
  });
}

/** Names of the places in a sentence. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}
