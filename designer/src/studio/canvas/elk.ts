/** ELK in a worker of its own, loaded when somebody asks for 整理布局 for the first time. */
import type { Flow } from '@tongban/shared/document';
import { elkInput, layoutFromColumns, layoutFromElk } from '../../ui/flow/tidy.ts';

interface Elk {
  layout(graph: unknown): Promise<unknown>;
}

let loading: Promise<Elk> | null = null;

function loadElk(): Promise<Elk> {
  loading ??= Promise.all([import('elkjs/lib/elk-api.js'), import('elkjs/lib/elk-worker.min.js?worker')]).then(
    ([api, worker]) => new api.default({ workerFactory: () => new worker.default() }),
  );
  return loading;
}

/** Positions for all nodes; by plain columns when the worker cannot be had. */
export async function tidyLayout(flow: Flow): Promise<Record<string, { x: number; y: number }>> {
  try {
    const elk = await loadElk();
    const output = await elk.layout(elkInput(flow));
    return layoutFromElk(flow, output as Parameters<typeof layoutFromElk>[1]);
  } catch {
    loading = null;
    return layoutFromColumns(flow);
  }
}
