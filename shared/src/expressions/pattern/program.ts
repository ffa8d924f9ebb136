/**
 * A regular expression as a program for match.ts. The syntax is ECMAScript's with Unicode on, as the engine's own; what
 * is left out is looking behind. A program is never longer than MOST_INSTRUCTIONS.
 */
import { RegExpParser, type AST } from '@eslint-community/regexpp';

export interface PatternSource {
  readonly source: string;
  /** Letters of FEEL: i, m, s. */
  readonly flags: string;
}

export type CharacterTest = (codePoint: number) => boolean;

export type Instruction =
  | { readonly op: 'character'; readonly test: CharacterTest }
  /** Goes on at `first`; at `second` when that fails. */
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  /** Keeps the position in a register. */
  | { readonly op: 'save'; readonly register: number }
  /** Forgets the groups of a part that begins anew. */
  | { readonly op: 'forget'; readonly from: number; readonly to: number }
  /** Fails when nothing was read since the register was saved. */
  | { readonly op: 'progress'; readonly register: number }
  | { readonly op: 'start' | 'end' }
  | { readonly op: 'word'; readonly negate: boolean }
  | { readonly op: 'ahead'; readonly negate: boolean; readonly program: readonly Instruction[] }
  | { readonly op: 'again'; readonly group: number }
  | { readonly op: 'done' };

export interface Program {
  readonly instructions: readonly Instruction[];
  /** Two registers a group, the whole match first; then those of loops. */
  readonly registers: number;
  readonly groups: number;
  /** Groups that have a name. */
  readonly names: ReadonlyMap<string, number>;
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly isWord: CharacterTest;
}

const MOST_CHARACTERS = 1000;
const MOST_INSTRUCTIONS = 50_000;
const FLAGS = /^[ims]*$/;
/** What the oldest browser in use knows. */
const parser = new RegExpParser({ ecmaVersion: 2022 });

class Unusable extends Error {}

/** Null for a pattern that is none, or that cannot be used here. */
export function programOf({ source, flags }: PatternSource): Program | null {
  if (source.length > MOST_CHARACTERS || !FLAGS.test(flags) || new Set(flags).size < flags.length) return null;
  let pattern: AST.Pattern;
  try {
    pattern = parser.parsePattern(source, 0, source.length, { unicode: true });
  } catch {
    // Not a pattern, or nested beyond what its parser reads.
    return null;
  }
  try {
    return new Writer(pattern, flags).program;
  } catch (error) {
    if (error instanceof Unusable) return null;
    throw error;
  }
}

class Writer {
  readonly program: Program;
  private readonly flags: string;
  private readonly groups = new Map<AST.CapturingGroup, number>();
  private code: Instruction[] = [];
  private written = 0;
  private registers = 0;

  constructor(pattern: AST.Pattern, flags: string) {
    this.flags = flags;
    const names = new Map<string, number>();
    for (const group of groupsIn(pattern)) {
      this.groups.set(group, this.groups.size + 1);
      if (group.name !== null) names.set(group.name, this.groups.size);
    }
    const groups = this.groups.size + 1;
    this.registers = groups * 2;
    this.alternatives(pattern.alternatives);
    this.put({ op: 'done' });
    const ignoreCase = flags.includes('i');
    this.program = {
      instructions: this.code,
      registers: this.registers,
      groups,
      names,
      ignoreCase,
      multiline: flags.includes('m'),
      isWord: oneOf('\\w', ignoreCase ? 'iu' : 'u'),
    };
  }

  private put<T extends Instruction>(instruction: T): T {
    this.written += 1;
    if (this.written > MOST_INSTRUCTIONS) throw new Unusable();
    this.code.push(instruction);
    return instruction;
  }

  private get here(): number {
    return this.code.length;
  }

  private alternatives(alternatives: readonly AST.Alternative[]): void {
    const exits: { to: number }[] = [];
    alternatives.forEach(({ elements }, index) => {
      const last = index === alternatives.length - 1;
      const split = last ? null : this.put({ op: 'split' as const, first: this.here + 1, second: 0 });
      for (const element of elements) this.element(element);
      if (split) {
        exits.push(this.put({ op: 'jump' as const, to: 0 }));
        split.second = this.here;
      }
    });
    for (const exit of exits) exit.to = this.here;
  }

