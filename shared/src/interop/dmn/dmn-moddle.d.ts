/** What we use of dmn-moddle, which brings no types of its own. */
declare module 'dmn-moddle' {
  /** An element, e.g. of `$type` "dmn:Decision". */
  export interface ModdleElement {
    readonly $type: string;
  }
  export interface ModdlePackage {
    readonly name: string;
    readonly prefix: string;
    readonly uri: string;
    readonly types: readonly ModdleType[];
  }
  export interface ModdleType {
    readonly name: string;
    /** Types of other packages that get the properties. */
    readonly extends: readonly string[];
    readonly properties: readonly ModdleProperty[];
  }
  export interface ModdleProperty {
    readonly name: string;
    readonly type: string;
    readonly isAttr: boolean;
  }
  export class DmnModdle {
    constructor(additionalPackages?: Readonly<Record<string, ModdlePackage>>);
    create(type: string, properties: object): ModdleElement;
    fromXML(xml: string): Promise<{ readonly warnings: readonly { readonly message: string }[] }>;
    toXML(element: ModdleElement, options: { format: boolean; preamble: boolean }): Promise<{ xml: string }>;
  }
}
