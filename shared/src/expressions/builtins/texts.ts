/** Functions of texts (DMN 1.5, 10.3.4.3). Positions count characters as people do: a rare Han character is one. */
import type { Budget } from '../budget.ts';
import { matchesPattern, replacePattern, splitByPattern } from '../pattern/pattern.ts';
import { builtin } from './builtin.ts';
import { textOf } from './text-of.ts';

type TextAndText = readonly [string, string];

export const TEXTS = [
  builtin<readonly [string, number, number | null | undefined]>('substring', {
    takes: ['string: string', 'start position: number', 'length?: number'],
    gives: 'string',
    does: ([text, start, length], budget) => {
      budget.spendText(text.length);
      const characters = Array.from(text);
      const from = start < 0 ? characters.length + start : start - 1;
      return (length === undefined ? characters.slice(from) : characters.slice(from, from + (length ?? 0))).join('');
    },
  }),
  builtin<readonly [string]>('string length', {
    takes: ['string: string'],
    gives: 'number',
    does: ([text], budget) => {
      budget.spendText(text.length);
      return Array.from(text).length;
    },
  }),
  builtin<readonly [string]>('upper case', {
    takes: ['string: string'],
    gives: 'string',
    does: ([text], budget) => paid(text, budget).toUpperCase(),
  }),
  builtin<readonly [string]>('lower case', {
    takes: ['string: string'],
    gives: 'string',
    does: ([text], budget) => paid(text, budget).toLowerCase(),
  }),
  builtin<TextAndText>('substring before', {
    takes: ['string: string', 'match: string'],
    gives: 'string',
    does: ([text, match], budget) => {
      const at = paid(text, budget).indexOf(match);
      return at < 0 ? '' : text.slice(0, at);
    },
  }),
  builtin<TextAndText>('substring after', {
    takes: ['string: string', 'match: string'],
    gives: 'string',
    does: ([text, match], budget) => {
      const at = paid(text, budget).indexOf(match);
      return at < 0 ? '' : text.slice(at + match.length);
    },
  }),
  builtin<TextAndText>('contains', {
    takes: ['string: string', 'match: string'],
    gives: 'boolean',
    does: ([text, match], budget) => paid(text, budget).includes(match),
  }),
  builtin<TextAndText>('starts with', {
    takes: ['string: string', 'match: string'],
    gives: 'boolean',
    does: ([text, match], budget) => paid(text, budget).startsWith(match),
  }),
  builtin<TextAndText>('ends with', {
    takes: ['string: string', 'match: string'],
    gives: 'boolean',
    does: ([text, match], budget) => paid(text, budget).endsWith(match),
  }),
  builtin<readonly [string, string, string | null | undefined]>('matches', {
    takes: ['input: string', 'pattern: string', 'flags?: string'],
    gives: 'boolean',
    does: ([input, source, flags], budget) => matchesPattern({ source, flags: flags ?? '' }, input, budget),
  }),
  builtin<readonly [string, string, string, string | null | undefined]>('replace', {
    takes: ['input: string', 'pattern: string', 'replacement: string', 'flags?: string'],
    gives: 'string',
    does: ([input, source, replacement, flags], budget) =>
      replacePattern({ source, flags: flags ?? '' }, { input, replacement }, budget),
  }),
  builtin<TextAndText>('split', {
    takes: ['string: string', 'delimiter: string'],
    gives: { kind: 'list', of: 'string' },
    does: ([text, source], budget) => splitByPattern({ source, flags: '' }, text, budget),
  }),
  builtin<readonly [readonly unknown[], string | null | undefined]>('string join', {
    takes: ['list: list', 'delimiter?: string'],
    gives: 'string',
    does: ([list, delimiter], budget) => {
      const between = delimiter ?? '';
      budget.spend(1 + list.length);
      const texts = list.filter((part) => part !== null && part !== undefined);
      for (const text of texts) {
        if (typeof text !== 'string') return null;
        budget.spendText(text.length + between.length);
      }
      return texts.join(between);
    },
  }),
  builtin<readonly [unknown]>('string', {
    takes: ['from: any'],
    gives: 'string',
    does: ([value], budget) => (value === null ? null : textOf(value, budget)),
  }),
  builtin<readonly [string, string | null | undefined, string | null | undefined]>('number', {
    takes: ['from: string', 'grouping separator?: string', 'decimal separator?: string'],
    gives: 'number',
    does: ([from, grouping, decimal], budget) => {
      budget.spendText(from.length);
      const digits = grouping ? from.split(grouping).join('') : from;
      const pointed = decimal && decimal !== '.' ? digits.split('.').join('#').split(decimal).join('.') : digits;
      const value = Number(pointed);
      return Number.isNaN(value) ? null : value;
    },
  }),
  builtin<readonly [unknown]>('not', {
    takes: ['negand: any'],
    gives: 'boolean',
    does: ([value]) => (typeof value === 'boolean' ? !value : null),
  }),
];

function paid(text: string, budget: Budget): string {
  budget.spendText(text.length);
  return text;
}
