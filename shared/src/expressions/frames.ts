/**
 * Where names live while a text is evaluated. A frame holds one value; the outermost holds the context. The compiler
 * knows for every name how many frames out it is found; only the elements of a filter may or may not have it.
 */
import type { Budget } from './budget.ts';
import { entryOf, sameName } from './names.ts';
import { isContext, type FeelContext } from './values.ts';

export interface Frame {
  readonly value: unknown;
  readonly up: Frame | null;
}

export type Code = (frame: Frame, budget: Budget) => unknown;

/** What the frames hold, from the inside out; the context itself is outermost and has no scope. */
export interface Scope {
  /** null: an element under a filter, whose entries are names. */
  readonly name: string | null;
  /** A list that is still growing: whoever reads it gets what is there by then. */
  readonly growing?: true;
  readonly up: Scope | null;
}

/** An element frame in which nothing is found: the filter is asked as if it stood outside. */
export const NOTHING = Symbol('no element');

export const bind = (name: string | null, up: Scope | null): Scope => ({
  name: name === null ? null : sameName(name),
  up,
});

const up = (frame: Frame): Frame => {
  if (frame.up === null) throw new Error('Expected another frame around this one');
  return frame.up;
};

function outwards(frame: Frame, hops: number): Frame {
  let found = frame;
  for (let i = 0; i < hops; i += 1) found = up(found);
  return found;
}

/** Value of a name; undefined when nothing has it. */
export function lookUp(name: string, scope: Scope | null): Code {
  const plain = sameName(name);
  const elements: number[] = [];
  let hops = 0;
  for (let at = scope; at; at = at.up, hops += 1) {
    if (at.name === null) elements.push(hops);
    else if (at.name === plain) return inElements(name, elements, local(hops, at.growing === true));
  }
  return inElements(name, elements, global(name, hops));
}

/** No element can have the name, and no frame inside the context does. */
export function isGlobal(name: string, scope: Scope | null): boolean {
  const plain = sameName(name);
  for (let at = scope; at; at = at.up) if (at.name === null || at.name === plain) return false;
  return true;
}

function local(hops: number, growing: boolean): Code {
  if (growing) {
    return (frame, budget) => {
      const list = outwards(frame, hops).value as readonly unknown[];
      // Copying goes faster than working on each element.
      budget.spend(1 + list.length / 256);
      return list.slice();
    };
  }
  if (hops === 0) return (frame) => frame.value;
  if (hops === 1) return (frame) => up(frame).value;
  return (frame) => outwards(frame, hops).value;
}

function global(name: string, hops: number): Code {
  if (hops === 0) return (frame, budget) => entryOf(frame.value as FeelContext, name, budget);
  return (frame, budget) => entryOf(outwards(frame, hops).value as FeelContext, name, budget);
}

function inElements(name: string, elements: readonly number[], outside: Code): Code {
  return elements.reduceRight<Code>((rest, hops) => inElement(name, hops, rest), outside);
}

function inElement(name: string, hops: number, rest: Code): Code {
  return (frame, budget) => {
    const element = outwards(frame, hops).value;
    if (element !== NOTHING) {
      const found = isContext(element) ? entryOf(element, name, budget) : undefined;
      if (found !== undefined) return found;
      if (name === 'item') return element;
    }
    return rest(frame, budget);
  };
}
