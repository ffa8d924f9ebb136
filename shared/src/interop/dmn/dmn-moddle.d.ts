/** What we use of dmn-moddle, which brings no types of its own. */
declare module 'dmn-moddle' {
  /** A parsed element: its `$type` ("dmn:Decision"), attributes as texts, child elements by property. */
  export interface ModdleElement {
    readonly $type: string;
    readonly $parent?: ModdleElement;
    readonly [property: string]: unknown;
  }
  export interface ModdlePackage {
    readonly name: string;
    readonly prefix: string;
    readonly uri: string;
    readonly types: readonly ModdleType[];
  }
  export interface ModdleType {
    readonly name: string;
    readonly superClass?: readonly string[];
    readonly isAbstract?: boolean;
    readonly properties?: readonly ModdleProperty[];
  }
  export interface ModdleProperty {
    readonly name: string;
    readonly type: string;
    readonly isAttr?: boolean;
    readonly isMany?: boolean;
    readonly xml?: { readonly serialize: 'property' };
  }
  export interface ParseResult {
    readonly rootElement: ModdleElement;
    readonly warnings: readonly { readonly message: string }[];
  }
  export class DmnModdle {
    constructor(additionalPackages?: Readonly<Record<string, ModdlePackage>>);
    getPackage(prefix: string): ModdlePackage;
    create(type: string, properties?: object): ModdleElement;
    fromXML(xml: string, typeName?: string): Promise<ParseResult>;
    toXML(element: ModdleElement, options?: { format?: boolean; preamble?: boolean }): Promise<{ xml: string }>;
  }
}