  private element(element: AST.Element): void {
    switch (element.type) {
      case 'Character':
        this.put({ op: 'character', test: this.character(element) });
        return;
      case 'CharacterSet':
      case 'CharacterClass':
        this.put({ op: 'character', test: oneOf(element.raw, this.characterFlags()) });
        return;
      case 'Group':
        this.alternatives(element.alternatives);
        return;
      case 'CapturingGroup':
        this.group(element);
        return;
      case 'Quantifier':
        this.quantifier(element);
        return;
      case 'Backreference':
        this.put({ op: 'again', group: this.groupOf(element.resolved) });
        return;
      case 'Assertion':
        this.assertion(element);
        return;
      default:
        throw new Unusable();
    }
  }

  private characterFlags(): string {
    return `u${this.flags.replace('m', '')}`;
  }

  private character({ value, raw }: AST.Character): CharacterTest {
    return this.flags.includes('i') ? oneOf(raw, this.characterFlags()) : (point) => point === value;
  }

  private groupOf(group: AST.CapturingGroup | AST.CapturingGroup[]): number {
    const number = Array.isArray(group) ? undefined : this.groups.get(group);
    if (number === undefined) throw new Unusable();
    return number;
  }

  private group(group: AST.CapturingGroup): void {
    const number = this.groupOf(group);
    this.put({ op: 'save', register: number * 2 });
    this.alternatives(group.alternatives);
    this.put({ op: 'save', register: number * 2 + 1 });
  }

  private assertion(assertion: AST.Assertion): void {
    switch (assertion.kind) {
      case 'start':
      case 'end':
        this.put({ op: assertion.kind });
        return;
      case 'word':
        this.put({ op: 'word', negate: assertion.negate });
        return;
      case 'lookahead': {
        const outer = this.code;
        this.code = [];
        this.alternatives(assertion.alternatives);
        this.put({ op: 'done' });
        const program = this.code;
        this.code = outer;
        this.put({ op: 'ahead', negate: assertion.negate, program });
        return;
      }
      default:
        throw new Unusable();
    }
  }

  private quantifier({ element, min, max, greedy }: AST.Quantifier): void {
    const body = (): void => {
      this.forget(element);
      this.element(element);
    };
    for (let i = 0; i < min; i += 1) body();
    const register = this.registers;
    this.registers += 1;
    const optional = (): { first: number; second: number } => {
      const split = this.put({ op: 'split' as const, first: 0, second: 0 });
      this.put({ op: 'save', register });
      body();
      this.put({ op: 'progress', register });
      return split;
    };
    const inside = this.here;
    if (max === Infinity) {
      const split = optional();
      this.put({ op: 'jump', to: inside });
      this.choose(split, inside + 1, greedy);
      return;
    }
    const splits: { readonly split: { first: number; second: number }; readonly at: number }[] = [];
    for (let i = min; i < max; i += 1) splits.push({ at: this.here, split: optional() });
    for (const { split, at } of splits) this.choose(split, at + 1, greedy);
  }

  /** Into the part at `into` and, failing that, on from here; or the other way round. */
  private choose(split: { first: number; second: number }, into: number, greedy: boolean): void {
    split.first = greedy ? into : this.here;
    split.second = greedy ? this.here : into;
  }

  private forget(element: AST.QuantifiableElement): void {
    const inside = [...groupsIn(element)].map((group) => this.groupOf(group));
    if (inside.length === 0) return;
    this.put({ op: 'forget', from: Math.min(...inside) * 2, to: Math.max(...inside) * 2 + 1 });
  }
}

/** In the order in which they open. */
function* groupsIn(node: AST.Node): Generator<AST.CapturingGroup> {
  if (node.type === 'CapturingGroup') yield node;
  if ('alternatives' in node) {
    for (const alternative of node.alternatives) {
      if (alternative.type === 'Alternative') for (const element of alternative.elements) yield* groupsIn(element);
    }
  } else if (node.type === 'Quantifier') yield* groupsIn(node.element);
}

const ASCII = 128;

/** A class, set or letter asked of one character at a time, which takes the engine no time to speak of. */
function oneOf(written: string, flags: string): CharacterTest {
  const engine = new RegExp(`^(?:${written})$`, flags);
  const known = new Int8Array(ASCII);
  return (point) => {
    if (point >= ASCII) return engine.test(String.fromCodePoint(point));
    if (known[point] === 0) known[point] = engine.test(String.fromCodePoint(point)) ? 1 : -1;
    return known[point] === 1;
  };
}
