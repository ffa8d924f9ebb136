/** Decisions in order, put together without copying: a script shares the parts that it was made of. */

/** At a working node an outcome or timer, at a branch the edge taken. */
export interface Step {
  readonly node: string;
  readonly choice: string;
}

export interface Script {
  readonly length: number;
  readonly parts: readonly (Step | Script)[];
}

export const NO_STEPS: Script = { length: 0, parts: [] };

/** Not called `then`: a module that exports that cannot be imported dynamically. */
export function inSequence(...scripts: readonly Script[]): Script {
  const parts = scripts.filter((script) => script.length > 0);
  const [only, ...others] = parts;
  if (!only || others.length === 0) return only ?? NO_STEPS;
  return { length: parts.reduce((sum, part) => sum + part.length, 0), parts };
}

export const decide = (node: string, choice: string): Script => ({ length: 1, parts: [{ node, choice }] });

export function stepsOf(script: Script): Step[] {
  const steps: Step[] = [];
  const stack: (Step | Script)[] = [script];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if ('parts' in top) for (let i = top.parts.length - 1; i >= 0; i--) stack.push(top.parts[i] ?? NO_STEPS);
    else steps.push(top);
  }
  return steps;
}
