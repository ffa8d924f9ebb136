/**
 * bpmn-engine (npm) on the same case, in memory: the source is parsed once, each case is an engine of its own, people
 * are signals. Nothing is saved.
 */
import { Engine, type BpmnSourceContext } from './bpmn-engine-api.ts';
import { IN_FLIGHT } from './host.ts';

const TASKS = ['a', 'b', 'c'] as const;
const FLOWS: readonly (readonly [string, string])[] = [
  ['start', 'split'],
  ...TASKS.map((task) => ['split', task] as const),
  ...TASKS.map((task) => [task, 'merge'] as const),
  ['merge', 'last'],
  ['last', 'end'],
];
const SOURCE = `<?xml version="1.0" encoding="UTF-8"?>
<definitions id="sample" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:sample">
  <process id="case" isExecutable="true">
    <startEvent id="start" />
    <parallelGateway id="split" />
    ${[...TASKS, 'last'].map((task) => `<userTask id="${task}" />`).join('\n    ')}
    <parallelGateway id="merge" />
    <endEvent id="end" />
    ${FLOWS.map(([from, to]) => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}" />`).join('\n    ')}
  </process>
</definitions>`;

export interface BpmnLoad {
  run(cases: number): Promise<void>;
}

export async function startBpmnEngine(): Promise<BpmnLoad> {
  const [definition] = await new Engine({ name: 'parse', source: SOURCE }).getDefinitions();
  if (definition === undefined) throw new Error('expected one definition in the source');
  const sourceContext = definition.environment.options.source;
  return {
    async run(cases) {
      let next = 0;
      const one = async (): Promise<void> => {
        while (next < cases) {
          next += 1;
          await runCase(sourceContext);
        }
      };
      await Promise.all(Array.from({ length: IN_FLIGHT }, one));
    },
  };
}

async function runCase(sourceContext: BpmnSourceContext): Promise<void> {
  const engine = new Engine({ name: 'case', sourceContext });
  const ended = engine.waitFor('end');
  const execution = await engine.execute();
  for (const id of [...TASKS, 'last']) execution.signal({ id });
  await ended;
}
