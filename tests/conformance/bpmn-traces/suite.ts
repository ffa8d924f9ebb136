/** Execution traces of BPMN diagrams: stimuli in, flow nodes that completed out, per stimulus. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseResult, Suite } from '../suite.ts';
import type { TraceCase } from './case-file.ts';
import { runTrace } from './run.ts';

export const bpmnTraces: Suite = {
  bars: { completed: 0.75 },
  async *run(folder): AsyncIterable<CaseResult> {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'index.json');
    for (const name of names.sort()) {
      const trace = JSON.parse(readFileSync(join(folder, name), 'utf8')) as TraceCase;
      if (trace.format !== 'bpmn-trace/1') continue;
      const xml = readFileSync(join(folder, trace.bpmn), 'utf8');
      yield { group: 'completed', name: trace.name, ...(await judge(trace, xml)) };
    }
  },
};

async function judge(trace: TraceCase, xml: string): Promise<Pick<CaseResult, 'ok' | 'detail'>> {
  const run = await runTrace(trace, xml);
  if (!run.ok) return { ok: false, detail: run.why };
  for (const [i, expected] of trace.completed.entries()) {
    const found = [...(run.segments[i] ?? [])].sort();
    const wanted = [...expected].sort();
    if (found.join(' ') === wanted.join(' ')) continue;
    return { ok: false, detail: `WRONG segment ${i}: expected ${wanted.join(' ')} but found ${found.join(' ')}` };
  }
  return { ok: true, detail: '' };
}
