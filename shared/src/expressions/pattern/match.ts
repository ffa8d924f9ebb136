/**
 * Runs a pattern's program the way ECMAScript defines matching: ways are tried in order, the first that works is taken.
 * Every instruction is paid for, so that no pattern holds up the process; nothing recurses with the text's length.
 */
import type { Budget } from '../budget.ts';
import type { Instruction, Program } from './program.ts';

/** Positions of groups: start and end of each, the whole match first; -1 where one took no part. */
export type Match = readonly number[];

/** Instructions that cost one step. */
const PER_STEP = 8;

interface Machine {
  readonly program: Program;
  readonly input: string;
  readonly budget: Budget;
}

/** The match that begins exactly at `start`, if there is one. */
export function matchAt(program: Program, input: string, start: number, budget: Budget): Match | null {
  const registers = new Array<number>(program.registers).fill(-1);
  const end = run({ program, input, budget }, program.instructions, start, registers);
  if (end === null) return null;
  registers[0] = start;
  registers[1] = end;
  return registers.slice(0, program.groups * 2);
}

/** The first match at or behind `from`. */
export function search(program: Program, input: string, from: number, budget: Budget): Match | null {
  for (let at = from; at <= input.length; at = next(input, at)) {
    budget.spend(1);
    const found = matchAt(program, input, at, budget);
    if (found) return found;
  }
  return null;
}

/** Position of the next character. */
export const next = (input: string, at: number): number => at + width(input.codePointAt(at) ?? 0);

const width = (point: number): number => (point > 0xffff ? 2 : 1);

/**
 * Where the match ends. What can still be tried stands on the stack as pairs: an instruction and a position, or, below
 * zero, a register (as -1 - r) and what it held before.
 */
function run(machine: Machine, code: readonly Instruction[], start: number, registers: number[]): number | null {
  const { input, budget, program } = machine;
  const stack: number[] = [];
  let at = 0;
  let position = start;
  let paid = 0;
  const keep = (register: number, value: number): void => {
    stack.push(-1 - register, registers[register] ?? -1);
    registers[register] = value;
  };
  for (;;) {
    paid += 1;
    if (paid % PER_STEP === 0) budget.spend(1);
    const instruction = code[at];
    if (!instruction) throw new Error('Expected the program to end with done');
    let failed = false;
    at += 1;
    switch (instruction.op) {
      case 'done':
        return position;
      case 'character': {
        const point = input.codePointAt(position);
        if (point !== undefined && instruction.test(point)) position += width(point);
        else failed = true;
        break;
      }
      case 'split':
        stack.push(instruction.second, position);
        at = instruction.first;
        break;
      case 'jump':
        at = instruction.to;
        break;
      case 'save':
        keep(instruction.register, position);
        break;
      case 'forget':
        for (let register = instruction.from; register <= instruction.to; register += 1) keep(register, -1);
        budget.spend((instruction.to - instruction.from) / PER_STEP);
        break;
      case 'progress':
        failed = registers[instruction.register] === position;
        break;
      case 'start':
        failed = position > 0 && !(program.multiline && isLineEnd(input.charCodeAt(position - 1)));
        break;
      case 'end':
        failed = position < input.length && !(program.multiline && isLineEnd(input.charCodeAt(position)));
        break;
      case 'word':
        failed = atWordEdge(program, input, position) === instruction.negate;
        break;
      case 'ahead': {
        const inside = registers.slice();
        const found = run(machine, instruction.program, position, inside) !== null;
        failed = found === instruction.negate;
        if (found && !failed) {
          inside.forEach((value, register) => {
            if (value !== registers[register]) keep(register, value);
          });
        }
        break;
      }
      case 'again': {
        const from = registers[instruction.group * 2] ?? -1;
        const to = registers[instruction.group * 2 + 1] ?? -1;
        // A group that took no part is found everywhere.
        if (from < 0 || to < 0) break;
        budget.spendText(to - from);
        const length = repeats(program, input, { from, to, at: position });
        if (length === null) failed = true;
        else position += length;
        break;
      }
    }
    if (!failed) continue;
    let resumed = false;
    while (!resumed && stack.length > 0) {
      const value = stack.pop() ?? 0;
      const what = stack.pop() ?? 0;
      if (what < 0) registers[-1 - what] = value;
      else {
        at = what;
        position = value;
        resumed = true;
      }
    }
    if (!resumed) return null;
  }
}

/** ECMAScript's line ends: LF, CR, LS, PS. */
const isLineEnd = (unit: number): boolean => unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029;

function atWordEdge({ isWord }: Program, input: string, position: number): boolean {
  const word = (at: number): boolean => {
    const unit = input.charCodeAt(at);
    return !Number.isNaN(unit) && isWord(unit);
  };
  return word(position - 1) !== word(position);
}

interface Repetition {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Length of what stands at `at`, if it repeats what stands from `from` to `to`. */
function repeats({ ignoreCase }: Program, input: string, { from, to, at }: Repetition): number | null {
  const wanted = input.slice(from, to);
  const found = input.slice(at, at + wanted.length);
  if (found === wanted) return wanted.length;
  if (!ignoreCase || found.length < wanted.length) return null;
  const [left, right] = [Array.from(wanted), Array.from(found)];
  return left.length === right.length && left.every((letter, index) => sameLetter(letter, right[index] ?? ''))
    ? found.length
    : null;
}

const sameLetter = (a: string, b: string): boolean =>
  a === b || new RegExp(`^\\u{${(a.codePointAt(0) ?? 0).toString(16)}}$`, 'iu').test(b);
