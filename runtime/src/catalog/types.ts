/** What designers pick from: catalog items, data elements, registers' attributes and built-in templates. */
import type { CompileContext } from '@tongban/shared/compiler';
import type { Field, FieldKind } from '@tongban/shared/document';
import type { Page, PageQuery } from '../paging.ts';
import type { Named } from '../session/types.ts';

export interface ItemRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly code: string;
  /** Department type. */
  readonly department: string;
  readonly published: boolean;
}
export interface ElementRow {
  readonly id: string;
  readonly name: string;
  readonly kind: FieldKind;
  readonly register?: string;
  readonly attribute?: string;
  /** Defaults for a field made from this element. */
  readonly config: Partial<Field>;
}
export interface RegisterRow {
  readonly id: string;
  readonly name: string;
  readonly attributes: readonly Named[];
}
export interface TemplateRow {
  readonly code: string;
  readonly title: string;
  readonly module: string;
  readonly summary: string;
  readonly nodes: number;
  readonly fields: number;
}

export interface CatalogArea {
  items(query: PageQuery & { search?: string | undefined }): Promise<Page<ItemRow>>;
  elements(search?: string): Promise<readonly ElementRow[]>;
  registers(): Promise<readonly RegisterRow[]>;
  templates(): Promise<readonly TemplateRow[]>;
  context(): Promise<CompileContext>;
}
