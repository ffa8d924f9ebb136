/** The benches, in order. Names on the command line pick some of them. */
import type { Bench, Result } from './bench.ts';
import { measure } from './bench.ts';
import { expressionsClosure } from './expressions-closure.ts';
import { hostBpmnEngine } from './host-bpmn-engine.ts';
import { hostDurable } from './host-durable.ts';
import { kernelMemory } from './kernel-memory.ts';

const BENCHES: readonly Bench[] = [hostDurable, hostBpmnEngine, kernelMemory, expressionsClosure];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0) {
  const known = BENCHES.map((bench) => bench.name).join(', ');
  process.stderr.write(`Unknown bench ${unknown.join(', ')}; there are ${known}.\n`);
  process.exit(2);
}
const results: Record<string, Result> = {};
for (const bench of BENCHES) {
  if (asked.length > 0 && !asked.includes(bench.name)) continue;
  process.stderr.write(`${bench.name} …\n`);
  results[bench.name] = await measure(bench);
}
process.stderr.write(`\n${table(results)}\n`);
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
process.exit(Object.values(results).every((result) => result.holds) ? 0 : 1);

function table(rows: Readonly<Record<string, Result>>): string {
  const head = ['bench', 'value', 'unit', 'yardstick', 'its value', 'ratio', 'bar', 'holds'];
  const lines = Object.entries(rows).map(([name, row]) => [
    name,
    row.value.toLocaleString('en'),
    row.unit,
    row.yardstick,
    row.yardstickValue.toLocaleString('en'),
    row.ratio.toFixed(3),
    row.bar === null ? '-' : row.bar.toFixed(2),
    row.holds ? 'yes' : 'NO',
  ]);
  const all = [head, ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  return all.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}
