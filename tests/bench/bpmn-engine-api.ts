/** The part of bpmn-engine's interface that the bench uses; its own types leave it out or call it unknown. */
import * as library from 'bpmn-engine';

export type BpmnSourceContext = object;
export interface BpmnEngine {
  getDefinitions(): Promise<
    readonly { readonly environment: { readonly options: { readonly source: BpmnSourceContext } } }[]
  >;
  execute(): Promise<{ signal(message: { readonly id: string }): void }>;
  waitFor(event: 'end'): Promise<unknown>;
}
type EngineClass = new (options: {
  readonly name: string;
  readonly source?: string;
  readonly sourceContext?: BpmnSourceContext;
}) => BpmnEngine;

export const Engine = library.Engine as unknown as EngineClass;
