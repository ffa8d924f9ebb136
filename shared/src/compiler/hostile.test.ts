/** Whatever is drawn, the compiler answers: it says what is wrong, and never throws. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { designSchema, parseDesign, type Design } from '../document/index.ts';
import { diagnosticSentence, repairSentence } from '../words/diagnostics.ts';
import { compile, lowerUnsealed } from './compile.ts';
import { difference } from './difference/difference.ts';
import { applyRepair } from './repairs.ts';
import { OPEN_CATALOG } from './testing.ts';

const parsed = parseDesign(readFileSync(new URL('../document/fixtures/v2.json', import.meta.url), 'utf8'));
if (!parsed.ok) throw new Error('Expected the fixture to open');
const { design } = parsed;
const nodes = Object.keys(design.flow.nodes);
const edges = Object.keys(design.flow.edges);
const fields = Object.keys(design.form.fields);

type Edit =
  | {
      readonly type: 'removeNode' | 'loseNode' | 'attach' | 'reverse' | 'regroup' | 'event';
      readonly a: string;
      readonly b: string;
    }
  | { readonly type: 'retarget' | 'removeEdge' | 'decide'; readonly a: string; readonly b: string }
  | { readonly type: 'removeField' | 'compute'; readonly a: string };

const anyNode = fc.constantFrom(...nodes);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    type: fc.constantFrom(
      'removeNode' as const,
      'attach' as const,
      'reverse' as const,
      'regroup' as const,
      'event' as const,
    ),
    a: anyNode,
    b: anyNode,
  }),
  fc.record({
    type: fc.constantFrom('retarget' as const, 'removeEdge' as const, 'decide' as const),
    a: fc.constantFrom(...edges),
    b: anyNode,
  }),
  fc.record({ type: fc.constantFrom('removeField' as const, 'compute' as const), a: fc.constantFrom(...fields) }),
);

function edited(from: Design, { type, a, ...rest }: Edit): Design {
  const next = structuredClone(from) as {
    flow: { nodes: Record<string, object>; edges: Record<string, object> };
    form: { fields: Record<string, object> };
  };
  const b = 'b' in rest ? rest.b : '';
  const set = (of: Record<string, object>, change: object): void => {
    if (of[a]) of[a] = { ...of[a], ...change };
  };
  switch (type) {
    case 'removeNode':
    case 'loseNode':
      delete next.flow.nodes[a];
      break;
    case 'attach':
      set(next.flow.nodes, { attachedTo: b });
      break;
    case 'reverse':
      set(next.flow.nodes, { undoes: b });
      break;
    case 'regroup':
      set(next.flow.nodes, { group: b });
      break;
    case 'event':
      set(next.flow.nodes, { event: { on: { type: 'error' }, interrupting: false }, on: undefined, throws: undefined });
      break;
    case 'retarget':
      set(next.flow.edges, { to: b });
      break;
    case 'removeEdge':
      delete next.flow.edges[a];
      break;
    case 'decide':
      set(next.flow.edges, { decision: b });
      break;
    case 'removeField':
      delete next.form.fields[a];
      break;
    case 'compute':
      set(next.form.fields, { source: { type: 'computed', feel: `form.${a} + 1` } });
      break;
  }
  return designSchema.parse(next);
}

describe('a drawing that was edited at random', () => {
  it('is compiled, told about, repaired and compared', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const wrong = edits.reduce(edited, design);
        const { diagnostics } = compile(wrong, OPEN_CATALOG);
        for (const diagnostic of diagnostics) {
          expect(diagnosticSentence(diagnostic, 'zh')).not.toMatch(/[{}]|undefined/);
          if (!diagnostic.repair) continue;
          expect(repairSentence(diagnostic.repair, 'en')).not.toMatch(/[{}]|undefined/);
          designSchema.parse(applyRepair(wrong, diagnostic));
        }
        lowerUnsealed(wrong, OPEN_CATALOG);
        difference(design, wrong);
        difference(wrong, design);
      }),
      { numRuns: 150 },
    );
  });
});
