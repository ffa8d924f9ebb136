import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyDesign, type Design } from '../document/index.ts';
import { diagnosticSentence, repairSentence } from '../words/diagnostics.ts';
import { compile } from './compile.ts';
import { CODES } from './diagnostics.ts';
import { FLOW_CASES } from './drawings/flow-cases.ts';
import { FORM_CASES } from './drawings/form-cases.ts';
import { KIND_CASES } from './drawings/kind-cases.ts';
import { CATALOG, days, promise, type Case } from './drawings/made-of.ts';
import { PART_CASES } from './drawings/part-cases.ts';
import { applyRepair } from './repairs.ts';
import { linearDesign } from './testing.ts';
import type { Diagnostic } from './types.ts';

const cases: Readonly<Record<string, Case>> = { ...FLOW_CASES, ...FORM_CASES, ...KIND_CASES, ...PART_CASES };

const said = (design: Design, context = CATALOG): readonly Diagnostic[] => compile(design, context).diagnostics;
const saidOf = ({ design, context }: Case): readonly Diagnostic[] => said(design, context);
const codes = (design: Design, context = CATALOG): string[] => said(design, context).map(({ code }) => code);

/** Not what a drawing is about, unless it says so. */
const QUIET = ['time.noPromise', 'time.noDeadline', 'sound.undecided'];

describe('what is wrong with a drawing', () => {
  it.each(Object.entries(cases))('%s', (_, one) => {
    const found = saidOf(one).map(({ code }) => code);
    const told = found.filter((code) => !QUIET.includes(code) || one.codes.includes(code));
    expect([...new Set(told)].sort()).toEqual([...one.codes].sort());
  });

  it('is said in both languages, with every place filled', () => {
    for (const one of Object.values(cases)) {
      for (const diagnostic of saidOf(one)) {
        for (const language of ['zh', 'en'] as const) {
          expect(diagnosticSentence(diagnostic, language)).not.toMatch(/[{}]|undefined/);
          if (diagnostic.repair) expect(repairSentence(diagnostic.repair, language)).not.toMatch(/[{}]|undefined/);
        }
      }
    }
  });

  it('covers every code, here or where its pass is tested', () => {
    const drawn = new Set(Object.values(cases).flatMap((one) => one.codes));
    const textOf = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
    const elsewhere: Readonly<Record<string, string>> = {
      'feel.': textOf('./check-feel.test.ts'),
      'table.': textOf('./check-tables.test.ts'),
      'release.': textOf('./check-release.test.ts'),
      'foreign.': textOf('../nodes/foreign/foreign.test.ts'),
    };
    // Every violation has its tests where soundness is proven.
    const mine = Object.keys(CODES).filter((code) => !code.startsWith('sound.'));
    const untested = mine.filter((code) => {
      const [, text] = Object.entries(elsewhere).find(([prefix]) => code.startsWith(prefix)) ?? [];
      const named = text?.includes(`'${code}'`) || text?.includes(`'${code.split('.')[1]}'`);
      return !drawn.has(code) && !named;
    });
    expect(untested).toEqual([]);
  });
});

describe('a repair', () => {
  const repairable = Object.entries(cases).flatMap(([name, one]) =>
    saidOf(one).flatMap((diagnostic) =>
      diagnostic.repair ? [[`${name}: ${diagnostic.repair.code}`, one, diagnostic] as const] : [],
    ),
  );

  it.each(repairable)('%s', (_, { design, context }, diagnostic) => {
    const repaired = applyRepair(design, diagnostic);
    const left = said(repaired, context).filter(
      ({ code, element }) => code === diagnostic.code && same(element, diagnostic.element),
    );
    expect(left).toEqual([]);
    // Applied a second time it finds nothing left to do wrong.
    expect(() => applyRepair(repaired, diagnostic)).not.toThrow();
  });

  it('of a blank page leads to a drawing that only lacks items', () => {
    let design = emptyDesign('new', 'New');
    for (let round = 0; round < 5; round++) {
      const next = said(design).find(({ repair }) => repair);
      if (!next) break;
      design = applyRepair(design, next);
    }
    expect(codes(design)).toEqual(['catalog.none']);
  });

  it('of a step that is too long sets what fits', () => {
    const design = linearDesign({ a: 3, b: 15, c: 2 }).with(promise(10)).build();
    const repaired = applyRepair(design, said(design)[0] as Diagnostic);
    expect(repaired.flow.nodes['b']).toMatchObject({ deadline: days(5) });
    expect(codes(repaired)).toEqual([]);
  });
});

function same(a: Diagnostic['element'], b: Diagnostic['element']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
