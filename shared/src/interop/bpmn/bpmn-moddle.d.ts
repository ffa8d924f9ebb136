/** What we use of bpmn-moddle, which brings no types of its own. */
declare module 'bpmn-moddle' {
  /** A parsed element: its `$type` ("bpmn:UserTask"), attributes and child elements by property. */
  export interface ModdleElement {
    readonly $type: string;
    readonly $parent?: ModdleElement;
    /** Attributes that BPMN does not know. */
    readonly $attrs?: Readonly<Record<string, string>>;
    readonly id?: string;
    readonly name?: string;
    readonly [property: string]: unknown;
  }
  export interface ModdleType {
    readonly name: string;
    readonly properties?: readonly { readonly name: string }[];
  }
  export interface ParseResult {
    readonly rootElement: ModdleElement;
    readonly warnings: readonly { readonly message: string }[];
  }
  export class BpmnModdle {
    constructor(additionalPackages?: Readonly<Record<string, object>>);
    getPackages(): readonly { readonly types: readonly ModdleType[] }[];
    fromXML(xml: string, typeName?: string): Promise<ParseResult>;
  }
}
