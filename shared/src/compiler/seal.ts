/** Pass 4: an executable whose proof succeeded becomes a definition. Only this can be published. */
import type { Definition, Executable } from '../definition/index.ts';
import type { Design } from '../document/index.ts';
import { hashOf, identityOf } from './canonical.ts';

/** Name and version of this compiler; it stands in every definition. */
export const COMPILER = 'tongban-compiler/1';

/** What the proof takes for granted, by code; words/diagnostics.ts words them. */
export const ASSUMPTIONS = ['outcomesFree', 'peopleAct', 'dispatchCompletes', 'timersFire', 'conditionsTotal'] as const;

export function seal(design: Design, executable: Executable): Definition {
  return {
    identity: identityOf(design),
    artefact: hashOf(executable),
    compiler: COMPILER,
    assumptions: ASSUMPTIONS,
    executable,
  };
}
